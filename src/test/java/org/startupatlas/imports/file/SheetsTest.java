package org.startupatlas.imports.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.startupatlas.imports.file.table.ReadingLimits;
import org.startupatlas.testing.H2Only;

/** Tests that workbooks are read as they are; the files were made with the programs that they are named after. */
@QuarkusTest
@H2Only
class SheetsTest {
    private static final Path SHEETS = Path.of("src", "test", "resources", "imports", "sheets");

    private static final List<String> RECORDS = List.of(
            "{'name':'Ola Zellige','city':'Fès','founded':'2021-03-15','headcount':12,'diaspora':true,"
                    + "'sectors':['fintech','healthtech'],'notes':'a \\'b\\'\\nc'}",
            "{'name':'Ola Argan','city':'Salé','founded':'%s','headcount':25,'diaspora':false,'sectors':['agritech']}",
            "{'name':'أولا','city':'الرباط','founded':'2019','headcount':7,'notes':' 00123 '}");

    @Inject
    StartupFiles files;

    private static byte[] bytes(String name) {
        try {
            return Files.readAllBytes(SHEETS.resolve(name));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<String> records(ImportedFile file) {
        assertNull(file.refusal(), () -> file.refusal().toString());
        return file.rows().stream()
                .map(row -> row.problems().isEmpty()
                        ? row.record().toString().replace('"', '\'')
                        : row.problems().get(0).code())
                .toList();
    }

    private static ReadingOptions sheet(String sheet) {
        return new ReadingOptions(null, null, sheet, false, Map.of());
    }

    /** Only Office Open XML says that a date is shown as a month. */
    @ParameterizedTest
    @CsvSource({
        "sheetjs.xlsx, xlsx, 2021-06",
        "sheetjs-inline.xlsx, xlsx, 2021-06",
        "libreoffice.xlsx, xlsx, 2021-06",
        "libreoffice.ods, ods, 2021-06-01",
    })
    void workbookIsRead(String name, String format, String month) {
        ImportedFile file = files.read(bytes(name));
        assertEquals(RECORDS.stream().map(record -> record.replace("%s", month)).toList(), records(file));
        assertEquals(format, file.detection().format());
        assertEquals("Données", file.detection().sheet());
        assertEquals(3L, file.detection().headerLine());
        assertEquals(
                List.of(new Detection.Skipped(8, "total")), file.detection().skipped());
        assertEquals(
                List.of(4L, 5L, 7L), file.rows().stream().map(ImportRow::line).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"sheetjs.xlsx", "libreoffice.ods"})
    void sheetIsChosenByNameOrNumber(String name) {
        List<String> other = List.of("{'name':'Ola Autre','city':'Taza'}");
        assertEquals(other, records(files.read(bytes(name), sheet("Autre"))));
        assertEquals(other, records(files.read(bytes(name), sheet(" autre"))));
        assertEquals(other, records(files.read(bytes(name), sheet("3"))));
        ImportedFile unknown = files.read(bytes(name), sheet("4"));
        assertEquals("unknown-sheet", unknown.code());
        assertEquals(
                List.of("4", "Lisez-moi, Données, Autre"), unknown.refusal().arguments());
        assertEquals("no-known-column", files.read(bytes(name), sheet("1")).code());
    }

    @ParameterizedTest
    @CsvSource({"old.xls, spreadsheet-file", "binary.xlsb, spreadsheet-file"})
    void otherWorkbooksAreOneProblem(String name, String code) {
        assertEquals(code, files.read(bytes(name)).code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"sheetjs.xlsx", "libreoffice.ods"})
    void damagedWorkbookIsOneProblem(String name) {
        byte[] whole = bytes(name);
        Random random = new Random(4);
        for (int length = whole.length - 1; length > 200; length -= 397) {
            assertEquals(
                    "damaged-workbook", files.read(Arrays.copyOf(whole, length)).code(), "length " + length);
        }
        for (int i = 0; i < 150; i++) {
            byte[] damaged = whole.clone();
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 + random.nextInt(255));
            ImportedFile file = files.read(damaged);
            assertTrue(
                    file.code() == null
                            || List.of(
                                            "damaged-workbook",
                                            "archive-file",
                                            "binary-file",
                                            "no-known-column",
                                            "no-rows",
                                            "empty-file",
                                            "no-name-column",
                                            "doubtful-charset",
                                            "not-in-charset",
                                            "workbook-too-large",
                                            "spreadsheet-file",
                                            "encrypted-workbook")
                                    .contains(file.code()),
                    file::code);
        }
    }

    /** Returns a workbook with the XML of the rows of its only sheet. */
    private static byte[] xlsx(String rows, String... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            put(zip, "[Content_Types].xml", "<Types/>");
            put(zip, "xl/workbook.xml", "<workbook xmlns:r='r'><sheets><sheet name='S' r:id='a'/></sheets></workbook>");
            put(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships><Relationship Id='a' Type='x/worksheet' Target='worksheets/s.xml'/>"
                            + "<Relationship Id='b' Type='x/sharedStrings' Target='/xl/t.xml'/>"
                            + "<Relationship Id='c' Type='x/styles' Target='../xl/styles.xml'/></Relationships>");
            put(zip, "xl/worksheets/s.xml", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>");
            for (int i = 0; i < parts.length; i += 2) {
                put(zip, parts[i], parts[i + 1]);
            }
        } catch (IOException neverInMemory) {
            throw new UncheckedIOException(neverInMemory);
        }
        return bytes.toByteArray();
    }

    private static byte[] ods(String table) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            put(zip, "mimetype", "application/vnd.oasis.opendocument.spreadsheet");
            put(zip, "content.xml", "<document><spreadsheet>" + table + "</spreadsheet></document>");
        } catch (IOException neverInMemory) {
            throw new UncheckedIOException(neverInMemory);
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static String text(String... cells) {
        StringBuilder row = new StringBuilder("<row>");
        for (String cell : cells) {
            row.append("<c t='inlineStr'><is><t>").append(cell).append("</t></is></c>");
        }
        return row.append("</row>").toString();
    }

    @Test
    void cellsOfAllTypesAreRead() {
        String rows = text("Nom", "Effectif", "Créée en", "Notes", "Ville")
                + "<row r='4'><c r='A4' t='s'><v>0</v></c><c r='B4'><v>12.000000000000002</v></c><c r='C4'"
                + " s='1'><v>44270.5</v></c><c r='E4' t='str'><f>A1</f><v>Fès</v></c></row><row r='5'><c r='A5'"
                + " t='s'><v>1</v></c><c r='C5' s='2'><v>44270</v></c><c r='D5' t='e'><v>#N/A</v></c></row><row"
                + " r='6'><c t='s'><v>1</v></c><c r='C6' t='d'><v>2021-03-15T00:00:00</v></c></row><row r='9'><c"
                + " t='s'><v>1</v></c><c><f>1+1</f></c></row>";
        String texts = "<sst><si><r><t>K</t></r><r><t>a_x0041_</t></r><rPh><t>x</t></rPh></si><si><t>Kb</t></si></sst>";
        String styles = "<styleSheet><numFmts><numFmt numFmtId='164' formatCode='[$-40C]yyyy&quot;d&quot;'/></numFmts>"
                + "<cellXfs><xf/><xf numFmtId='22'/><xf numFmtId='164'/></cellXfs></styleSheet>";
        ImportedFile file = files.read(xlsx(rows, "xl/t.xml", texts, "xl/styles.xml", styles));
        assertEquals("KaA", file.text(0, "/name"));
        assertEquals("12", file.text(0, "/headcount"));
        assertEquals("Fès", file.text(0, "/city"));
        assertTrue(file.text(0, "/founded").startsWith("2021-03-15"), file.text(0, "/founded"));
        assertEquals("2021", file.text(1, "/founded"));
        assertEquals("2021-03-15", file.text(2, "/founded"));
        assertEquals(List.of("formula-without-value"), file.problems(3));
        assertEquals(
                List.of(4L, 5L, 6L, 9L),
                file.rows().stream().map(ImportRow::line).toList());
    }

    @Test
    void emptyCellsAndRowsAreNotMaterialized() {
        String cells = "<table-cell value-type='string'><p>%s</p></table-cell>";
        String table = "<table name='S'><table-row>" + cells.formatted("Nom") + cells.formatted("Ville")
                + "<table-cell number-columns-repeated='16382'/></table-row>"
                + "<table-row number-rows-repeated='1000000'><table-cell number-columns-repeated='16384'/></table-row>"
                + "<table-row number-rows-repeated='2'>" + cells.formatted("Ka") + cells.formatted("Fès")
                + "<table-cell number-columns-repeated='999999999'/></table-row>"
                + "<table-row number-rows-repeated='999999999'><table-cell/></table-row></table>";
        ImportedFile file = files.read(ods(table));
        assertEquals(List.of("{'name':'Ka','city':'Fès'}", "{'name':'Ka','city':'Fès'}"), records(file));
        assertEquals(1_000_002, file.rows().get(0).line());
        ImportedFile far = files.read(xlsx(text("Nom", "Ville")
                + "<row r='1048576'><c r='A1048576' t='str'><v>Ka</v></c>" + "<c r='XFD1048576'/></row>"));
        assertEquals(List.of("{'name':'Ka'}"), records(far));
        assertEquals(
                "damaged-workbook",
                files.read(xlsx("<row><c r='ZZZZZZZ1' t='str'><v>x</v></c></row>"))
                        .code());
    }

    @Test
    void odsTextsAreRead() {
        String row = "<table-row><table-cell><annotation><p>note</p></annotation><p>Ka<s c='2'/>b</p><p>c<a>d</a></p>"
                + "</table-cell><covered-table-cell/><table-cell value-type='float' value='1.50'/></table-row>";
        ImportedFile file = files.read(ods("<table name='S'><table-row><table-cell><p>Notes</p></table-cell>"
                + "<table-cell><p>Nom</p></table-cell><table-cell><p>Résumé</p></table-cell></table-row>" + row
                + "</table>"));
        assertEquals("Ka  b\ncd", file.text(0, "/notes"));
        assertEquals("1.5", file.text(0, "/summary/fr"));
    }

    @Test
    void sizeOfUnpackedSheetIsBounded() {
        ReadingLimits limits = new ReadingLimits(1 << 20, 1 << 10, 1 << 16, 100);
        String rows = text("Nom", "Ville") + text("Ka", "Fès").repeat(40_000);
        ImportedFile bomb = files.read(xlsx(rows), limits);
        assertEquals("workbook-too-large", bomb.code());
        assertTrue(bomb.rows().size() > 5_000);
        ImportedFile cell =
                files.read(xlsx(text("Nom", "Ville") + text("K".repeat(2_000), "") + text("Kb", "")), limits);
        assertEquals(List.of("cell-too-long"), cell.problems(0));
        assertEquals("Kb", cell.text(1, "/name"));
        ImportedFile attribute = files.read(xlsx("<row a='" + "x".repeat(1 << 25) + "'/>"));
        assertEquals("workbook-too-large", attribute.code());
    }

    @Test
    void documentTypesAreRefused() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            put(zip, "mimetype", "application/vnd.oasis.opendocument.spreadsheet");
            put(zip, "content.xml", "<!DOCTYPE d [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><d><table>&e;</table></d>");
        } catch (IOException neverInMemory) {
            throw new UncheckedIOException(neverInMemory);
        }
        assertEquals("damaged-workbook", files.read(bytes.toByteArray()).code());
    }

    @Test
    void encryptedWorkbooksAreRecognized() {
        byte[] compound = "\u00d0\u00cf\u0011\u00e0....E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"
                .getBytes(StandardCharsets.ISO_8859_1);
        assertEquals("encrypted-workbook", files.read(compound).code());
    }
}

package org.startupatlas.imports.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Arrays.asList;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.startupatlas.imports.cell.CellParser;
import org.startupatlas.imports.file.table.ReadingLimits;
import org.startupatlas.resource.partner.PartnerRecord;
import org.startupatlas.testing.H2Only;

/** Tests that files are read as people lay them out; each file of {@code cases} failed once, with its neighbours. */
@QuarkusTest
@H2Only
class LayoutCasesTest {
    private static final Path CASES = Path.of("src", "test", "resources", "imports", "cases");

    @Inject
    StartupFiles files;

    @Inject
    CellParser values;

    private ImportedFile read(String name) throws IOException {
        return files.read(Files.readAllBytes(CASES.resolve(name)));
    }

    static Stream<Arguments> files() {
        return Stream.of(
                Arguments.of("title-above.csv", 3L, List.of("{'name':'Kh Un','city':'Taza','country':'MA'}")),
                Arguments.of("trailing-600.csv", 1L, null),
                Arguments.of(
                        "one-column-with-comma.csv",
                        1L,
                        List.of("{'name':'Ko Un, Maroc & Fils'}", "{'name':'Ko Deux'}")),
                Arguments.of(
                        "mac-roman.csv",
                        1L,
                        List.of(
                                "{'name':'Kx A','city':'Béni Mellal','country':'MA'}",
                                "{'name':'Kx B','city':'Salé','country':'MA'}")),
                Arguments.of("ctrl-z.csv", 1L, List.of("{'name':'Kd A'}")),
                Arguments.of(
                        "blank-after-comma.csv", 1L, List.of("{'name':'Kb A','city':'Safi, centre','country':'MA'}")),
                Arguments.of(
                        "backslash-quote.csv",
                        1L,
                        List.of("misplaced-quote", "{'name':'Kz B','notes':'b','city':'Fès'}")),
                Arguments.of(
                        "headers-with-remarks.csv",
                        1L,
                        List.of("{'name':'Kaa A','city':'Safi','headcount':12,'sectors':['fintech']}")),
                Arguments.of("pretty.json", null, List.of("{'name':'Kad A','city':'Safi'}")),
                Arguments.of("own-export.json", null, List.of("{'name':'Kae A'}")),
                Arguments.of(
                        "two-headers-second-empty.csv",
                        1L,
                        List.of("{'name':'Kai','city':'Taza','sectors':['fintech']}")));
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyRowOfCaseIsAccountedFor(String name, Long headerLine, List<String> records) throws IOException {
        ImportedFile file = read(name);
        assertNull(file.refusal());
        assertEquals(headerLine, file.detection().headerLine());
        if (records == null) {
            assertEquals(asList("name", "city"), file.fields());
            assertEquals(1, file.rows().size());
            assertEquals(List.of(), file.problems(0));
        } else {
            file.assertRecords(records.toArray(String[]::new));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+212", "-x", "@a", "'b", "\tc", "\rd"})
    void escapeOfAFormulaIsNoPartOfATextInCsv(String text) {
        String stored = text.replace('\t', ' ');
        ImportedFile file = files.read("name,notes\nA,\"'" + text + "\"\nB,\"" + text + "\"\nC,'Oumnia\n");
        assertEquals(stored, file.text(0, "/notes"));
        assertEquals(text.equals("'b") ? "'b" : stored, file.text(1, "/notes"));
        assertEquals("'Oumnia", file.text(2, "/notes"));
    }

    @Test
    void columnWhoseWordsMeanNamesIsTheName() throws IOException {
        ImportedFile file = ImportedFile.read(
                Files.readAllBytes(CASES.resolve("no-name-column.csv")),
                PartnerRecord.SCHEMA,
                ReadingOptions.NONE,
                values);
        assertEquals(List.of("Kab A", "Kab B"), List.of(file.text(0, "/name"), file.text(1, "/name")));
        assertEquals("name", file.detection().columns().get(0).takenFor());
    }

    @Test
    void fileWithoutNameColumnIsOneProblem() {
        ImportedFile file = files.read("wilaya,city\nTiaret,Fès\nAdrar,Taza\n");
        assertEquals("no-name-column", file.code());
        assertEquals(
                List.of("wilaya, city", "{\"wilaya\":\"name\"}"), file.refusal().arguments());
        assertEquals(List.of(), file.rows());
        ImportedFile several = files.read("tech hub name,founder name,hub owner name,parc name,city\na,b,c,d,Fès\n");
        assertEquals("no-name-column", several.code());
        ImportedFile mapped =
                files.read("wilaya,city\nTiaret,Fès\n".getBytes(UTF_8), ImportedFile.mapping("wilaya", "name"));
        assertEquals("Tiaret", mapped.text(0, "/name"));
        assertNull(files.read("slug,city\nchari,Fès\n").refusal());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "Startups\\n\\nNom;Ville;Pays\\nA;Fès;Maroc\\n#3",
                "% export du 3/1, v2\\nNom,Ville,Pays\\nA,Fès,Maroc\\n#2",
                "Pays;Maroc;\\nAnnée;2023;\\nNom;Ville;Pays\\nA;Fès;Maroc\\n#3",
                "sep=;\\nListe;;\\nNom;Ville;Pays\\nA;Fès;Maroc\\n#3",
                "\"sep=;\"\\nNom;Ville;Pays\\nA;Fès;Maroc\\n#2",
                ";;\\n;;\\nNom;Ville;Pays\\nA;Fès;Maroc\\n#3",
                "Identité;Lieu;Lieu\\nNom;Ville;Pays\\nA;Fès;Maroc\\n#2",
                "Nom\\tVille\\tPays\\nA\\tFès\\tMaroc\\n#1",
                "Nom|Ville|Pays\\nA|Fès|Maroc\\n#1",
            })
    void headerIsFirstLineWithKnownColumns(String text, long line) {
        ImportedFile file = files.read(text.replace("\\n", "\n").replace("\\t", "\t"));
        file.assertRecords("{'name':'A','city':'Fès','country':'MA'}");
        assertEquals(line, file.detection().headerLine());
    }

    @Test
    void linesThatAreNoRowsAreTold() {
        ImportedFile file = files.read(
                """
                Nom;Ville;Effectif
                Ka;Fès;3
                nom;VILLE;Effectif
                Total;;3
                Kb;Taza;1 200
                Sous-total :;;1 200
                ;Total général;1 203
                Total;Paris;
                Total Energies;;4
                Source : enquête 2023;;
                """);
        file.assertRecords(
                "{'name':'Ka','city':'Fès','headcount':3}",
                "{'name':'Kb','city':'Taza','headcount':1200}",
                "{'name':'Total','city':'Paris'}",
                "{'name':'Total Energies','headcount':4}");
        assertEquals(
                List.of("3 header", "4 total", "6 total", "7 total", "10 note"),
                file.detection().skipped().stream()
                        .map(skipped -> skipped.line() + " " + skipped.why())
                        .toList());
        assertEquals(5, file.rows().get(1).line());
        assertEquals(2, file.rows().get(1).number());
    }

    @Test
    void shortRowsAndColumnsWithoutNameAreRead() {
        files.read("name,city,,\nKa\nKb,Fès\nKc,Fès,x\nKd,Fès,,,,,,,\nKe,Fès,x,y,z\n")
                .assertRecords(
                        "{'name':'Ka'}",
                        "{'name':'Kb','city':'Fès'}",
                        "{'name':'Kc','city':'Fès'}",
                        "{'name':'Kd','city':'Fès'}",
                        "ragged-row");
    }

    @Test
    void oneColumnWithOtherDelimitersIsRefused() {
        files.read("Nom\nKa;Fès\nKb;Taza\n").assertRecords("ragged-row", "ragged-row");
        files.read("Nom\n\"Ka, Kb\"\nKc\n").assertRecords("{'name':'Ka, Kb'}", "{'name':'Kc'}");
        assertNull(files.read("Nom\nKa, Kb\n").detection().delimiter());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "name,city\\n\"Ka \"best\" one\",Fès\\nKb,Taza\\n#misplaced-quote",
                "name,city\\n\"Ka \\\"x\\\" y\",Fès\\n\"Kb\",\"Taza\"\\n#misplaced-quote",
                "name,city\\nKa,\"Fès\\nKb,Taza\\n#unclosed-quote",
                "name,city\\nKa,\"Fès\\nKb,\"Taza\"\\n#misplaced-quote",
                "name,city\\n\"Ka\"x,\"a\\nb\",\"c\\nd\"\\nKb,Taza\\n#misplaced-quote",
                "name,city\\r\\n\"Ka\"x,Fès\\r\\nKb,Taza\\r\\n#misplaced-quote",
                "name,city\\r\"Ka\"x,Fès\\rKb,Taza\\r#misplaced-quote",
            })
    void badlyQuotedRowIsRefusedAlone(String text, String code) {
        ImportedFile file = files.read(text.replace("\\n", "\n").replace("\\r", "\r"));
        file.assertRecords(code, "{'name':'Kb','city':'Taza'}");
        assertTrue(file.rows().get(0).line() == 2 && file.rows().get(1).line() > 2, file.rows()::toString);
    }

    @Test
    void everyRowMayBeBadlyQuoted() {
        ImportedFile file = files.read("name,city\n" + "\"a \"b\" c\",Fès\n".repeat(3_000) + "Kb,Taza\n");
        assertEquals(3_001, file.rows().size());
        assertEquals(3_002, file.rows().get(3_000).line());
        assertEquals("Kb", file.text(3_000, "/name"));
    }

    @Test
    void badlyQuotedRowBeyondLimitsIsRefusedAlone() {
        ReadingLimits limits = new ReadingLimits(1 << 20, 1 << 10, 1 << 16, 500);
        String cell = "x".repeat(2_000);
        files.read(ImportedFile.utf8("name,city\n" + cell + ",\"a\"b\nKb,Taza\n"), limits)
                .assertRecords("misplaced-quote", "{'name':'Kb','city':'Taza'}");
        String line = "x".repeat(40_000);
        ImportedFile far = files.read(ImportedFile.utf8("name,city\n\"a\"" + line + ",b\nKb,Taza\n"), limits);
        far.assertRecords("misplaced-quote", "{'name':'Kb','city':'Taza'}");
        assertEquals(3, far.rows().get(1).line());
    }

    @Test
    void textFormulasAndBlanksAroundQuotesAreRead() {
        files.read("name,notes,city\n=\"Ka\",\"=\"\"0012\"\"\",\t\"Fès\" \n")
                .assertRecords("{'name':'Ka','notes':'0012','city':'Fès'}");
        files.read("name;notes\nKa;=1+1\n").assertRecords("{'name':'Ka','notes':'=1+1'}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "Nom\\r\\nKd A\\r\\n\u001a#1",
                "Nom\\nKd A\u001a#1",
                "Nom;Ville\\nKd A;\\n\u001a\u001a\u001a#1",
                "{\"name\":\"Kd A\"}\\n\u001a#1",
            })
    void endMarkOfDosIsIgnored(String text, int rows) {
        ImportedFile file = files.read(text.replace("\\n", "\n").replace("\\r", "\r"));
        file.assertRecords("{'name':'Kd A'}");
        assertEquals(rows, file.rows().size());
    }

    @ParameterizedTest
    @CsvSource({"macintosh, x-MacRoman", "cp850, IBM850", "windows-1252, windows-1252"})
    void oldCharsetsAreDetected(String name, String charset) {
        String text = "Nom;Ville;Notes\nÉcole d’été;Béni Mellal;à côté, où ça naît\nKx;Salé;\n"
                .replace("’", name.equals("cp850") ? "'" : "’");
        ImportedFile file = files.read(ImportedFile.in(charset, text));
        assertEquals(name, file.detection().charset());
        assertEquals("Béni Mellal", file.text(0, "/city"));
        assertEquals("à côté, où ça naît", file.text(0, "/notes"));
    }

    @Test
    void lettersThatMakeNoSenseAreDoubted() {
        byte[] text = ImportedFile.in("ISO-8859-5", "Nom;Ville\nМосква;Москва\nСофия;София\n");
        assertEquals("doubtful-charset", files.read(text).code());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "[{\"name\":\"Ka\",\"headcount\":12.0},{\"name\":\"Kb\",\"headcount\":NaN}]#{'name':'Ka','headcount':12}"
                        + " {'name':'Kb'}",
                "{\"name\":\"Ka\",\"headcount\":12.0}\\n"
                        + "{\"name\":\"Kb\",\"headcount\":NaN}#{'name':'Ka','headcount':12} {'name':'Kb'}",
                "{\"meta\":{\"a\":[1]},\"data\":[{\"name\":\"Ka\"},{\"name\":\"Kb\"}],\"links\":{}}#{'name':'Ka'}"
                        + " {'name':'Kb'}",
                "{\\n"
                        + "  \"data\": [\\n"
                        + "    {\"name\": \"Ka\"},\\n"
                        + "    {\"name\": \"Kb\"}\\n"
                        + "  ]\\n"
                        + "}#{'name':'Ka'} {'name':'Kb'}",
                "{\\n  \"name\": \"Ka\"\\n}\\n{\\n  \"name\": \"Kb\"\\n}#{'name':'Ka'} {'name':'Kb'}",
                "[\\n"
                        + "{\"name\":\"Ka\",\"name\":\"x\"},\\n"
                        + "[1],{\"name\":\"Kb\",\"founded\":2019.0}]#duplicate-key not-a-row"
                        + " {'name':'Kb','founded':'2019'}",
            })
    void jsonDocumentsAreRead(String text, String records) {
        files.read(text.replace("\\n", "\n")).assertRecords(records.split(" "));
    }

    @Test
    void damagedJsonKeepsRowsBeforeIt() {
        ImportedFile file = files.read("[{\"name\":\"Ka\"},\n{\"name\":\"Kb\",}]");
        assertEquals("not-json", file.code());
        assertEquals(2, file.refusal().place().line());
        assertEquals(1, file.rows().size());
    }

    @Test
    void utf16IsReadWithTitle() {
        ImportedFile file = files.read(ImportedFile.in("UTF-16LE", "\uFEFFListe\r\nNom\tVille\r\nKa\tFès\r\n"));
        file.assertRecords("{'name':'Ka','city':'Fès'}");
        assertEquals(2L, file.detection().headerLine());
    }

    @Test
    void unnamedColumnsDoNotCount() {
        ReadingLimits limits = new ReadingLimits(1 << 20, 1 << 10, 1 << 16, 5);
        ImportedFile file = files.read(
                ImportedFile.utf8("name,city" + ",".repeat(50) + "\nKa,Fès" + ",".repeat(90) + "\n"), limits);
        file.assertRecords("{'name':'Ka','city':'Fès'}");
        assertEquals(2, file.detection().columns().size());
    }
}

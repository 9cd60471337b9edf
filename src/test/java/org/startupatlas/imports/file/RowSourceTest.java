package org.startupatlas.imports.file;

import static java.util.Arrays.asList;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.startupatlas.imports.file.ImportedFile.gzip;
import static org.startupatlas.imports.file.ImportedFile.in;
import static org.startupatlas.imports.file.ImportedFile.mapping;
import static org.startupatlas.imports.file.ImportedFile.utf8;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.startupatlas.imports.cell.CellParser;
import org.startupatlas.resource.startup.StartupSchema;
import org.startupatlas.testing.H2Only;

/** Tests that files are read with the detected or requested options, or refused with a code and a line. */
@QuarkusTest
@H2Only
class RowSourceTest {
    private static final String FRENCH =
            """
            Nom;Ville;Année de création;Secteur
            Économie Solidaire;Fès;2020;Santé
            Société Générale d’Éclairage;Témara;2019;Énergie
            """;

    private static final String ARABIC =
            """
            الاسم,المدينة,القطاع
            شركة النور,الدار البيضاء,الصحة
            مقاولة المستقبل,الرباط,الزراعة
            """;

    @Inject
    CellParser values;

    private ImportedFile read(byte[] bytes) {
        return read(bytes, ReadingOptions.NONE);
    }

    private ImportedFile read(byte[] bytes, ReadingOptions options) {
        return ImportedFile.read(bytes, StartupSchema.STARTUPS, options, values);
    }

    private ImportedFile read(String text) {
        return read(utf8(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1252", "UTF-16LE", "UTF-16BE", "UTF-16"})
    void frenchIsReadInSpreadsheetCharsets(String charset) {
        ImportedFile file = read(in(charset, FRENCH));
        assertNull(file.refusal());
        assertEquals("Économie Solidaire", file.text(0, "/name"));
        assertEquals("Société Générale d’Éclairage", file.text(1, "/name"));
        assertEquals("Fès", file.text(0, "/city"));
        assertEquals(";", file.detection().delimiter());
        assertEquals(asList("name", "city", "founded_year", "sectors"), file.fields());
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1256", "UTF-16LE", "UTF-16BE", "UTF-16"})
    void arabicIsReadInSpreadsheetCharsets(String charset) {
        ImportedFile file = read(in(charset, ARABIC));
        assertNull(file.refusal());
        assertEquals("شركة النور", file.text(0, "/name"));
        assertEquals("الدار البيضاء", file.text(0, "/city"));
        assertEquals("healthtech", file.text(0, "/sectors/0"));
        assertEquals("agritech", file.text(1, "/sectors/0"));
    }

    @Test
    void byteOrderMarkIsNotPartOfFirstColumn() {
        ImportedFile file = read("\uFEFFname,city\nChari,Casablanca\n");
        assertEquals("name", file.detection().columns().get(0).name());
        assertEquals("Chari", file.text(0, "/name"));
        assertEquals("UTF-8", file.detection().charset());
    }

    @Test
    void charsetIsDetectedByDistantAccent() {
        String plain = "name,city\n" + "Chari,Casablanca\n".repeat(200_000);
        ImportedFile file = read(in("windows-1252", plain + "Zoé,Fès\n"));
        assertEquals("windows-1252", file.detection().charset());
        assertEquals("Zoé", file.text(200_000, "/name"));
    }

    @Test
    void charsetOfRequestTakesPrecedence() {
        ReadingOptions options = new ReadingOptions(Charset.forName("ISO-8859-15"), null, Map.of());
        ImportedFile file = read(in("ISO-8859-15", "name,notes\nCœur,100 €\n"), options);
        assertEquals("Cœur", file.text(0, "/name"));
        assertEquals("ISO-8859-15", file.detection().charset());
    }

    @Test
    void onlyRowsWithInvalidBytesAreRefused() {
        byte[] good = utf8("name,city\nZoé,Fès\nÉmile,Salé\n");
        byte[] bad = in("windows-1252", "Chloé,Fès\n");
        byte[] all = Arrays.copyOf(good, good.length + bad.length);
        System.arraycopy(bad, 0, all, good.length, bad.length);
        ImportedFile file = read(all);
        assertEquals("UTF-8", file.detection().charset());
        assertEquals(List.of(), file.problems(1));
        assertEquals(List.of("not-in-charset", "not-in-charset"), file.problems(2));
        assertEquals(4, file.rows().get(2).line());
    }

    @Test
    void fileInOtherCharsetThanRequestedIsRefused() {
        ReadingOptions options = new ReadingOptions(Charset.forName("UTF-8"), null, Map.of());
        assertEquals("not-in-charset", read(in("windows-1256", ARABIC), options).code());
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void delimiterIsDetected(String delimiter) {
        String text = "name,city,notes\n\"Chari, Inc.; | \",Casablanca,a\n\"Dari\"\"s\",Rabat,\"b,c;d|e\n\tf\"\n";
        String quoted = text.replace("name,city,notes", "name" + delimiter + "city" + delimiter + "notes")
                .replace(",Casablanca,", delimiter + "Casablanca" + delimiter)
                .replace(",Rabat,", delimiter + "Rabat" + delimiter);
        ImportedFile file = read(quoted);
        assertEquals(delimiter, file.detection().delimiter());
        assertEquals("Chari, Inc.; | ", file.text(0, "/name"));
        assertEquals("Dari\"s", file.text(1, "/name"));
        assertEquals("b,c;d|e\n\tf", file.text(1, "/notes"));
    }

    @Test
    void declaredDelimiterTakesPrecedence() {
        assertEquals(
                "Casa,blanca", read("sep=;\nname;city\nChari;Casa,blanca\n").text(0, "/city"));
        ReadingOptions options = new ReadingOptions(null, '#', Map.of());
        assertEquals("a,b", read(utf8("name#city\nChari#a,b\n"), options).text(0, "/city"));
        assertEquals(
                "unfit-delimiter",
                read(utf8("name,city\nA,B\n"), new ReadingOptions(null, '"', Map.of()))
                        .code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void allLineEndsAreAccepted(String end) {
        ImportedFile csv = read(String.join(end, "name,city", "Chari,Casablanca", "", "Dari,Rabat"));
        assertEquals(2, csv.rows().size());
        assertEquals(4, csv.rows().get(1).line());
        assertEquals("Rabat", csv.text(1, "/city"));
        ImportedFile ndjson = read(String.join(end, "{\"name\":\"Chari\"}", "", "{\"name\":\"Dari\"}"));
        assertEquals(3, ndjson.rows().get(1).line());
        assertEquals(2, ndjson.rows().get(1).number());
    }

    @Test
    void rowWithMoreOrFewerCellsIsRefused() {
        ImportedFile file = read("name,city\nChari\nDari,Rabat\nYola,Fès,MA\n,,,,\n");
        assertEquals(List.of("ragged-row"), file.problems(0));
        assertEquals(List.of("2", "1"), file.rows().get(0).problems().get(0).arguments());
        assertEquals(List.of(), file.problems(1));
        assertEquals(List.of("2", "3"), file.rows().get(2).problems().get(0).arguments());
        assertEquals(3, file.rows().size());
        assertTrue(file.rows().get(0).record().isEmpty());
    }

    @Test
    void gzipWithSeveralMembersIsRead() {
        byte[] one = gzip(utf8("name,city\nChari,Casablanca\n"));
        byte[] two = gzip(utf8("Dari,Rabat\n"));
        byte[] both = Arrays.copyOf(one, one.length + two.length);
        System.arraycopy(two, 0, both, one.length, two.length);
        ImportedFile file = read(both);
        assertNull(file.refusal());
        assertEquals("gzip", file.detection().compression());
        assertEquals("Dari", file.text(1, "/name"));
    }

    @Test
    void truncatedFileReturnsCompleteRowsThenFails() {
        StringBuilder rows = new StringBuilder("name,city\n");
        Random random = new Random(5);
        for (int i = 0; i < 20_000; i++) {
            rows.append("Startup ")
                    .append(random.nextInt())
                    .append(",\"Fès\n")
                    .append(random.nextInt())
                    .append("\"\n");
        }
        byte[] whole = gzip(utf8(rows.toString()));
        ImportedFile all = read(whole);
        assertNull(all.refusal());
        for (int length = whole.length - 1; length > 1_000; length -= 7_919) {
            ImportedFile cut = read(Arrays.copyOf(whole, length));
            assertEquals("cut-gzip", cut.code());
            int given = cut.rows().size();
            assertEquals(all.rows().subList(0, given), cut.rows());
            assertEquals(2 + 2 * given, cut.refusal().violation().place().line());
        }
    }

    @Test
    void damagedGzipIsReported() {
        byte[] whole = gzip(utf8("name,city\n" + "Chari,Casablanca\n".repeat(1_000)));
        byte[] wrongSum = whole.clone();
        wrongSum[whole.length - 6] ^= 1;
        ImportedFile file = read(wrongSum);
        assertEquals("damaged-gzip", file.code());
        byte[] behind = Arrays.copyOf(whole, whole.length + 30);
        assertEquals("damaged-gzip", read(behind).code());
        assertEquals(
                "damaged-gzip",
                read(new byte[] {0x1f, (byte) 0x8b, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9})
                        .code());
    }

    @Test
    void decompressionStopsAtLimit() {
        ReadingLimits limits = new ReadingLimits(1 << 20, 1 << 10, 1 << 16, 500);
        byte[] rows = gzip(utf8("name,city\n" + "Chari,Casablanca\n".repeat(100_000)));
        ImportedFile bomb = ImportedFile.read(rows, StartupSchema.STARTUPS, ReadingOptions.NONE, values, limits);
        assertEquals("file-too-large", bomb.code());
        assertTrue(bomb.rows().size() > 60_000);
        byte[] letters = gzip(utf8("name,city\n" + "a".repeat(200_000)));
        ImportedFile cell = ImportedFile.read(letters, StartupSchema.STARTUPS, ReadingOptions.NONE, values, limits);
        assertEquals("row-too-long", cell.code());
        byte[] blank = gzip(utf8("name,city\n" + "\n".repeat(2_000_000)));
        assertEquals(
                "file-too-large",
                ImportedFile.read(blank, StartupSchema.STARTUPS, ReadingOptions.NONE, values, limits)
                        .code());
    }

    @Test
    void onlyRowsBeyondLimitsAreRefused() {
        String cell = "x".repeat((1 << 20) + 1);
        ImportedFile csv = read("name,city\n" + cell + ",a\nDari," + cell.substring(1) + "\nYola,b\n");
        assertEquals(List.of("cell-too-long"), csv.problems(0));
        assertEquals(List.of(), csv.problems(1));
        assertEquals(List.of(), csv.problems(2));
        String wide = ("," + "x".repeat(1 << 20)).repeat(5);
        ImportedFile row = read("name,city,notes,a,b,c\nChari" + wide + "\nDari,a,b,c,d,e\n");
        assertEquals(List.of("row-too-long"), row.problems(0));
        assertEquals(List.of(), row.problems(1));
        ImportedFile ndjson =
                read("{\"name\":\"Chari\"}\n{\"name\":\"" + "x".repeat(5 << 20) + "\"}\n{\"name\":\"Dari\"}");
        assertEquals(List.of("row-too-long"), ndjson.problems(1));
        assertEquals("Dari", ndjson.text(2, "/name"));
    }

    @Test
    void tooManyColumnsAreRefused() {
        assertEquals(
                "too-many-columns", read("name" + ",x".repeat(500) + "\na\n").code());
        assertNull(read("name" + ",x".repeat(499) + "\na" + ",b".repeat(499) + "\n")
                .refusal());
    }

    @Test
    void invalidQuotesAreReportedWithLine() {
        ImportedFile unclosed = read("name,city\nChari,Casablanca\nDari,\"Rabat\nYola,Fès\n");
        assertEquals("unclosed-quote", unclosed.code());
        assertEquals(3, unclosed.refusal().violation().place().line());
        assertEquals(1, unclosed.rows().size());
        ImportedFile nested = read("name,city\nChari,Casablanca\n\"The \"best\" one\",Rabat\nYola,Fès\n");
        assertEquals("misplaced-quote", nested.code());
        assertEquals(3, nested.refusal().violation().place().line());
        assertEquals(1, nested.rows().size());
        assertEquals("5\" disk", read("name,city\n5\" disk,Rabat\n").text(0, "/name"));
    }

    @Test
    void rowWithUnstorableTextIsRefused() {
        ImportedFile csv = read("name,city\nCha\0ri,Casablanca\nDari,Rabat\n");
        assertEquals(List.of("invalid-text"), csv.problems(0));
        assertEquals("name", csv.rows().get(0).problems().get(0).place().column());
        assertEquals(List.of(), csv.problems(1));
        ImportedFile ndjson = read("{\"name\":\"a\\u0000b\"}\n{\"name\":\"\\ud800\"}\n");
        assertEquals(List.of("invalid-text"), ndjson.problems(0));
        assertEquals(List.of("invalid-text"), ndjson.problems(1));
    }

    @ParameterizedTest
    @CsvSource({
        "'', empty-file",
        "'  \n\n', empty-file",
        "'name,city\n', no-rows",
        "'<!DOCTYPE html><html>', markup-file",
        "'<?xml version=\"1.0\"?><a/>', markup-file",
        "'[{\"name\":\"Chari\"}]', json-array",
        "'[\n{\"name\":\"Chari\"}]', json-array",
        "'%PDF-1.7', binary-file",
        "'x,y\n1,2\n', no-known-column",
    })
    void nonTabularTextIsRecognized(String text, String code) {
        assertEquals(code, read(text).code());
    }

    @Test
    void workbooksAndArchivesAreRecognized() {
        assertEquals(
                "spreadsheet-file",
                read(in("ISO-8859-1", "PK\3\4....[Content_Types].xml")).code());
        assertEquals(
                "archive-file", read(in("ISO-8859-1", "PK\3\4....startups.csv")).code());
        assertEquals(
                "spreadsheet-file",
                read(in("ISO-8859-1", "\u00d0\u00cf\u0011\u00e0....")).code());
        assertEquals("archive-file", read(gzip(gzip(utf8("name\nChari\n")))).code());
        byte[] random = new byte[4_096];
        new Random(3).nextBytes(random);
        assertEquals("binary-file", read(random).code());
    }

    @Test
    void ndjsonIsReadStrictly() {
        ImportedFile file = read(
                """
                {"name":"Chari","summary":{"fr":"Épicerie"},"version":7,"labels":{},"expanded":{},"nonsense":1}
                {"name":"Dari","name":"Twice"}
                ["name"]
                {"name":
                {"a":%s1%s}
                {"name":"Yola"} {"name":"Yola"}
                {"name":null,"slug":"yola","status":""}
                """
                        .formatted("[".repeat(40), "]".repeat(40)));
        assertAll(
                () -> assertEquals("ndjson", file.detection().format()),
                () -> assertNull(file.detection().delimiter()),
                () -> assertEquals(
                        "{\"name\":\"Chari\",\"summary\":{\"fr\":\"Épicerie\"}}",
                        file.rows().get(0).record().toString()),
                () -> assertEquals(List.of("duplicate-key"), file.problems(1)),
                () -> assertEquals(List.of("not-a-row"), file.problems(2)),
                () -> assertEquals(List.of("not-json"), file.problems(3)),
                () -> assertEquals(List.of("body-beyond-limits"), file.problems(4)),
                () -> assertEquals(List.of("not-json"), file.problems(5)),
                () -> assertTrue(file.rows().get(6).record().get("name").isNull()),
                () -> assertEquals(asList("name", "summary", null, null, null, null, "slug", "status"), file.fields()));
    }

    @Test
    void mappingReadsNestedValues() {
        ReadingOptions options =
                mapping("names.0.value", "name", "id", "external_ids.ror", "established", "founded", "types", "");
        ImportedFile file = read(
                utf8(
                        """
                        {"id":"https://ror.org/000025p04","names":[{"value":"TSRI","lang":null}],"established":2019,"types":["x"]}
                        {"id":"https://ror.org/00003ef66","names":[],"established":null,"locations":[]}
                        """),
                options);
        assertEquals("TSRI", file.text(0, "/name"));
        assertEquals("https://ror.org/000025p04", file.text(0, "/external_ids/ror"));
        assertEquals("2019", file.text(0, "/founded"));
        assertEquals(List.of(), file.problems(0));
        assertTrue(file.rows().get(1).record().at("/name").isMissingNode());
        assertTrue(file.rows().get(1).record().get("founded").isNull());
        assertEquals(asList("name", "external_ids.ror", "founded", null, null), file.fields());
    }

    @Test
    void mappingTakesPrecedenceAndIsValidated() {
        byte[] file = utf8("Nom,Raison sociale,Ville\nChari,Chari SARL,Fès\n");
        assertEquals("column-twice", read(file).code());
        ImportedFile mapped = read(file, mapping("Raison sociale", "name", "ville", ""));
        assertEquals(asList(null, "name", null), mapped.fields());
        assertEquals("Chari SARL", mapped.text(0, "/name"));
        assertEquals("unknown-column", read(file, mapping("Rue", "city")).code());
        assertEquals("unknown-field", read(file, mapping("Ville", "town")).code());
        assertEquals("unknown-field", read(file, mapping("Ville", "version")).code());
        assertEquals(
                "column-twice",
                read(file, mapping("Nom", "name", "Ville", "name")).code());
    }

    @Test
    void fieldNameTakesPrecedenceOverOtherNames() {
        ImportedFile file = read(
                "name,Société,id,slug,version,created_at,labels.sectors,expanded.counts,Etc.\na,b,c,d,1,e,f,g,h\n");
        assertEquals(asList("name", null, "id", "slug", null, null, null, null, null), file.fields());
    }

    @Test
    void invisibleMarksAreIgnoredInNamesAndCodes() {
        ImportedFile file = read("\u200fالاسم\u200e,Sec\u200bteurs,N\u200d_OTES\nشركة,\u200fالصحة\u200f,x\n");
        assertEquals(asList("name", "sectors", "notes"), file.fields());
        assertEquals("healthtech", file.text(0, "/sectors/0"));
    }

    @Test
    void ambiguousNameIsResolvedByHeaderLanguage() {
        assertEquals(
                asList("name", "summary.fr", "city"),
                read("Nom,Description,Ville\na,b,c\n").fields());
        assertEquals(
                asList("name", "summary.en", "city"),
                read("Name,Description,City\na,b,c\n").fields());
        assertEquals(
                asList("name", "summary.ar", "city"),
                read("الاسم,الوصف,المدينة\na,b,c\n").fields());
    }
}

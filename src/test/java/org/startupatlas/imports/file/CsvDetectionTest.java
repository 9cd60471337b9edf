package org.startupatlas.imports.file;

import static java.util.Arrays.asList;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.startupatlas.imports.file.ImportedFile.in;
import static org.startupatlas.imports.file.ImportedFile.utf8;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.startupatlas.testing.H2Only;

/** Tests that the charset, the delimiter and the line ends of a file are detected, or taken from the request. */
@QuarkusTest
@H2Only
class CsvDetectionTest {
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
    StartupFiles files;

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1252", "UTF-16LE", "UTF-16BE", "UTF-16"})
    void frenchIsReadInSpreadsheetCharsets(String charset) {
        ImportedFile file = files.read(in(charset, FRENCH));
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
        ImportedFile file = files.read(in(charset, ARABIC));
        assertNull(file.refusal());
        assertEquals("شركة النور", file.text(0, "/name"));
        assertEquals("الدار البيضاء", file.text(0, "/city"));
        assertEquals("healthtech", file.text(0, "/sectors/0"));
        assertEquals("agritech", file.text(1, "/sectors/0"));
    }

    @Test
    void byteOrderMarkIsNotPartOfFirstColumn() {
        ImportedFile file = files.read("\uFEFFname,city\nChari,Casablanca\n");
        assertEquals("name", file.detection().columns().get(0).name());
        assertEquals("Chari", file.text(0, "/name"));
        assertEquals("UTF-8", file.detection().charset());
    }

    @Test
    void charsetIsDetectedByDistantAccent() {
        String plain = "name,city\n" + "Chari,Casablanca\n".repeat(200_000);
        ImportedFile file = files.read(in("windows-1252", plain + "Zoé,Fès\n"));
        assertEquals("windows-1252", file.detection().charset());
        assertEquals("Zoé", file.text(200_000, "/name"));
    }

    @Test
    void charsetOfRequestTakesPrecedence() {
        ReadingOptions options = new ReadingOptions(Charset.forName("ISO-8859-15"), null, null, false, Map.of());
        ImportedFile file = files.read(in("ISO-8859-15", "name,notes\nCœur,100 €\n"), options);
        assertEquals("Cœur", file.text(0, "/name"));
        assertEquals("ISO-8859-15", file.detection().charset());
    }

    @Test
    void onlyRowsWithInvalidBytesAreRefused() {
        byte[] good = utf8("name,city\nZoé,Fès\nÉmile,Salé\n");
        byte[] bad = in("windows-1252", "Chloé,Fès\n");
        byte[] all = Arrays.copyOf(good, good.length + bad.length);
        System.arraycopy(bad, 0, all, good.length, bad.length);
        ImportedFile file = files.read(all);
        assertEquals("UTF-8", file.detection().charset());
        assertEquals(List.of(), file.problems(1));
        assertEquals(List.of("not-in-charset", "not-in-charset"), file.problems(2));
        assertEquals(4, file.rows().get(2).line());
    }

    @Test
    void fileInOtherCharsetThanRequestedIsRefused() {
        ReadingOptions options = new ReadingOptions(Charset.forName("UTF-8"), null, null, false, Map.of());
        assertEquals(
                "not-in-charset",
                files.read(in("windows-1256", ARABIC), options).code());
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void delimiterIsDetected(String delimiter) {
        String text = "name,city,notes\n\"Chari, Inc.; | \",Casablanca,a\n\"Dari\"\"s\",Rabat,\"b,c;d|e\n\tf\"\n";
        String quoted = text.replace("name,city,notes", "name" + delimiter + "city" + delimiter + "notes")
                .replace(",Casablanca,", delimiter + "Casablanca" + delimiter)
                .replace(",Rabat,", delimiter + "Rabat" + delimiter);
        ImportedFile file = files.read(quoted);
        assertEquals(delimiter, file.detection().delimiter());
        assertEquals("Chari, Inc.; | ", file.text(0, "/name"));
        assertEquals("Dari\"s", file.text(1, "/name"));
        assertEquals("b,c;d|e\n f", file.text(1, "/notes"));
    }

    @Test
    void declaredDelimiterTakesPrecedence() {
        assertEquals(
                "Casa,blanca",
                files.read("sep=;\nname;city\nChari;Casa,blanca\n").text(0, "/city"));
        ReadingOptions options = new ReadingOptions(null, '#', null, false, Map.of());
        assertEquals("a,b", files.read(utf8("name#city\nChari#a,b\n"), options).text(0, "/city"));
        assertEquals(
                "unfit-delimiter",
                files.read(utf8("name,city\nA,B\n"), new ReadingOptions(null, '"', null, false, Map.of()))
                        .code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void allLineEndsAreAccepted(String end) {
        ImportedFile csv = files.read(String.join(end, "name,city", "Chari,Casablanca", "", "Dari,Rabat"));
        assertEquals(2, csv.rows().size());
        assertEquals(4, csv.rows().get(1).line());
        assertEquals("Rabat", csv.text(1, "/city"));
        ImportedFile ndjson = files.read(String.join(end, "{\"name\":\"Chari\"}", "", "{\"name\":\"Dari\"}"));
        assertEquals(3, ndjson.rows().get(1).line());
        assertEquals(2, ndjson.rows().get(1).number());
    }
}

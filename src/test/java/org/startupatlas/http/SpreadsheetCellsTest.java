package org.startupatlas.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import de.siegmar.fastcsv.reader.CsvReader;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.startupatlas.imports.Imports;
import org.startupatlas.imports.JobAnswer;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.ForWriting;
import org.startupatlas.testing.TestKeys;
import org.startupatlas.testing.Workbook;
import org.startupatlas.testing.Writes;

/** Tests that no cell is a formula for spreadsheets, in any endpoint. */
@QuarkusTest
@TestProfile(ForWriting.class)
class SpreadsheetCellsTest {
    @ParameterizedTest
    @ValueSource(strings = {"=", "+", "-", "@", "＝", "＋", "－", "＠"})
    void formulaIsEscaped(String first) {
        String text = first + "1+1|cmd";
        JsonNode record = Atlas.read(
                JsonNode.class,
                Writes.post(
                        201,
                        "/v1/indicators",
                        "{\"name\":%1$s,\"unit\":%1$s,\"notes\":%1$s,\"baseline\":{\"value\":1}}"
                                .formatted(TextNode.valueOf(text))));
        String own = "id=" + record.get("id").textValue();
        assertMarked(text, Atlas.get(200, "/v1/indicators?format=csv&" + own));
        assertMarked(text, Atlas.get(200, "/v1/indicators?format=csv&lang=fr&fields=name&" + own));
        assertMarked(text, Atlas.get(200, "/v1/exports/indicators?format=csv&" + own));
        assertNoFormula(text, "/v1/indicators?format=xlsx&" + own);
        assertNoFormula(text, "/v1/indicators?format=xlsx&lang=fr&fields=name&" + own);
        assertNoFormula(text, "/v1/exports/indicators?format=xlsx&" + own);
        assertReportMarked(text, record);
        assertComesBack(record);
    }

    /** Asserts that a workbook has the text itself, which stays a text when somebody edits it. */
    private static void assertNoFormula(String text, String path) {
        Workbook workbook = Workbook.at(path);
        assertTrue(workbook.rows().get(1).contains(text), () -> workbook.rows().toString());
        assertFalse(workbook.sheet().contains("<f"), workbook.sheet());
        String cell = "s=\"4\" t=\"inlineStr\"><is><t xml:space=\"preserve\">" + text + "</t>";
        assertTrue(workbook.sheet().contains(cell), workbook.sheet());
        assertTrue(workbook.parts().get("xl/styles.xml").contains("quotePrefix=\"1\"/></cellXfs>"), "the style 4");
    }

    @Test
    void longTextIsAnErrorInAWorkbook() {
        String notes = "long ".repeat(7_000);
        JsonNode record = Atlas.read(
                JsonNode.class,
                Writes.post(
                        201,
                        "/v1/indicators",
                        "{\"name\":\"Long\",\"unit\":\"MAD\",\"notes\":\"%s\",\"baseline\":{\"value\":1}}"
                                .formatted(notes)));
        String path = "/v1/exports/indicators?fields=name,notes&id="
                + record.get("id").textValue();
        assertEquals(
                "ERROR:#N/A", Workbook.at(path + "&format=xlsx").rows().get(1).get(2));
        assertTrue(Atlas.get(200, path + "&format=csv").asString().contains(notes.strip()));
    }

    private static void assertReportMarked(String text, JsonNode record) {
        JobAnswer job = Imports.ndjson(
                "indicators?dry_run=true",
                "{\"slug\":%s,\"notes\":\"other\"}\n{\"name\":\"Without A Period\",\"baseline\":{\"period\":%s}}"
                        .formatted(record.get("slug"), TextNode.valueOf(text)));
        assertEquals(new JobAnswer.Rows(2, 1, 1, 0, 0), job.rows());
        Response report = TestKeys.asAdmin().get(job.report() + "?format=csv");
        assertMarked(text, report);
        // In the summary, and for each of the two rows.
        assertEquals(3, cells(report).filter(("'" + text)::equals).count());
    }

    /** Asserts that the escaped text is imported as the original. */
    private static void assertComesBack(JsonNode record) {
        String table = Atlas.get(
                        200, "/v1/indicators?format=csv&id=" + record.get("id").textValue())
                .asString();
        JobAnswer job = Imports.csv("indicators", table);
        assertEquals(new JobAnswer.Rows(1, 0, 0, 1, 0), job.rows(), () -> Imports.report(job)
                .toString());
    }

    private static void assertMarked(String text, Response csv) {
        List<String> cells = cells(csv).toList();
        assertTrue(cells.contains("'" + text), cells::toString);
        assertTrue(cells.stream().noneMatch(cell -> cell.startsWith(text.substring(0, 1))), cells::toString);
    }

    private static Stream<String> cells(Response csv) {
        return CsvReader.builder().ofCsvRecord(csv.asString()).stream().flatMap(row -> row.getFields().stream());
    }
}

package org.startupatlas.http;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.startupatlas.ResourceCatalog;
import org.startupatlas.schema.Field;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.type.ValueType;
import org.startupatlas.schema.type.ValueTypes;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.Workbook;

/** Tests that workbooks have the tables of CSV, with types. */
@QuarkusTest
class WorkbooksTest {
    private static final String STARTUPS = "/v1/startups";

    static Stream<String> tables() {
        Stream<String> ofResources = ResourceCatalog.SCHEMAS.stream()
                .map(ResourceSchema::resource)
                .flatMap(name -> Stream.of(
                        "/v1/" + name + "?limit=200",
                        "/v1/" + name + "?limit=7&lang=ar",
                        "/v1/exports/" + name,
                        "/v1/exports/" + name + "?lang=fr"));
        return Stream.concat(
                ofResources,
                Stream.of(
                        STARTUPS + "?fields=name,founded,summary.fr&sort=-founded&limit=20",
                        STARTUPS + "?name=nobody-has-this-name",
                        STARTUPS + "?expand=participations.program&limit=3",
                        STARTUPS + "/wafr?lang=en",
                        STARTUPS + "/wafr/participations",
                        "/v1/exports/startups?as_of=1&fields=name,sectors",
                        "/v1/exports/startups?name=nobody-has-this-name",
                        "/v1/stats/startups?group_by=sectors,founded_year&lang=ar",
                        "/v1/stats/funding_rounds?group_by=date__year&metrics=count,amount__sum,amount__median",
                        "/v1/startups/chari/matches?with=partners&on=2026-11-30&lang=fr"));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void workbookEqualsCsv(String path) throws IOException {
        List<List<String>> lines = csv(Atlas.with(path, "format", "csv"));
        List<List<Object>> rows =
                Workbook.at(Atlas.with(path, "format", "xlsx")).rows();
        assertEquals(lines.get(0), rows.get(0));
        assertEquals(lines.size(), rows.size());
        for (int i = 1; i < lines.size(); i++) {
            for (int column = 0; column < lines.get(0).size(); column++) {
                List<Object> row = rows.get(i);
                assertSame(lines.get(i).get(column), column < row.size() ? row.get(column) : "");
            }
        }
    }

    private static void assertSame(String line, Object cell) {
        if (cell instanceof BigDecimal number) {
            assertEquals(0, new BigDecimal(line).compareTo(number), line + ", " + number);
        } else if (cell instanceof String text) {
            assertEquals(line.startsWith("'") ? line.substring(1) : line, text);
        } else {
            assertEquals(line, cell.toString());
        }
    }

    @ParameterizedTest
    @MethodSource("org.startupatlas.http.FormatsTest#resources")
    void cellsHaveTheTypesOfTheirFields(ResourceSchema schema) {
        List<List<Object>> rows =
                Workbook.at("/v1/exports/" + schema.resource() + "?format=xlsx").rows();
        List<Object> header = rows.get(0);
        for (Field field : schema.fields()) {
            List<Field> parts = field.shape() == Field.Shape.OBJECT ? field.parts() : List.of(field);
            for (Field part : parts) {
                int column = header.indexOf(part.equals(field) ? field.name() : field.name() + "." + part.name());
                rows.stream()
                        .skip(1)
                        .filter(row -> column < row.size() && !row.get(column).equals(""))
                        .forEach(row -> assertType(part, row.get(column)));
            }
        }
    }

    private static void assertType(Field field, Object cell) {
        ValueType<?> type = field.type();
        if (type == ValueTypes.INTEGER || type == ValueTypes.DECIMAL) {
            assertInstanceOf(BigDecimal.class, cell, field.name());
        } else if (type == ValueTypes.BOOLEAN) {
            assertInstanceOf(Boolean.class, cell, field.name());
        } else if (type == ValueTypes.PARTIAL_DATE) {
            assertEquals(cell.toString().matches("\\d{4}-\\d\\d-\\d\\d"), cell instanceof LocalDate, cell.toString());
        } else {
            assertInstanceOf(String.class, cell, field.name());
        }
    }

    @Test
    void someCellsAreDatesAndSomePartialOnes() {
        List<Object> founded = Workbook.at("/v1/exports/funding_rounds?format=xlsx&fields=date").rows().stream()
                .skip(1)
                .map(row -> row.size() > 1 ? row.get(1) : "")
                .toList();
        assertTrue(founded.stream().anyMatch(LocalDate.class::isInstance), founded::toString);
        assertTrue(founded.stream().anyMatch(date -> date.toString().matches("\\d{4}(-\\d\\d)?")), founded::toString);
    }

    @Test
    void headerIsBoldAndFrozen() {
        Workbook workbook = Workbook.at(STARTUPS + "?format=xlsx&limit=2&fields=name,summary");
        assertEquals(List.of("startups"), List.copyOf(workbook.sheets().keySet()));
        String sheet = workbook.sheet();
        assertTrue(
                sheet.contains("<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>"),
                sheet);
        assertTrue(sheet.contains("<c r=\"B1\" s=\"1\" t=\"inlineStr\"><is><t xml:space=\"preserve\">name</t>"), sheet);
        assertTrue(sheet.contains("<col min=\"3\" max=\"3\" width=\"60\" customWidth=\"1\"/>"), "prose is wide");
        String bold = workbook.parts().get("xl/styles.xml").split("<cellXfs")[1].split("<xf ")[2];
        assertTrue(bold.contains("fontId=\"1\""), bold);
    }

    @ParameterizedTest
    @CsvSource({"ar, true", "fr, false", "en, false", "'', false"})
    void sheetIsFromRightToLeftInArabic(String language, boolean isRightToLeft) {
        for (String path : List.of("/v1/sites?format=xlsx", "/v1/stats/sites?format=xlsx&group_by=country")) {
            Workbook workbook = Workbook.at(language.isEmpty() ? path : Atlas.with(path, "lang", language));
            assertEquals(isRightToLeft, workbook.sheet().contains("<sheetView rightToLeft=\"1\""));
        }
    }

    @Test
    void acceptSelectsWorkbooks() {
        for (String path :
                List.of(STARTUPS, STARTUPS + "/wafr", "/v1/exports/sites", "/v1/stats/sites?group_by=country")) {
            Response answer = given().accept(Workbook.MEDIA_TYPE).get(path);
            assertEquals(200, answer.statusCode());
            assertEquals(Workbook.MEDIA_TYPE, answer.contentType());
            assertFalse(Workbook.of(answer.asByteArray()).rows().isEmpty());
        }
        assertEquals(
                "application/json",
                given().accept("application/*").get(STARTUPS).contentType(),
                "among equals, the first one");
    }

    @Test
    void limitedListHasANextLink() {
        Response early = Atlas.get(200, "/v1/countries?limit=100&format=xlsx");
        assertEquals("true", early.header("Atlas-Has-More"));
        assertTrue(early.header("Link").contains("rel=\"next\""));
        assertEquals(101, Workbook.of(early.asByteArray()).rows().size());
        assertEquals(69, Workbook.at(STARTUPS + "?format=xlsx").rows().size(), "200 when absent");
    }

    @Test
    void sameContentHasTheSameTagAndBytes() {
        for (String path : List.of(STARTUPS + "?format=xlsx", STARTUPS + "/wafr?format=xlsx")) {
            Response answer = Atlas.get(200, path);
            assertArrayEquals(answer.asByteArray(), Atlas.get(200, path).asByteArray());
            String tag = answer.header("ETag");
            assertEquals(304, given().header("If-None-Match", tag).get(path).statusCode());
            assertNotEquals(tag, Atlas.get(200, path.replace("xlsx", "csv")).header("ETag"));
        }
    }

    @Test
    void workbooksAreNotCompressedAgain() {
        for (String path : List.of(STARTUPS, "/v1/exports/startups")) {
            Response answer = given().header("Accept-Encoding", "gzip").get(path + "?format=xlsx");
            assertEquals(200, answer.statusCode());
            assertNull(answer.header("Content-Encoding"));
        }
    }

    @Test
    void workbookHasNoByteOrderMark() {
        for (String format : List.of("xlsx", "json")) {
            assertEquals(
                    "not-together",
                    Atlas.problem(400, "/v1/exports/startups?bom=true&format=" + format)
                            .errors()
                            .get(0)
                            .code());
        }
    }

    @Test
    void metaNamesTheFormat() {
        JsonNode formats = Atlas.tree("/v1/meta").at("/resources/startups/formats");
        assertTrue(formats.toString().contains("\"xlsx\""), formats::toString);
    }

    private static List<List<String>> csv(String path) throws IOException {
        String text = Atlas.get(200, path).asString();
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(text)) {
            return reader.stream().map(CsvRecord::getFields).toList();
        }
    }

    @Test
    void partsAreThoseOfAWorkbook() {
        Map<String, String> parts = Workbook.at("/v1/sites?format=xlsx&limit=1").parts();
        assertEquals(
                List.of(
                        "_rels/.rels",
                        "xl/styles.xml",
                        "xl/worksheets/sheet1.xml",
                        "xl/workbook.xml",
                        "xl/_rels/workbook.xml.rels",
                        "[Content_Types].xml"),
                List.copyOf(parts.keySet()));
    }
}

package org.startupatlas.http;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.startupatlas.ResourceCatalog;
import org.startupatlas.schema.Field;
import org.startupatlas.schema.Fields;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.testing.Atlas;

@QuarkusTest
class FormatsTest {
    static Stream<ResourceSchema> resources() {
        return ResourceCatalog.SCHEMAS.stream();
    }

    @ParameterizedTest
    @MethodSource("resources")
    void recordsHaveAllDeclaredFieldsInOrder(ResourceSchema schema) throws IOException {
        List<String> declared = schema.fields().stream().map(Field::name).toList();
        for (JsonNode record : data("/v1/" + schema.resource() + "?limit=200")) {
            List<String> names = new ArrayList<>();
            record.fieldNames().forEachRemaining(names::add);
            assertEquals(declared, names);
            schema.fields().stream()
                    .filter(Field::isNonNull)
                    .forEach(field -> assertFalse(record.get(field.name()).isNull(), field.name()));
        }
    }

    @ParameterizedTest
    @MethodSource("resources")
    void csvHasTheValuesOfJson(ResourceSchema schema) throws IOException {
        String path = "/v1/" + schema.resource() + "?limit=200";
        List<JsonNode> records = data(path);
        List<NamedCsvRecord> rows = csv(path + "&format=csv");
        assertEquals(records.size(), rows.size());
        for (int i = 0; i < rows.size(); i++) {
            for (Field field : schema.fields()) {
                assertCell(rows.get(i), field, records.get(i).get(field.name()));
            }
        }
    }

    private static void assertCell(NamedCsvRecord row, Field field, JsonNode value) throws IOException {
        switch (field.shape()) {
            case VALUE -> assertEquals(
                    value.isNull() ? "" : value.asText(), unescaped(row.getField(field.name()), value));
            case VALUES -> assertEquals(joined(value), unmarkedText(row.getField(field.name())));
            case OBJECTS -> assertEquals(value, Atlas.json().readTree(row.getField(field.name())));
            case OBJECT -> {
                for (Field part : field.parts()) {
                    assertCell(row, dotted(field, part), at(value, part));
                }
            }
        }
    }

    private static Field dotted(Field field, Field part) {
        return Fields.text(field.name() + "." + part.name(), part.description(), null);
    }

    private static JsonNode at(JsonNode value, Field part) {
        return value.isNull() ? value : value.get(part.name());
    }

    private static String joined(JsonNode words) {
        List<String> all = new ArrayList<>();
        words.forEach(word -> all.add(word.textValue()));
        return String.join(";", all);
    }

    private static String unescaped(String cell, JsonNode value) {
        return value.isTextual() ? unmarkedText(cell) : cell;
    }

    private static String unmarkedText(String cell) {
        return cell.startsWith("'") ? cell.substring(1) : cell;
    }

    @Test
    void noTextCellIsAFormula() throws IOException {
        List<NamedCsvRecord> rows = csv("/v1/countries?format=csv&fields=calling_codes&limit=200");
        assertTrue(rows.stream().anyMatch(row -> row.getField("calling_codes").startsWith("'+")));
        assertTrue(rows.stream().noneMatch(row -> row.getField("calling_codes").startsWith("+")));
        List<NamedCsvRecord> points = csv("/v1/countries?format=csv&fields=point&limit=200");
        assertTrue(points.stream().anyMatch(row -> row.getField("point.lat").startsWith("-")), "numbers stay numbers");
    }

    @Test
    void ndjsonHasOneRecordPerLine() throws IOException {
        List<JsonNode> records = data("/v1/partners?limit=200");
        String[] lines = Atlas.get(200, "/v1/partners?limit=200&format=ndjson")
                .asString()
                .split("\n");
        assertEquals(records.size(), lines.length);
        for (int i = 0; i < lines.length; i++) {
            assertEquals(records.get(i), Atlas.json().readTree(lines[i]));
        }
    }

    @ParameterizedTest
    @CsvSource({"csv, text/csv", "ndjson, application/x-ndjson"})
    void limitedListHasANextLink(String format, String mediaType) {
        Response early = Atlas.get(200, "/v1/countries?limit=100&format=" + format);
        assertTrue(early.contentType().startsWith(mediaType));
        assertEquals("true", early.header("Atlas-Has-More"));
        assertTrue(early.header("Link").contains("rel=\"next\""));
        Response whole = Atlas.get(200, "/v1/startups?format=" + format);
        assertEquals("false", whole.header("Atlas-Has-More"));
        assertFalse(whole.header("Link").contains("rel=\"next\""));
        assertEquals(68, whole.asString().lines().count() - (format.equals("csv") ? 1 : 0), "200 when absent");
    }

    @ParameterizedTest
    @CsvSource({
        "text/csv, text/csv",
        "application/x-ndjson, application/x-ndjson",
        "'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', application/json",
        "'text/csv;q=0.5, application/json', application/json",
        "'application/json;q=0.1, text/*', text/csv"
    })
    void acceptSelectsTheFormat(String accept, String mediaType) {
        assertTrue(given().accept(accept).get("/v1/startups").contentType().startsWith(mediaType));
    }

    @Test
    void formatTakesPrecedenceOverAccept() {
        Response answer = given().accept("image/png").get("/v1/startups?format=csv");
        assertEquals(200, answer.statusCode());
        assertTrue(answer.contentType().startsWith("text/csv"));
    }

    @Test
    void geoJsonHasRecordsWithAPoint() throws IOException {
        JsonNode sites = Atlas.tree("/v1/sites?format=geojson&fields=city");
        assertEquals("FeatureCollection", sites.get("type").textValue());
        assertEquals(8, sites.get("features").size());
        JsonNode casablanca = sites.get("features").get(0);
        assertEquals("Casablanca", casablanca.at("/properties/city").textValue());
        assertEquals(-7.641, casablanca.at("/geometry/coordinates/0").doubleValue());
        assertEquals(33.543, casablanca.at("/geometry/coordinates/1").doubleValue());
        assertTrue(sites.get("features").get(1).get("geometry").isNull());
        assertEquals(
                "Feature",
                Atlas.tree("/v1/countries/MA?format=geojson").get("type").textValue());
    }

    @Test
    void fieldsSelectsFieldsAndTheId() throws IOException {
        JsonNode record = Atlas.tree("/v1/startups/weego?fields=summary.en,name");
        assertEquals(3, record.size());
        assertEquals("Weego", record.get("name").textValue());
        assertEquals(1, record.get("summary").size());
        assertTrue(record.at("/summary/en").isTextual());
    }

    @Test
    void missingPartOfAnObjectIsNull() throws IOException {
        JsonNode rounds = Atlas.tree("/v1/funding_rounds?amount__exists=false&fields=amount.value");
        assertTrue(rounds.at("/data/0/amount").isNull());
    }

    private static List<JsonNode> data(String path) throws IOException {
        List<JsonNode> records = new ArrayList<>();
        Atlas.tree(path).get("data").forEach(records::add);
        return records;
    }

    private static List<NamedCsvRecord> csv(String path) throws IOException {
        String text = Atlas.get(200, path).asString();
        assertFalse(text.startsWith("\uFEFF"), "a byte order mark");
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(text)) {
            return reader.stream().toList();
        }
    }
}

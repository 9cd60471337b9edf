package org.startupatlas.export;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.DecoderConfig;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.startupatlas.ResourceCatalog;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.ProblemAnswer;
import org.startupatlas.testing.TestKeys;

/** Tests the exports of single resources. */
@QuarkusTest
class ExportsTest {
    private static final String STARTUPS = "/v1/exports/startups";

    static Stream<String> resources() {
        return ResourceCatalog.SCHEMAS.stream().map(ResourceSchema::resource);
    }

    @ParameterizedTest
    @MethodSource("resources")
    void exportHasAllRecordsOrderedById(String resource) throws IOException {
        List<JsonNode> listed = Atlas.walk(JsonNode.class, "/v1/" + resource + "?limit=200").stream()
                .sorted(Comparator.comparing(record -> record.get("id").textValue()))
                .toList();
        assertFalse(listed.isEmpty());
        assertEquals(listed, lines(Atlas.get(200, "/v1/exports/" + resource).asByteArray()));
        JsonNode object = Atlas.tree("/v1/exports/" + resource + "?format=json");
        assertEquals(listed, elements(object.get("data")));
        assertEquals(
                Atlas.page(JsonNode.class, "/v1/" + resource + "?limit=1")
                        .meta()
                        .revision(),
                object.at("/meta/revision").longValue());
    }

    @ParameterizedTest
    @MethodSource("resources")
    void csvExportEqualsListAsCsv(String resource) {
        String table = text(Atlas.get(200, "/v1/exports/" + resource + "?format=csv"));
        String header = table.substring(0, table.indexOf("\r\n") + 2);
        StringBuilder listed = new StringBuilder(header);
        for (JsonNode record : Atlas.walk(JsonNode.class, "/v1/" + resource + "?limit=200&fields=slug").stream()
                .sorted(Comparator.comparing(record -> record.get("id").textValue()))
                .toList()) {
            String one = text(
                    Atlas.get(200, "/v1/" + resource + "/" + record.get("id").textValue() + "?format=csv"));
            assertTrue(one.startsWith(header), one);
            listed.append(one.substring(header.length()));
        }
        assertEquals(listed.toString(), table);
    }

    @Test
    void filtersAndFieldsOfListsApply() throws IOException {
        for (String filter : List.of(
                "sectors=fintech",
                "country__ne=MA",
                "participations.program=212-founders",
                "markets.country=FR",
                "founded_year__gte=2020&sectors=fintech,logistics")) {
            List<JsonNode> listed =
                    Atlas.walk(JsonNode.class, "/v1/startups?limit=200&fields=name,summary.fr&" + filter).stream()
                            .sorted(Comparator.comparing(
                                    record -> record.get("id").textValue()))
                            .toList();
            assertFalse(listed.isEmpty(), filter);
            String path = STARTUPS + "?fields=name,summary.fr&" + filter;
            assertEquals(listed, lines(Atlas.get(200, path).asByteArray()), filter);
            assertEquals(listed, elements(Atlas.tree(path + "&format=json").get("data")), filter);
            String table = text(Atlas.get(200, path + "&format=csv"));
            assertTrue(table.startsWith("id,name,summary.fr\r\n"), table);
            assertEquals(listed.size() + 1, table.split("\r\n").length, table);
        }
    }

    @Test
    void emptyResultIsExported() {
        String nothing = "?name=nobody-has-this-name";
        assertEquals("", text(Atlas.get(200, STARTUPS + nothing)));
        assertTrue(text(Atlas.get(200, STARTUPS + nothing + "&format=csv&fields=name"))
                .equals("id,name\r\n"));
        assertEquals(
                0, Atlas.tree(STARTUPS + nothing + "&format=json").get("data").size());
    }

    @Test
    void headersDescribeFile() {
        Response answer = Atlas.get(200, STARTUPS + "?format=csv");
        long revision =
                Atlas.page(JsonNode.class, "/v1/startups?limit=1").meta().revision();
        assertEquals(
                "text/csv;charset=utf-8", answer.contentType().replace(" ", "").toLowerCase());
        assertEquals(String.valueOf(revision), answer.header("Atlas-Revision"));
        assertEquals(
                "attachment; filename=\"startup-atlas-startups-" + revision + ".csv\"",
                answer.header("Content-Disposition"));
        assertEquals("public, no-cache", answer.header("Cache-Control"));
        assertEquals("Accept, Accept-Encoding", answer.header("Vary"));
        assertEquals("*", answer.header("Access-Control-Allow-Origin"));
        assertTrue(answer.header("Link").contains("rel=\"license\""));
        assertEquals(
                "application/x-ndjson", Atlas.get(200, STARTUPS).contentType(), "what there is when nothing is said");
    }

    @Test
    void headHasNoBody() {
        for (String path :
                List.of(STARTUPS, STARTUPS + "?format=csv", STARTUPS + "?format=xlsx", STARTUPS + "?manifest=true")) {
            Response get = Atlas.get(200, path);
            Response head = given().head(path);
            assertEquals(200, head.statusCode());
            assertEquals(0, head.asByteArray().length);
            assertEquals(get.header("ETag"), head.header("ETag"));
            assertEquals(get.contentType(), head.contentType());
            assertEquals(get.header("Atlas-Revision"), head.header("Atlas-Revision"));
        }
    }

    @Test
    void currentCopyIsNotModified() {
        for (String path : List.of(
                STARTUPS, STARTUPS + "?as_of=1", STARTUPS + "?fields=name&format=xlsx", STARTUPS + "?manifest=true")) {
            String tag = Atlas.get(200, path).header("ETag");
            Response again = given().header("If-None-Match", tag).get(path);
            assertEquals(304, again.statusCode());
            assertEquals(tag, again.header("ETag"));
            String other = path.contains("xlsx") ? path.replace("xlsx", "csv") : Atlas.with(path, "format", "csv");
            assertFalse(tag.equals(Atlas.get(200, other).header("ETag")));
        }
        assertEquals("no-store", TestKeys.asAdmin().get(STARTUPS).header("Cache-Control"), "what a key was sent for");
    }

    @ParameterizedTest
    @CsvSource({
        "text/csv, text/csv",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet,"
                + "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "application/json, application/json",
        "application/x-ndjson, application/x-ndjson",
        "*/*, application/x-ndjson",
        "'text/html, */*;q=0.5', application/x-ndjson"
    })
    void formatFollowsAccept(String accept, String contentType) {
        Response answer = given().accept(accept).get("/v1/exports/sites");
        assertEquals(200, answer.statusCode());
        assertTrue(answer.contentType().startsWith(contentType), answer.contentType());
        assertEquals(
                406,
                given().accept("application/geo+json").get("/v1/exports/sites").statusCode());
    }

    @Test
    void csvMayHaveByteOrderMark() {
        byte[] plain = Atlas.get(200, STARTUPS + "?format=csv").asByteArray();
        byte[] marked = Atlas.get(200, STARTUPS + "?format=csv&bom=true").asByteArray();
        assertEquals((byte) 0xEF, marked[0]);
        assertEquals((byte) 0xBB, marked[1]);
        assertEquals((byte) 0xBF, marked[2]);
        assertEquals(plain.length + 3, marked.length);
        assertArrayEquals(plain, java.util.Arrays.copyOfRange(marked, 3, marked.length));
    }

    @ParameterizedTest
    @MethodSource("resources")
    void manifestDescribesExportedBytes(String resource) throws Exception {
        for (String parameters : List.of(
                "format=ndjson",
                "format=csv",
                "format=json",
                "format=csv&bom=true",
                "format=xlsx",
                "format=xlsx&lang=ar")) {
            String path = "/v1/exports/" + resource + "?" + parameters;
            JsonNode manifest = Atlas.tree(path + "&manifest=true");
            Response download = Atlas.get(200, path);
            assertDescribes(manifest, download.asByteArray());
            assertEquals(resource, manifest.get("resource").textValue());
            assertEquals(
                    download.header("Atlas-Revision"), manifest.get("revision").asText());
            assertEquals(
                    Atlas.total("/v1/" + resource + "?limit=1"),
                    manifest.get("count").longValue());
            if (!parameters.contains("xlsx")) {
                assertDescribes(manifest, unzipped(path));
            }
            String then = path + "&as_of=" + manifest.get("revision").asText();
            assertEquals(manifest, Atlas.tree(then + "&manifest=true"), "the same as of its revision");
            assertDescribes(manifest, Atlas.get(200, then).asByteArray());
        }
    }

    private static void assertDescribes(JsonNode manifest, byte[] bytes) throws NoSuchAlgorithmException {
        assertEquals(manifest.get("bytes").longValue(), bytes.length);
        assertEquals(
                manifest.get("sha256").textValue(),
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
    }

    private static byte[] unzipped(String path) throws IOException {
        Response answer = given().config(RestAssured.config()
                        .decoderConfig(DecoderConfig.decoderConfig().noContentDecoders()))
                .header("Accept-Encoding", "gzip")
                .get(path);
        assertEquals("gzip", answer.header("Content-Encoding"));
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(answer.asByteArray()))) {
            return gzip.readAllBytes();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "q=fintech | q | unknown-parameter",
                "sort=name | sort | unknown-parameter",
                "limit=5 | limit | unknown-parameter",
                "cursor=x | cursor | unknown-parameter",
                "expand=programs | expand | unknown-parameter",
                "facets=sectors | facets | unknown-parameter",
                "lang=de | lang | unknown-value",
                "sector=fintech | sector | unknown-parameter",
                "format=geojson | format | unknown-value",
                "format=xml | format | unknown-value",
                "bom=true | bom | not-together",
                "bom=true&format=xlsx | bom | not-together",
                "bom=yes&format=csv | bom | invalid-value",
                "manifest=1 | manifest | invalid-value",
                "as_of=x | as_of | invalid-value",
                "as_of=99999999 | as_of | beyond-revision",
                "as_of=2999-01-01T00:00:00Z | as_of | beyond-revision",
                "as_of=5&participations.program=212-founders | participations.program | not-own-field",
                "as_of=5&as_of=6 | as_of | repeated-parameter",
                "fields=nam | fields | unknown-field",
            })
    void invalidParameterIsReported(String query, String parameter, String code) {
        ProblemAnswer problem = Atlas.problem(400, STARTUPS + "?" + query);
        assertEquals(code, problem.errors().get(0).code());
        assertEquals(parameter, problem.errors().get(0).parameter());
    }

    @Test
    void unknownExportIsNotFound() {
        assertEquals(
                "/v1/exports/startups",
                Atlas.problem(404, "/v1/exports/startup").didYouMean());
        assertEquals("/v1/exports", Atlas.problem(404, "/v1/export").didYouMean());
        Response post = given().post(STARTUPS);
        assertEquals(405, post.statusCode());
        assertEquals("GET, HEAD, OPTIONS", post.header("Allow"));
        assertEquals("GET, HEAD, OPTIONS", given().options(STARTUPS).header("Allow"));
        assertEquals(401, given().header("X-API-Key", "wrong").get(STARTUPS).statusCode());
        JsonNode links = Atlas.tree("/v1/exports").get("links");
        links.properties()
                .forEach(link -> assertEquals(
                        200, given().head(link.getValue().textValue()).statusCode(), link.getKey()));
    }

    static List<JsonNode> lines(byte[] ndjson) throws IOException {
        List<JsonNode> records = new ArrayList<>();
        Atlas.json().readerFor(JsonNode.class).<JsonNode>readValues(ndjson).forEachRemaining(records::add);
        return records;
    }

    private static List<JsonNode> elements(JsonNode array) {
        List<JsonNode> elements = new ArrayList<>();
        array.forEach(elements::add);
        return elements;
    }

    private static String text(Response answer) {
        return new String(answer.asByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }
}

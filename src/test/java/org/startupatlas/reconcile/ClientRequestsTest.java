package org.startupatlas.reconcile;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.startupatlas.reconcile.Answers.Result;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.ProblemAnswer;

/**
 * Replays what clients of the Reconciliation Service API send: OpenRefine, as of commit ff43aa1b of its repository, and
 * the test bench of the specification, branch testbench-0.2 at f008077e.
 */
@QuarkusTest
class ClientRequestsTest {

    private static final String OPENREFINE = "http://127.0.0.1:3333";

    private static final String TEST_BENCH = "https://reconciliation-api.github.io";

    /** What jQuery sends for JSON. */
    private static final String ACCEPTED_JSON = "application/json, text/javascript, */*; q=0.01";

    private static final String FORM = "application/x-www-form-urlencoded";

    private static String id(String path) {
        return Atlas.tree("/v1/" + path).get("id").textValue();
    }

    /** Sends a request of a page on another site, which can only read the response if that is allowed by CORS. */
    private static Response fromPage(String origin, String accept, String url) {
        Response answer = given().urlEncodingEnabled(false)
                .header("Origin", origin)
                .accept(accept)
                .get(url);
        assertEquals("*", answer.header("Access-Control-Allow-Origin"));
        return answer;
    }

    /** Returns a request with a body that is sent as it is written, with no charset that it does not name. */
    private static RequestSpecification form(String type, String field, String json) {
        return given().config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                                .encodeContentTypeAs(FORM, ContentType.TEXT)))
                .contentType(type)
                .body(field + "=" + Atlas.encode(json));
    }

    /** Sends the form that OpenRefine's server sends; it does not say what it accepts, and has no origin. */
    private static Response fromServer(String field, String json) {
        return form(FORM + "; charset=UTF-8", field, json)
                .header("User-Agent", "OpenRefine/3.9.3")
                .post(Answers.PATH);
    }

    private static JsonNode json(Response answer) {
        assertEquals(200, answer.statusCode(), answer::asString);
        assertTrue(answer.contentType().startsWith("application/json"), answer.contentType());
        return Atlas.json(answer.asString());
    }

    private static JsonNode manifest() {
        return json(fromPage(OPENREFINE, ACCEPTED_JSON, Answers.PATH));
    }

    /** Returns the address that a widget makes of a part of the manifest. */
    private static String address(JsonNode service) {
        return URI.create(service.get("service_url").textValue()
                        + service.get("service_path").textValue())
                .getPath();
    }

    @Test
    void openRefineRegistersTheService() {
        JsonNode manifest = manifest();
        assertEquals(List.of(), Answers.faults("manifest", manifest));
        assertTrue(manifest.get("batchSize").isInt());
        assertTrue(manifest.at("/preview/url").textValue().contains("{{id}}"));
    }

    /** After a failure to use CORS, older clients try JSONP; the answer is a problem that names what is not known. */
    @Test
    void jsonpIsNotOffered() {
        ProblemAnswer problem =
                Atlas.problem(400, fromPage(OPENREFINE, "*/*", Answers.PATH + "?callback=jQuery_1&_=1"));
        assertEquals("callback", problem.errors().get(0).parameter());
    }

    @Test
    void openRefineGuessesTheTypeOfAColumn() {
        String queries =
                """
                {"q0":{"query":"Chari","limit":3},"q1":{"query":"CloudFret","limit":3},"q2":{"query":"Weego","limit":3},\
                "q3":{"query":"Nuitée","limit":3},"q4":{"query":"=1+1","limit":3},"q5":{"query":"\\"%&+;","limit":3}}""";
        Map<String, Result> results = Answers.results(200, fromServer("queries", queries));
        assertEquals(6, results.size());
        for (String key : List.of("q0", "q1", "q2", "q3")) {
            assertEquals(
                    new Answers.Named("startups", "Startups"),
                    results.get(key).first().type().get(0));
        }
        assertEquals(List.of(), results.get("q5").result());
    }

    /** A reconciled cell is sent as its id and name, a number as a number; {@code limit} only if one is set. */
    @Test
    void openRefineReconcilesAColumn() {
        String queries =
                """
                {"q0":{"query":"Chari","type":"startups","type_strict":"should","properties":[\
                {"pid":"country","v":{"id":"MA","name":"Morocco"}},{"pid":"founded_year","v":2020}],"limit":25},\
                "q1":{"query":"Cloud fret","type":"startups","type_strict":"should"},\
                "q2":{"query":"Maroc","type":"countries","type_strict":"should"},\
                "q3":{"query":"Chari","type":"startups","type_strict":"should","properties":[\
                {"pid":"founded","v":"2019-01-01T00:00:00Z"}]}}""";
        Map<String, Result> results = Answers.results(200, fromServer("queries", queries));
        assertEquals("Chari", results.get("q0").first().name());
        assertTrue(results.get("q0").first().match());
        assertEquals("CloudFret", results.get("q1").certain().name());
        assertEquals("MA", results.get("q2").certain().id());
        assertNull(results.get("q3").certain(), "it was founded in 2020");
    }

    /** The widgets keep the settings of the service that they were written for, and name no type. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "entity | prefix=cloudf&spell=always&exact=false&prefixed=true | CloudFret",
                "entity | prefix=cloud+fret&spell=always&exact=false&prefixed=true | CloudFret",
                "entity | prefix=%D8%AC%D8%A7%D9%85%D8%B9%D8%A9&spell=always&exact=false&prefixed=true |",
                "type | prefix=start&spell=always&exact=false&scoring=schema&prefixed=true | Startups",
                "property | prefix=sect&spell=always&exact=false&scoring=schema&prefixed=true | Sectors"
            })
    void openRefineSuggests(String of, String query, String name) {
        String address = address(manifest().at("/suggest/" + of));
        JsonNode result =
                json(fromPage(OPENREFINE, ACCEPTED_JSON, address + "?" + query)).get("result");
        assertTrue(name == null || result.findValuesAsText("name").contains(name), result::toString);
        result.forEach(each ->
                assertTrue(each.get("id").isTextual() && each.get("name").isTextual()));
    }

    /** The frame has the attribute {@code sandbox}: no script runs in it, and it needs no other file. */
    @Test
    void openRefineFramesThePreview() {
        String url = manifest().at("/preview/url").textValue().replace("{{id}}", id("startups/chari"));
        Response answer = given().urlEncodingEnabled(false)
                .accept("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")
                .header("Sec-Fetch-Dest", "iframe")
                .header("Sec-Fetch-Site", "cross-site")
                .get(URI.create(url).getRawPath() + "?" + URI.create(url).getRawQuery());
        assertEquals(200, answer.statusCode());
        assertEquals(
                "default-src 'none'; base-uri 'none'; frame-ancestors *", answer.header("Content-Security-Policy"));
        assertNull(answer.header("X-Frame-Options"));
        assertTrue(answer.asString().contains("Chari"));
        for (String blocked : List.of("<script", "<link", "<style", " style=", "<img", " src=")) {
            assertFalse(answer.asString().contains(blocked), blocked);
        }
    }

    @Test
    void openRefineOpensTheViewOfAMatch() {
        String url = manifest().at("/view/url").textValue().replace("{{id}}", id("startups/chari"));
        Response answer = given().redirects()
                .follow(false)
                .accept("text/html,*/*;q=0.8")
                .get(URI.create(url).getPath());
        assertEquals(302, answer.statusCode());
        assertTrue(answer.header("Location").endsWith("/explore/en/startups/chari"), answer.header("Location"));
    }

    /** A column that was reconciled with no type asks with an empty one. */
    @ParameterizedTest
    @ValueSource(strings = {"startups", ""})
    void openRefineProposesColumns(String type) {
        String address = address(manifest().at("/extend/propose_properties"));
        JsonNode answer = json(fromPage(OPENREFINE, ACCEPTED_JSON, address + "?type=" + type));
        assertEquals(List.of(), Answers.faults("data-extension-property-proposal", answer));
        assertTrue(answer.get("properties").findValuesAsText("id").contains("country"));
    }

    /** Its dialog sends the settings of a property as texts, and only those that were changed. */
    @Test
    void openRefineAddsColumns() {
        String chari = id("startups/chari");
        String extension = "{\"ids\":[\"" + chari + "\"],\"properties\":[{\"id\":\"country\"},{\"id\":\"sectors\","
                + "\"settings\":{\"limit\":\"1\",\"content\":\"codes\",\"lang\":\"fr\"}}]}";
        JsonNode answer = json(fromServer("extend", extension));
        assertEquals(List.of(), Answers.faults("data-extension-response", answer));
        assertEquals("MA", answer.at("/rows/" + chari + "/country/0/id").textValue());
        assertEquals("fintech", answer.at("/rows/" + chari + "/sectors/0/str").textValue());
        assertEquals("countries", answer.at("/meta/0/type/id").textValue());
    }

    /** A form of a page, whose type names no charset. */
    private static Response fromTestBench(String query) {
        Response answer = form(FORM, "queries", "{\"q0\":" + query + "}")
                .header("Origin", TEST_BENCH)
                .post(Answers.PATH);
        assertEquals("*", answer.header("Access-Control-Allow-Origin"));
        return answer;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"query\":\"\"} |",
                "{\"query\":\"Chari\"} | Chari",
                "{\"query\":\"Chari\",\"type\":\"startups\"} | Chari",
                "{\"query\":\"Chari\",\"type\":\"startups\",\"properties\":[]} | Chari",
                "{\"query\":\"Chari\",\"type\":\"startups\",\"properties\":[{\"pid\":\"city\",\"v\":\"Casablanca\"}],\"limit\":1} | Chari",
                "{\"query\":\"Chari\",\"type\":\"no-such-type\"} |"
            })
    void testBenchReconcilesAName(String query, String name) {
        Result result = Answers.results(200, fromTestBench(query)).get("q0");
        assertEquals(name, result.result().isEmpty() ? null : result.first().name());
        // Its link to the same results.
        String url = Answers.PATH + "?queries=" + Atlas.encode("{\"q0\":" + query + "}");
        assertEquals(
                result, Answers.results(200, fromPage(TEST_BENCH, "*/*", url)).get("q0"));
    }

    @Test
    void testBenchSuggestsAndExtends() {
        assertEquals(List.of(), Answers.faults("manifest", json(fromPage(TEST_BENCH, "*/*", Answers.PATH))));
        for (String of : List.of("entity", "type", "property")) {
            JsonNode answer =
                    json(fromPage(TEST_BENCH, "*/*", address(manifest().at("/suggest/" + of)) + "?prefix=c"));
            assertFalse(answer.get("result").isEmpty(), of);
        }
        String chari = id("startups/chari");
        String extension = Atlas.encode("{\"ids\":[\"" + chari + "\"],\"properties\":[{\"id\":\"city\"}]}");
        JsonNode answer = json(fromPage(TEST_BENCH, "*/*", Answers.PATH + "?extend=" + extension));
        assertEquals("Casablanca", answer.at("/rows/" + chari + "/city/0/str").textValue());
        // Its link before a record and a property are chosen.
        Atlas.problem(400, fromPage(TEST_BENCH, "*/*", Answers.PATH + "?extend=%7B%7D"));
    }

    @Test
    void pagesOfOtherSitesMaySendForms() {
        Response preflight = given().header("Origin", OPENREFINE)
                .header("Access-Control-Request-Method", "POST")
                .options(Answers.PATH);
        assertEquals(204, preflight.statusCode());
        assertTrue(preflight.header("Access-Control-Allow-Methods").contains("POST"));
        assertEquals("*", fromTestBench("{\"limit\":0}").header("Access-Control-Allow-Origin"), "of a problem");
    }
}

package org.startupatlas.http.problem;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Method;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.startupatlas.testing.Atlas;

/** Tests methods, formats and sizes that a path does not accept, and what OPTIONS says of them. */
@QuarkusTest
class AllowedMethodsTest {
    @ParameterizedTest
    @EnumSource(
            value = Method.class,
            names = {"POST", "PUT", "PATCH", "DELETE"})
    void methodThatIsNotAllowedIsAProblemWithAllow(Method method) {
        for (String path : List.of("/v1/countries", "/v1/countries/MA", "/v1/meta", "/", "/q/openapi", "/q/health")) {
            Response answer = given().request(method, path);
            assertEquals(405, answer.statusCode(), path);
            assertEquals("method-not-allowed", answer.jsonPath().getString("code"));
            assertTrue(answer.header("Allow").contains("GET"), answer.header("Allow"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/v1",
                "/v1/startups",
                "/v1/startups/chari",
                "/v1/startups/chari/programs",
                "/v1/startups/chari/merge",
                "/v1/startups/chari/history",
                "/v1/countries",
                "/v1/changes",
                "/v1/changes/stream",
                "/v1/exports/startups",
                "/v1/exports/all.zip",
                "/v1/imports/startups",
                "/v1/keys",
                "/v1/stats/startups",
                "/v1/suggest",
                "/problems/gone",
                "/q/openapi",
                "/q/openapi.yaml",
                "/q/health/ready",
                "/q/metrics"
            })
    void optionsNamesTheMethodsThatWork(String path) {
        Response options = given().options(path);
        assertEquals(204, options.statusCode(), options::asString);
        List<String> allowed = List.of(options.header("Allow").split(", "));
        assertEquals("*", options.header("Access-Control-Allow-Origin"));
        assertEquals(allowed.contains("PATCH") ? "application/merge-patch+json" : null, options.header("Accept-Patch"));
        for (Method method : List.of(Method.POST, Method.PUT, Method.PATCH, Method.DELETE)) {
            Response answer = given().request(method, path);
            if (allowed.contains(method.name())) {
                assertEquals(401, answer.statusCode(), method + " takes a key");
            } else {
                assertEquals(405, answer.statusCode(), method + " " + answer.asString());
                assertEquals(options.header("Allow"), answer.header("Allow"), method.name());
            }
        }
        boolean isReadable = !Set.of(404, 405).contains(given().head(path).statusCode());
        assertEquals(allowed.contains("GET"), isReadable);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/startup",
                "/v2",
                "/nope",
                "/v1/startups/chari/nope",
                "/v1/startups/chari/programs/nope",
                "/v1/countries/MA/merge",
                "/v1/stats/nope",
                "/v1/exports/nope",
                "/v1/imports/nope",
                "/problems/nope",
                "/q/openapi-yaml",
                "/q/nope"
            })
    void optionsOfUnknownPathIsAProblemReadableByBrowsers(String path) {
        for (RequestSpecification request : List.of(
                given(), given().header("Origin", "https://a.test").header("Access-Control-Request-Method", "GET"))) {
            Response answer = request.options(path);
            assertEquals("unknown-path", Atlas.problem(404, answer).code());
            assertEquals("*", answer.header("Access-Control-Allow-Origin"));
        }
        assertEquals(
                "/v1/startups",
                Atlas.problem(404, given().options("/v1/startup")).didYouMean());
    }

    @Test
    void formatThatIsNotOfferedIsNotAcceptable() {
        Response answer = given().accept("image/png").get("/v1/startups");
        assertEquals(406, answer.statusCode());
        assertEquals("not-acceptable", answer.jsonPath().getString("code"));
        assertEquals(
                406,
                given().accept("application/geo+json").get("/v1/startups").statusCode(),
                "startups have no points");
        assertEquals(
                200, given().accept("application/geo+json").get("/v1/sites").statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {";", ",", ";q=1", ",;,"})
    void emptyHeaderIsIgnored(String header) {
        Response answer = given().header("Accept", header)
                .header("Accept-Encoding", header)
                .get("/v1/startups?limit=1");
        assertEquals(200, answer.statusCode());
    }

    @Test
    void bodyBeyondTheLimitIsTooLarge() {
        Response answer = given().body("a".repeat(1_048_577)).post("/v1/startups");
        assertEquals(413, answer.statusCode());
        assertEquals("payload-too-large", answer.jsonPath().getString("code"));
    }

    @Test
    void uriOrHeadersBeyondTheLimitAreTooLong() {
        assertEquals(
                "uri-too-long",
                Atlas.problem(414, "/v1/startups?name=" + "a".repeat(17_000)).code());
        Response answer = given().header("X-Large", "a".repeat(33_000)).get("/v1/startups");
        assertEquals(431, answer.statusCode());
        assertEquals("headers-too-large", answer.jsonPath().getString("code"));
    }
}

package org.startupatlas.http;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.Header;
import io.restassured.response.Response;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.startupatlas.resource.startup.StartupRecord;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.ForWriting;
import org.startupatlas.testing.Metrics;
import org.startupatlas.testing.TestKeys;
import org.startupatlas.testing.Writes;

/** Tests that cached responses are valid until the next write. */
@QuarkusTest
@TestProfile(ForWriting.class)
class ResponseCacheTest {
    /** Headers that may differ between two responses to the same request. */
    private static final Set<String> OF_THE_REQUEST = Set.of("X-Request-Id", "Date");

    @Test
    void cachedResponsesAreCountedByRoute() {
        for (int i = 0; i < 3; i++) {
            Atlas.get(200, "/v1/sites/technopark-casablanca");
        }
        String counted = Metrics.text();
        assertTrue(counted.contains("uri=\"/v1/sites/{id}\"}"), counted);
        assertFalse(counted.contains("uri=\"/v1/sites/technopark-casablanca\""), counted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/startups",
                "/v1/startups?sectors=fintech&sort=-founded_year&limit=3",
                "/v1/startups?format=csv",
                "/v1/startups/chari",
                "/v1/startups/chari?lang=fr&expand=programs",
                "/v1/countries?format=geojson&limit=2",
                "/v1/vocabularies/sectors/fintech?lang=ar",
                "/v1/programs/morocco-accelerator/startups",
                "/v1/meta"
            })
    void repeatedRequestHasTheSameResponse(String path) {
        Response first = Atlas.get(200, path);
        Response second = Atlas.get(200, path);
        assertArrayEquals(first.asByteArray(), second.asByteArray());
        assertEquals(headers(first), headers(second));
        Response head = given().urlEncodingEnabled(false).head(path);
        assertEquals(200, head.statusCode());
        assertEquals(first.header("ETag"), head.header("ETag"));
        Response known = given().urlEncodingEnabled(false)
                .header("If-None-Match", first.header("ETag"))
                .get(path);
        assertEquals(304, known.statusCode());
        assertEquals(first.header("Cache-Control"), known.header("Cache-Control"));
        assertEquals(first.header("ETag"), known.header("ETag"));
        assertEquals("", known.asString());
    }

    @Test
    void orderOfParametersIsIgnored() {
        String tag = Atlas.get(200, "/v1/startups?sectors=fintech&limit=3&fields=name")
                .header("ETag");
        Response other = Atlas.get(200, "/v1/startups?fields=name&sectors=fintech&limit=3");
        assertEquals(tag, other.header("ETag"));
        String cursor = other.jsonPath().getString("page.next_cursor");
        Atlas.get(200, Atlas.with("/v1/startups?limit=3&sectors=fintech&fields=name", "cursor", cursor));
    }

    @Test
    void differentRequestsHaveDifferentResponses() {
        String path = "/v1/startups/chari";
        Atlas.get(200, path);
        assertTrue(given().accept("text/csv").get(path).asString().startsWith("id,"));
        assertEquals("no-store", TestKeys.asAdmin().get(path).header("Cache-Control"));
        assertEquals("no-store", Atlas.get(200, path + "?min_revision=1").header("Cache-Control"));
        assertEquals(401, TestKeys.with("wrong").get(path).statusCode());
        assertEquals(400, given().get(path + "?fiels=name").statusCode());
    }

    @Test
    void writeInvalidatesCachedResponses() {
        Writes.post(201, "/v1/startups", "{\"name\":\"Seen at once\"}");
        String path = "/v1/startups/seen-at-once";
        String list = "/v1/startups?name=Seen%20at%20once";
        for (int version = 1; version < 20; version++) {
            Response before = Atlas.get(200, path);
            Atlas.get(200, path);
            Atlas.get(200, list);
            Writes.patch(200, path, version, "{\"headcount\":" + version + "}");
            assertNotEquals(before.header("ETag"), Atlas.get(200, path).header("ETag"));
            assertEquals(version, Atlas.one(StartupRecord.class, path).headcount());
            assertEquals(
                    version, Atlas.page(StartupRecord.class, list).data().get(0).headcount());
        }
    }

    private static List<String> headers(Response answer) {
        return answer.headers().asList().stream()
                .filter(header -> !OF_THE_REQUEST.contains(header.getName()))
                .map(Header::toString)
                .sorted()
                .toList();
    }
}

package org.startupatlas.http;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.Metrics;
import org.startupatlas.testing.RawConnection;

/** Tests that requests are counted by route template, and those without a route under one name. */
@QuarkusTest
class RequestMetricsTest {
    /** Several tags for each would exceed Quarkus's default limit of a hundred. */
    private static final int MANY = 30;

    private static final String HOST = "Host: atlas";

    @TestHTTPResource
    URI server;

    @Test
    void clientsCannotCreateTags() throws IOException {
        for (int i = 0; i < MANY; i++) {
            send("GET /made-up/" + i, HOST);
            send("GET /made-up/%zz" + i, HOST);
            send("MADE" + i + " /made-up/" + i, HOST);
            send("MADE" + i + " /v1/startups", HOST);
            send("GET /v1/made-up/" + i, "X-None: a");
            send("GET /made-up/" + i + "?api_key=x", HOST);
            send("OPTIONS /made-up/" + i, HOST);
            send("POST /v1/sites/made-up-" + i, HOST);
            send("GET /v1/sites/made-up-" + i + "?token=x", HOST);
            send("GET /v1/exports/made-up-" + i, HOST);
            abort("POST /made-up/" + i, HOST);
            abort("MADE" + i + " /made-up/" + i, HOST);
        }
        Atlas.get(200, "/v1/agreements?limit=1");
        String tag = Atlas.get(200, "/v1/agreements?limit=1").header("ETag");
        assertEquals(
                304,
                given().header("If-None-Match", tag)
                        .get("/v1/agreements?limit=1")
                        .statusCode());
        Atlas.get(404, "/v1/participations/none/versions/1");
        given().put("/v1/indicators/some");
        given().contentType("text/csv").body("name").post("/v1/imports/startups");
        String metrics = Metrics.text();
        assertFalse(metrics.toLowerCase().contains("made"), "a tag that a client made up");
        assertTrue(values(metrics, "uri").contains("UNKNOWN"));
        assertTrue(values(metrics, "method").contains("OTHER"));
        assertCounted(metrics, "GET", 200, "/v1/agreements");
        assertCounted(metrics, "GET", 304, "/v1/agreements");
        assertCounted(metrics, "GET", 404, "/v1/participations/{id}/versions/{version}");
        assertCounted(metrics, "PUT", 401, "/v1/indicators/{id}");
        assertCounted(metrics, "POST", 401, "/v1/imports/{resource}");
        assertCounted(metrics, "POST", 405, "/v1/sites/{id}");
        assertCounted(metrics, "GET", 400, "/v1/sites/{id}");
        assertCounted(metrics, "GET", 404, "/v1/exports/{resource}");
    }

    @Test
    void everyTagIsARouteTemplate() {
        for (String path : Set.of("/", "/v1", "/v1/vocabularies/sectors/fintech", "/v1/startups/", "/problems/gone")) {
            given().get(path);
        }
        Set<String> tags = values(Metrics.text(), "uri");
        tags.removeAll(Set.of("UNKNOWN", "root"));
        assertFalse(tags.isEmpty());
        for (String tag : tags) {
            assertTrue(tag.matches("(/[a-z0-9_.-]+|/\\{[a-z]+})+"), tag);
        }
    }

    private void send(String start, String header) throws IOException {
        try (RawConnection connection = new RawConnection(server)) {
            connection.send(start + " HTTP/1.1", header).answer();
        }
    }

    /** Sends an invalid body, so that there is no response. */
    private void abort(String start, String header) throws IOException {
        try (RawConnection connection = new RawConnection(server)) {
            assertTrue(connection
                    .sendBytes(start + " HTTP/1.1\r\n" + header + "\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n")
                    .ends());
        }
    }

    private static Set<String> values(String metrics, String tag) {
        return Pattern.compile("(?m)^http_server_requests_seconds_count\\{.*\\b" + tag + "=\"([^\"]*)\"")
                .matcher(metrics)
                .results()
                .map((MatchResult line) -> line.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void assertCounted(String metrics, String method, int status, String template) {
        assertTrue(
                metrics.lines()
                        .anyMatch(
                                line -> line.startsWith("http_server_requests_seconds_count{method=\"" + method + "\"")
                                        && line.contains("status=\"" + status + "\"")
                                        && line.contains("uri=\"" + template + "\"")),
                method + " " + status + " " + template);
    }
}

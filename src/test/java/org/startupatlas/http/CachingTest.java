package org.startupatlas.http;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.startupatlas.testing.TestKeys;

@QuarkusTest
class CachingTest {
    @TestHTTPResource
    URI server;

    @Test
    void recordHasAStrongTagWithItsVersion() {
        String tag = given().get("/v1/startups/weego").header("ETag");
        assertTrue(tag.startsWith("\"1-"), tag);
        assertEquals(tag, given().get("/v1/startups/weego").header("ETag"));
    }

    @Test
    void everyRepresentationHasItsOwnTag() throws Exception {
        Set<String> tags = new HashSet<>();
        List<String> variants =
                List.of("", "?lang=fr", "?lang=ar", "?fields=name", "?fields=slug", "?format=csv", "?format=ndjson");
        for (String variant : variants) {
            tags.add(given().get("/v1/startups/weego" + variant).header("ETag"));
        }
        tags.add(fetch("/v1/startups/weego", "identity")
                .headers()
                .firstValue("ETag")
                .orElseThrow());
        assertEquals(variants.size() + 1, tags.size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/startups/weego",
                "/v1/startups/weego?expand=programs",
                "/v1/startups?sectors=fintech",
                "/v1/startups?format=csv",
                "/v1/countries/MA/startups",
                "/v1/countries/MA",
                "/v1/vocabularies/sectors/fintech",
                "/v1/meta",
                "/",
                "/problems/unknown-record"
            })
    void whoHasItAlreadyGetsNothingMore(String path) {
        Response first = given().get(path);
        String tag = first.header("ETag");
        Response second = given().header("If-None-Match", "\"other\", " + tag).get(path);
        assertEquals(304, second.statusCode());
        assertEquals("", second.asString());
        assertEquals(tag, second.header("ETag"));
        assertEquals(first.header("Cache-Control"), second.header("Cache-Control"));
        assertEquals(first.header("Vary"), second.header("Vary"));
        assertEquals(200, given().header("If-None-Match", "\"other\"").get(path).statusCode());
    }

    @Test
    void listsAndExpandedRecordsHaveWeakTags() {
        assertTrue(given().get("/v1/startups").header("ETag").startsWith("W/\""));
        assertTrue(
                given().get("/v1/startups/weego?expand=programs").header("ETag").startsWith("W/\""));
        assertNotEquals(
                given().get("/v1/startups?limit=1").header("ETag"),
                given().get("/v1/startups?limit=2").header("ETag"));
    }

    @Test
    void recordsAreRevalidated() {
        Response answer = given().get("/v1/startups/weego");
        assertEquals("public, no-cache", answer.header("Cache-Control"));
        assertNull(answer.header("CDN-Cache-Control"));
        assertEquals("Accept, Accept-Encoding", answer.header("Vary"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/startups",
                "/v1/startups?q=data&format=csv",
                "/v1/countries/MA",
                "/v1/countries/MA/startups",
                "/v1/vocabularies",
                "/v1/vocabularies/sectors",
                "/v1/vocabularies/sectors/fintech",
                "/v1/search?q=data",
                "/v1/suggest?q=data",
                "/v1/stats/startups?group_by=sectors",
                "/v1/meta",
                "/v1",
                "/",
                "/q/openapi.json",
                "/problems"
            })
    void listsAreRevalidatedAndSharedForAMinute(String path) {
        Response fresh = given().get(path);
        Response ready = given().get(path);
        Response known = given().header("If-None-Match", fresh.header("ETag")).get(path);
        assertEquals(304, known.statusCode());
        for (Response answer : List.of(fresh, ready, known, given().head(path))) {
            assertEquals("public, max-age=0, s-maxage=60", answer.header("Cache-Control"));
            assertEquals("max-age=60, stale-while-revalidate=300", answer.header("CDN-Cache-Control"));
            assertEquals("Accept, Accept-Encoding", answer.header("Vary"));
        }
    }

    @Test
    void listThatIsNotStoredHasNoCdnHeader() {
        for (Response answer : List.of(
                TestKeys.asAdmin().get("/v1/startups"),
                given().get("/v1/startups?min_revision=1"),
                given().get("/v1/startups?sector=x"))) {
            assertEquals("no-store", answer.header("Cache-Control"));
            assertNull(answer.header("CDN-Cache-Control"));
        }
    }

    @Test
    void gzipHasTheSameBytes() throws Exception {
        HttpResponse<byte[]> plain = fetch("/v1/startups?limit=200", "identity");
        HttpResponse<byte[]> packed = fetch("/v1/startups?limit=200", "br, gzip;q=0.5");
        assertFalse(plain.headers().firstValue("Content-Encoding").isPresent());
        assertEquals("gzip", packed.headers().firstValue("Content-Encoding").orElseThrow());
        assertTrue(packed.body().length < plain.body().length / 2);
        assertArrayEquals(plain.body(), new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes());
        assertFalse(fetch("/v1/startups", "gzip;q=0")
                .headers()
                .firstValue("Content-Encoding")
                .isPresent());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/v1", "/v1/meta", "/v1/startups", "/v1/startups/weego", "/v1/startups/weego/programs"})
    void headHasTheHeadersOfGet(String path) {
        Response get = given().get(path);
        Response head = given().head(path);
        assertEquals(200, head.statusCode());
        assertEquals("", head.asString());
        for (String header : List.of("ETag", "Content-Type", "Cache-Control", "Vary", "Link", "Atlas-Revision")) {
            assertEquals(get.header(header), head.header(header), header);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/v1/startups",
                "/v1/startups/weego",
                "/nothing",
                "/q/health",
                "/q/openapi",
                "/v1/startups?x=1"
            })
    void everyResponseAllowsAllOriginsAndHasTheRevision(String path) {
        Response answer = given().get(path);
        assertEquals("*", answer.header("Access-Control-Allow-Origin"));
        assertTrue(answer.header("Access-Control-Expose-Headers").contains("Atlas-Revision"));
        assertTrue(Long.parseLong(answer.header("Atlas-Revision")) > 0);
        assertEquals("nosniff", answer.header("X-Content-Type-Options"));
        assertNull(answer.header("Access-Control-Allow-Credentials"));
        assertEquals(36, answer.header("X-Request-Id").length());
    }

    @Test
    void preflightIsValidForADay() {
        Response answer = given().header("Origin", "https://example.org")
                .header("Access-Control-Request-Method", "PATCH")
                .options("/v1/startups");
        assertEquals(204, answer.statusCode());
        assertEquals("*", answer.header("Access-Control-Allow-Origin"));
        assertEquals("86400", answer.header("Access-Control-Max-Age"));
        assertTrue(answer.header("Access-Control-Allow-Methods").contains("PATCH"));
        assertTrue(answer.header("Access-Control-Allow-Headers").contains("If-None-Match"));
    }

    private HttpResponse<byte[]> fetch(String path, String acceptEncoding) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(server.resolve(path))
                                .header("Accept-Encoding", acceptEncoding)
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
    }
}

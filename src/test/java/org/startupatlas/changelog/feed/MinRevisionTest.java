package org.startupatlas.changelog.feed;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.ChangesOf;
import org.startupatlas.testing.Limited;
import org.startupatlas.testing.ProblemAnswer;
import org.startupatlas.testing.StartupBatches;

@QuarkusTest
@TestProfile(Limited.class)
class MinRevisionTest {
    /** More requests than worker threads. */
    private static final int WAITING = 300;

    private static final int ATTEMPTS = 20;

    @TestHTTPResource
    URI server;

    @Inject
    StartupBatches startups;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1",
                "/v1/meta",
                "/v1/startups",
                "/v1/startups?limit=1&sectors=fintech",
                "/v1/startups/weego",
                "/v1/startups/weego/programs",
                "/v1/startups/weego/history",
                "/v1/startups/weego/versions/1",
                "/v1/vocabularies/sectors/fintech",
                "/v1/changes?limit=1"
            })
    void reachedRevisionIsAnsweredAtOnceAndNotStored(String path) {
        Response answer = Atlas.get(200, Atlas.with(path, "min_revision", "619"));
        assertEquals("no-store", answer.header("Cache-Control"));
        assertEquals(200, given().head(Atlas.with(path, "min_revision", "0")).statusCode());
    }

    @Test
    void parameterNameMayBeEscaped() {
        assertEquals("no-store", Atlas.get(200, "/v1/startups?min%5Frevision=1").header("Cache-Control"));
        assertEquals(
                "min_revision",
                Atlas.problem(503, "/v1/startups?m%69n%5Frevision=99999999")
                        .errors()
                        .get(0)
                        .parameter());
        assertNotEquals(
                "no-store", Atlas.get(200, "/v1/startups?q=min_revision").header("Cache-Control"));
    }

    @Test
    void minRevisionIsNotInLinksOrCursors() {
        Response first = Atlas.get(200, "/v1/startups?limit=2&min_revision=619");
        String links = first.header("Link");
        assertTrue(!links.contains("min_revision"), links);
        String cursor = first.jsonPath().getString("page.next_cursor");
        Atlas.get(200, "/v1/startups?limit=2&cursor=" + cursor);
        Atlas.get(200, "/v1/startups?limit=2&min_revision=1&cursor=" + cursor);
    }

    @Test
    void unreachedRevisionIsUnavailable() {
        ProblemAnswer problem = Atlas.problem(503, "/v1/startups?min_revision=99999999");
        assertEquals("unavailable", problem.code());
        assertEquals("min_revision", problem.errors().get(0).parameter());
        assertEquals("2", Atlas.get(503, "/v1/meta?min_revision=99999999").header("Retry-After"));
    }

    @Test
    void waitingRequestsAreAnsweredAndHoldNoThread() {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        List<HttpResponse<String>> answers = new ArrayList<>();
        long reached = 0;
        // On a slow machine, some requests time out before all are sent and the write is committed.
        for (int attempt = 0; attempt < ATTEMPTS && count(answers, 200) < WAITING; attempt++) {
            reached = ChangesOf.latestRevision();
            URI next = server.resolve("/v1/startups?limit=1&min_revision=" + (reached + 1));
            List<CompletableFuture<HttpResponse<String>>> waiting = new ArrayList<>();
            for (int i = 0; i < WAITING; i++) {
                waiting.add(
                        client.sendAsync(HttpRequest.newBuilder(next).build(), HttpResponse.BodyHandlers.ofString()));
            }
            Atlas.get(200, "/v1/startups?limit=1");
            List<HttpResponse<String>> early = waiting.stream()
                    .filter(CompletableFuture::isDone)
                    .map(CompletableFuture::join)
                    .toList();
            assertEquals(early.size(), count(early, 503), early::toString);
            startups.write(1, null, null);
            answers = waiting.stream().map(CompletableFuture::join).toList();
            assertEquals(WAITING, count(answers, 200) + count(answers, 503), answers::toString);
        }
        assertEquals(WAITING, count(answers, 200), "refused every time");
        String then = String.valueOf(reached + 1);
        answers.forEach(answer ->
                assertEquals(then, answer.headers().firstValue("Atlas-Revision").orElseThrow()));
    }

    private static long count(List<HttpResponse<String>> answers, int status) {
        return answers.stream().filter(answer -> answer.statusCode() == status).count();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "min_revision=x | invalid-value",
                "min_revision=-1 | invalid-value",
                "min_revision= | empty-value",
                "min_revision=1&min_revision=1 | repeated-parameter",
                "min_revision=1&min%5Frevision=1 | repeated-parameter",
                "min_revision=2026-11-23T06:00:00Z | invalid-value",
            })
    void invalidRevisionIsNamed(String query, String code) {
        for (String path : List.of("/v1/startups", "/v1/meta", "/v1/changes", "/v1/changes/stream")) {
            ProblemAnswer problem = Atlas.problem(400, path + "?" + query);
            assertEquals("min_revision", problem.errors().get(0).parameter());
            assertEquals(code, problem.errors().get(0).code());
        }
    }

    @Test
    void onlyReadsOfTheApiWait() {
        assertEquals(400, given().get("/?min_revision=1").statusCode());
        assertEquals(405, given().post("/v1/countries?min_revision=99999999").statusCode());
    }
}

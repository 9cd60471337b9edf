package org.startupatlas.auth.key;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.Limited;
import org.startupatlas.testing.ProblemAnswer;
import org.startupatlas.testing.TestKeys;

/** Tests which requests to issue a key are accepted, and how others are rejected. */
@QuarkusTest
@TestProfile(Limited.class)
class KeyRequestsTest {
    @TestHTTPResource
    URI server;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"role\":\"curator\"} | /name | required |",
                "{\"name\":null,\"role\":\"curator\"} | /name | required |",
                "{\"name\":\" \",\"role\":\"curator\"} | /name | required |",
                "{\"name\":7,\"role\":\"curator\"} | /name | not-a-text |",
                "{\"name\":\"a\"} | /role | required |",
                "{\"name\":\"a\",\"role\":[\"curator\"]} | /role | not-a-text |",
                "{\"name\":\"a\",\"role\":\"curater\"} | /role | unknown-value | curator",
                "{\"name\":\"a\",\"role\":\"ADMIN\"} | /role | unknown-value | admin",
                "{\"name\":\"a\",\"role\":\"contributor\"} | /partner | partner-needed |",
                "{\"name\":\"a\",\"role\":\"contributor\",\"partner\":\"\"} | /partner | partner-needed |",
                "{\"name\":\"a\",\"role\":\"contributor\",\"partner\":7} | /partner | not-a-text |",
                "{\"name\":\"a\",\"role\":\"contributor\",\"partner\":\"technopark-moroco\"} | /partner"
                        + " | unknown-reference | technopark-morocco",
                "{\"name\":\"a\",\"role\":\"contributor\",\"partner\":\"019dadd7-e400-7000-8000-000000000001\"}"
                        + " | /partner | unknown-reference |",
                "{\"name\":\"a\",\"role\":\"admin\",\"partner\":\"technopark-morocco\"} | /partner"
                        + " | partner-not-allowed |",
                "{\"name\":\"a\",\"role\":\"admin\",\"rol\":1} | /rol | unknown-field | role",
                "{\"name\":\"a\",\"role\":\"admin\",\"a/b~c\":1} | /a~1b~0c | unknown-field |",
                "{\"name\":\"a\",\"role\":\"admin\",\"key\":\"my own\"} | /key | unknown-field |"
            })
    void invalidMemberIsReportedWithItsPointer(String body, String pointer, String code, String meant) {
        ProblemAnswer problem = Atlas.problem(422, post(body));
        assertEquals("invalid-record", problem.code());
        assertEquals(1, problem.errors().size());
        assertEquals(pointer, problem.errors().get(0).pointer());
        assertNull(problem.errors().get(0).parameter());
        assertEquals(code, problem.errors().get(0).code());
        assertEquals(meant, problem.didYouMean());
        assertTrue(problem.detail().startsWith(pointer + ": "), problem.detail());
    }

    @Test
    void allInvalidMembersAreReportedAtOnce() {
        ProblemAnswer problem = Atlas.problem(
                422, post("{\"nam\":1,\"name\":\"" + "a".repeat(201) + "\",\"role\":\"king\",\"partner\":5}"));
        Set<String> places = problem.errors().stream()
                .map(ProblemAnswer.Error::pointer)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of("/nam", "/name", "/role", "/partner"), places);
    }

    @Test
    void unknownParameterIsRejected() {
        assertEquals(
                "dry_run",
                Atlas.problem(400, TestKeys.asAdmin().get("/v1/keys?dry_run=true"))
                        .errors()
                        .get(0)
                        .parameter());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | empty-body",
                "' ' | empty-body",
                "nothing | not-json",
                "{\"name\":\"a\" | not-json",
                "{'name':'a'} | not-json",
                "{\"name\":\"a\",} | not-json",
                "{} {} | not-json",
                "{\"a\":NaN} | not-json",
                "[] | not-an-object",
                "null | not-an-object",
                "\"a\" | not-an-object",
                "{\"name\":\"a\",\"name\":\"b\"} | duplicate-key",
                "{\"x\":{\"a\":1,\"b\":2,\"a\":1}} | duplicate-key",
                "{\"name\":\"a\\u0000b\"} | invalid-text",
                "{\"name\":\"\\ud800\"} | invalid-text",
                "{\"a\\u0000b\":1} | invalid-text"
            })
    void bodyThatIsNotAJsonObjectIsRejected(String body, String code) {
        ProblemAnswer problem = Atlas.problem(400, post(body));
        assertEquals("malformed-request", problem.code());
        assertEquals(code, problem.errors().get(0).code());
    }

    @Test
    void deeplyNestedJsonIsRejected() {
        Atlas.problem(422, post("{\"a\":" + "[".repeat(31) + "]".repeat(31) + "}"));
        for (int levels : List.of(32, 100_000)) {
            ProblemAnswer problem = Atlas.problem(400, post("{\"a\":" + "[".repeat(levels) + "]".repeat(levels) + "}"));
            assertEquals("body-beyond-limits", problem.errors().get(0).code());
        }
    }

    @Test
    void invalidUtf8IsRejected() {
        Response answer = TestKeys.asAdmin()
                .contentType("application/json")
                .body(new byte[] {'{', '"', 'a', '"', ':', '"', (byte) 0xff, '"', '}'})
                .post("/v1/keys");
        assertEquals(
                "invalid-encoding", Atlas.problem(400, answer).errors().get(0).code());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/x-www-form-urlencoded",
                "application/merge-patch+json",
                "application/json; charset=iso-8859-1",
                "multipart/form-data; boundary=a"
            })
    void otherMediaTypesAreRejected(String type) throws Exception {
        HttpResponse<String> answer = send(request -> request.header("Content-Type", type), "{}".getBytes());
        assertEquals(415, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains("application/json"), answer.body());
    }

    @Test
    void bodyWithoutMediaTypeOrCompressedIsRejected() throws Exception {
        assertEquals(415, send(request -> request, "{}".getBytes()).statusCode());
        assertEquals(
                415,
                send(
                                request -> request.header("Content-Type", "application/json")
                                        .header("Content-Encoding", "gzip"),
                                new byte[] {1})
                        .statusCode());
    }

    @Test
    void charsetUtf8IsAccepted() {
        assertEquals(
                201,
                TestKeys.asAdmin()
                        .header("Content-Type", "application/json; charset=UTF-8")
                        .body("{\"name\":\"تكنوبارك\",\"role\":\"curator\"}".getBytes(StandardCharsets.UTF_8))
                        .post("/v1/keys")
                        .statusCode());
    }

    @Test
    void largeChunkedBodyIsRejected() throws Exception {
        byte[] large = ("{\"name\":\"" + "a".repeat(1_048_577) + "\"}").getBytes();
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(server.resolve("/v1/keys"))
                                .header("Authorization", "Bearer " + TestKeys.ADMIN)
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertEquals(413, answer.statusCode());
        assertTrue(answer.body().contains("payload-too-large"));
    }

    @Test
    void bodyIsNotCheckedWithoutAKey() {
        assertEquals(
                401,
                given().contentType("text/plain").body("[]").post("/v1/keys").statusCode());
    }

    /** Sets the headers of a request. */
    private interface Headers {
        HttpRequest.Builder on(HttpRequest.Builder request);
    }

    private HttpResponse<String> send(Headers headers, byte[] body) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        headers.on(HttpRequest.newBuilder(server.resolve("/v1/keys"))
                                        .header("Authorization", "Bearer " + TestKeys.ADMIN))
                                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private static Response post(String body) {
        return TestKeys.asAdmin()
                .header("Content-Type", "application/json")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/v1/keys");
    }
}

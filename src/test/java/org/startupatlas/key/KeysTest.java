package org.startupatlas.key;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.startupatlas.Atlas;
import org.startupatlas.KeyAnswer;
import org.startupatlas.ProblemAnswer;
import org.startupatlas.TestKeys;
import org.startupatlas.access.BehindProxy;
import org.startupatlas.access.IssuedKeys;

@QuarkusTest
@TestProfile(BehindProxy.class)
class KeysTest {
    private static final String TECHNOPARK = "technopark-morocco";

    @TestHTTPResource
    URI server;

    @Inject
    DataSource database;

    @Inject
    IssuedKeys keys;

    @Test
    void aKeyIsIssuedWithItsSecret() {
        String partner = given().get("/v1/partners/" + TECHNOPARK).jsonPath().getString("id");
        Response answer = issue(Map.of("name", "  Technopark ", "role", "contributor", "partner", TECHNOPARK));
        assertEquals(201, answer.statusCode());
        assertEquals("no-store", answer.header("Cache-Control"));
        KeyAnswer key = Atlas.read(KeyAnswer.class, answer);
        assertEquals("/v1/keys/" + key.id(), answer.header("Location"));
        assertEquals("Technopark", key.name());
        assertEquals("contributor", key.role());
        assertEquals(partner, key.partner().toString());
        assertEquals("admin", key.createdBy());
        assertNotNull(key.createdAt());
        assertNull(key.rotatedAt());
        assertNull(key.revokedAt());
        assertTrue(key.key().startsWith("atlas_" + key.id() + "_"), "the secret names its key");
        assertEquals(200, TestKeys.with(key.key()).get("/v1/startups").statusCode());
    }

    @Test
    void aPartnerIsNamedByIdToo() {
        String partner = given().get("/v1/partners/" + TECHNOPARK).jsonPath().getString("id");
        assertEquals(partner, TestKeys.issue("contributor", partner).partner().toString());
    }

    @Test
    void aKeySaysWhichKeyIssuedIt() {
        KeyAnswer admin = TestKeys.issue("admin", null);
        KeyAnswer issued = Atlas.read(
                KeyAnswer.class,
                TestKeys.with(admin.key())
                        .contentType("application/json")
                        .body(Map.of("name", "a", "role", "curator"))
                        .post("/v1/keys"));
        assertEquals(admin.id(), issued.createdBy());
    }

    @Test
    void noTwoKeysAreAlike() {
        KeyAnswer one = TestKeys.issue("curator", null);
        KeyAnswer other = TestKeys.issue("curator", null);
        assertNotEquals(one.id(), other.id());
        assertNotEquals(one.key(), other.key());
    }

    @Test
    void theSecretIsToldOnceAndNeverAgain() {
        KeyAnswer issued = TestKeys.issue("curator", null);
        Response list = TestKeys.asAdmin().get("/v1/keys");
        Response one = TestKeys.asAdmin().get("/v1/keys/" + issued.id());
        for (Response answer : List.of(list, one)) {
            assertEquals(200, answer.statusCode());
            assertEquals("no-store", answer.header("Cache-Control"));
            assertFalse(answer.asString().contains(issued.key()));
            assertFalse(answer.asString().contains("\"key\""));
        }
        KeyAnswer read = Atlas.read(KeyAnswer.class, one);
        assertEquals(issued.createdAt(), read.createdAt());
        assertTrue(keys().contains(read), "it is in the list");
    }

    @Test
    void theDatabaseHasOnlyAHash() throws SQLException {
        KeyAnswer issued = TestKeys.issue("curator", null);
        String random = issued.key().substring(("atlas_" + issued.id() + "_").length());
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT * FROM api_key WHERE id = '" + issued.id() + "'")) {
            assertTrue(row.next());
            for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                assertFalse(String.valueOf(row.getString(column)).contains(random));
            }
            assertEquals(32, row.getBytes("hash").length);
            assertNotEquals(
                    HexFormat.of().formatHex(issued.key().getBytes(StandardCharsets.UTF_8)),
                    HexFormat.of().formatHex(row.getBytes("hash")));
        }
    }

    @Test
    void whatIsLoggedNamesKeysAndNoSecrets() {
        List<String> logged = new CopyOnWriteArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord line) {
                logged.add(line.getMessage()
                        + (line.getParameters() == null ? "" : List.of(line.getParameters()))
                        + line.getThrown());
            }

            @Override
            public void flush() {
                // nothing is kept back
            }

            @Override
            public void close() {
                // nothing is open
            }
        };
        Logger root = Logger.getLogger("");
        root.addHandler(handler);
        try {
            KeyAnswer issued = TestKeys.issue("curator", null);
            KeyAnswer rotated = rotate(issued.id());
            TestKeys.asAdmin().delete("/v1/keys/" + issued.id());
            TestKeys.with(rotated.key()).get("/v1/startups");
            String all = logged.toString();
            assertTrue(all.contains(issued.id()), all);
            assertFalse(all.contains(issued.key().substring(20)), "the secret was logged");
            assertFalse(all.contains(rotated.key().substring(20)), "the new secret was logged");
            assertFalse(all.contains(TestKeys.ADMIN), "the admin key was logged");
        } finally {
            root.removeHandler(handler);
        }
    }

    @Test
    void aRotatedKeyHasAnotherSecretAndTheOldOneIsDead() {
        KeyAnswer issued = TestKeys.issue("admin", null);
        KeyAnswer rotated = rotate(issued.id());
        assertEquals(issued.id(), rotated.id());
        assertNotNull(rotated.rotatedAt());
        assertNotEquals(issued.key(), rotated.key());
        assertEquals(401, TestKeys.with(issued.key()).get("/v1/keys").statusCode());
        assertEquals(200, TestKeys.with(rotated.key()).get("/v1/keys").statusCode());
    }

    @Test
    void aRevokedKeyOpensNothingAndStaysInTheList() {
        KeyAnswer issued = TestKeys.issue("admin", null);
        Response revoked = TestKeys.asAdmin().delete("/v1/keys/" + issued.id());
        assertEquals(204, revoked.statusCode());
        assertEquals("no-store", revoked.header("Cache-Control"));
        assertEquals(401, TestKeys.with(issued.key()).get("/v1/startups").statusCode());
        KeyAnswer kept = one(issued.id());
        assertNotNull(kept.revokedAt());
        assertEquals(204, TestKeys.asAdmin().delete("/v1/keys/" + issued.id()).statusCode());
        assertEquals(kept, one(issued.id()), "revoked again, it is revoked since the first time");
    }

    @Test
    void aRevokedKeyIsNotRotated() {
        KeyAnswer issued = TestKeys.issue("curator", null);
        TestKeys.asAdmin().delete("/v1/keys/" + issued.id());
        ProblemAnswer problem = Atlas.problem(409, TestKeys.asAdmin().post("/v1/keys/" + issued.id() + "/rotate"));
        assertEquals("key-revoked", problem.errors().get(0).code());
    }

    /** The database is all that nodes have in common. */
    @Test
    void aKeyRevokedOnAnotherNodeIsDeadHereAtOnce() throws SQLException {
        KeyAnswer issued = TestKeys.issue("admin", null);
        assertEquals(200, TestKeys.with(issued.key()).get("/v1/keys").statusCode());
        execute("UPDATE api_key SET revoked_at = created_at WHERE id = '" + issued.id() + "'");
        assertEquals(401, TestKeys.with(issued.key()).get("/v1/keys").statusCode());
    }

    @Test
    void theKeyOfAPartnerThatIsGoneOpensNothing() throws SQLException {
        String partner = newPartner();
        KeyAnswer issued = TestKeys.issue("contributor", partner);
        assertEquals(200, TestKeys.with(issued.key()).get("/v1/startups").statusCode());
        execute("DELETE FROM partner WHERE id = '" + partner + "'");
        assertEquals(401, TestKeys.with(issued.key()).get("/v1/startups").statusCode());
        assertNull(one(issued.id()).partner());
    }

    @Test
    void theKeysOfAPartnerFollowItIntoAnother() throws SQLException {
        String partner = newPartner();
        String into = newPartner();
        KeyAnswer issued = TestKeys.issue("contributor", partner);
        QuarkusTransaction.requiringNew().run(() -> keys.follow(UUID.fromString(partner), UUID.fromString(into)));
        assertEquals(into, one(issued.id()).partner().toString());
        assertEquals(200, TestKeys.with(issued.key()).get("/v1/startups").statusCode());
    }

    /** A row and nothing else: a partner of the bundle has more that refers to it. */
    private String newPartner() throws SQLException {
        UUID id = UUID.randomUUID();
        execute("INSERT INTO partner (id, slug, version, name_key, created_at, updated_at, document) SELECT '" + id
                + "', '" + id + "', 1, name_key, created_at, updated_at, document FROM partner WHERE slug = '"
                + TECHNOPARK + "'");
        return id.toString();
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            assertEquals(1, statement.executeUpdate(sql));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "aaaaaaaaaaaa", "a%00b", "atlas_aaaaaaaaaaaa"})
    void aKeyThatWasNotIssuedIsUnknown(String id) {
        assertEquals(
                "unknown-record",
                Atlas.problem(404, TestKeys.asAdmin().get("/v1/keys/" + id)).code());
        Atlas.problem(404, TestKeys.asAdmin().delete("/v1/keys/" + id));
        Atlas.problem(404, TestKeys.asAdmin().post("/v1/keys/" + id + "/rotate"));
    }

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
    void whatBreaksTheRulesIsNamedByItsPlace(String body, String pointer, String code, String meant) {
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
    void everythingThatBreaksTheRulesIsToldAtOnce() {
        ProblemAnswer problem = Atlas.problem(
                422, post("{\"nam\":1,\"name\":\"" + "a".repeat(201) + "\",\"role\":\"king\",\"partner\":5}"));
        Set<String> places = problem.errors().stream()
                .map(ProblemAnswer.Error::pointer)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of("/nam", "/name", "/role", "/partner"), places);
    }

    @Test
    void anUnknownParameterIsRefused() {
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
    void aBodyThatIsNoJsonObjectIsRefused(String body, String code) {
        ProblemAnswer problem = Atlas.problem(400, post(body));
        assertEquals("malformed-request", problem.code());
        assertEquals(code, problem.errors().get(0).code());
    }

    @Test
    void jsonIsReadToItsDepthAndNoDeeper() {
        Atlas.problem(422, post("{\"a\":" + "[".repeat(31) + "]".repeat(31) + "}"));
        for (int levels : List.of(32, 100_000)) {
            ProblemAnswer problem = Atlas.problem(400, post("{\"a\":" + "[".repeat(levels) + "]".repeat(levels) + "}"));
            assertEquals("body-beyond-limits", problem.errors().get(0).code());
        }
    }

    @Test
    void bytesThatAreNoTextAreRefused() {
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
    void anotherMediaTypeIsRefused(String type) throws Exception {
        HttpResponse<String> answer = send(request -> request.header("Content-Type", type), "{}".getBytes());
        assertEquals(415, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains("application/json"), answer.body());
    }

    @Test
    void aBodyWithoutAMediaTypeOrCompressedIsRefused() throws Exception {
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
    void utf8MayBeSaid() {
        assertEquals(
                201,
                TestKeys.asAdmin()
                        .header("Content-Type", "application/json; charset=UTF-8")
                        .body("{\"name\":\"تكنوبارك\",\"role\":\"curator\"}".getBytes(StandardCharsets.UTF_8))
                        .post("/v1/keys")
                        .statusCode());
    }

    @Test
    void aLargeBodyIsRefusedThoughItComesInChunks() throws Exception {
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
    void whoeverHasNoKeyLearnsNothingOfTheBody() {
        assertEquals(
                401,
                given().contentType("text/plain").body("[]").post("/v1/keys").statusCode());
    }

    /** What the headers of a request are to be. */
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

    private static Response issue(Map<String, String> body) {
        return TestKeys.asAdmin().contentType("application/json").body(body).post("/v1/keys");
    }

    private static Response post(String body) {
        return TestKeys.asAdmin()
                .header("Content-Type", "application/json")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/v1/keys");
    }

    private static KeyAnswer rotate(String id) {
        Response answer = TestKeys.asAdmin().post("/v1/keys/" + id + "/rotate");
        assertEquals(200, answer.statusCode());
        assertEquals("no-store", answer.header("Cache-Control"));
        return Atlas.read(KeyAnswer.class, answer);
    }

    private static KeyAnswer one(String id) {
        return Atlas.read(KeyAnswer.class, TestKeys.asAdmin().get("/v1/keys/" + id));
    }

    private static List<KeyAnswer> keys() {
        List<KeyAnswer> keys = new ArrayList<>();
        for (JsonNode key :
                Atlas.read(JsonNode.class, TestKeys.asAdmin().get("/v1/keys")).get("data")) {
            keys.add(Atlas.json().convertValue(key, KeyAnswer.class));
        }
        return keys;
    }
}

package org.startupatlas.auth.key;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.startupatlas.auth.ApiKeyService;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.KeyAnswer;
import org.startupatlas.testing.Limited;
import org.startupatlas.testing.ProblemAnswer;
import org.startupatlas.testing.TestKeys;

/** Tests that keys are issued, used, rotated and revoked. */
@QuarkusTest
@TestProfile(Limited.class)
class KeysTest {
    private static final String TECHNOPARK = "technopark-morocco";

    @Inject
    DataSource database;

    @Inject
    ApiKeyService keys;

    @Test
    void keyIsIssuedWithItsSecret() {
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
    void partnerMayBeNamedById() {
        String partner = given().get("/v1/partners/" + TECHNOPARK).jsonPath().getString("id");
        assertEquals(partner, TestKeys.issue("contributor", partner).partner().toString());
    }

    @Test
    void keyNamesItsIssuer() {
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
    void keysAreUnique() {
        KeyAnswer one = TestKeys.issue("curator", null);
        KeyAnswer other = TestKeys.issue("curator", null);
        assertNotEquals(one.id(), other.id());
        assertNotEquals(one.key(), other.key());
    }

    @Test
    void secretIsReturnedOnlyOnce() {
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
    void databaseStoresOnlyAHash() throws SQLException {
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
    void logNamesKeysWithoutSecrets() {
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
                // every record is stored at once
            }

            @Override
            public void close() {
                // nothing to close
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
    void rotationInvalidatesTheOldSecret() {
        KeyAnswer issued = TestKeys.issue("admin", null);
        KeyAnswer rotated = rotate(issued.id());
        assertEquals(issued.id(), rotated.id());
        assertNotNull(rotated.rotatedAt());
        assertNotEquals(issued.key(), rotated.key());
        assertEquals(401, TestKeys.with(issued.key()).get("/v1/keys").statusCode());
        assertEquals(200, TestKeys.with(rotated.key()).get("/v1/keys").statusCode());
    }

    @Test
    void revokedKeyIsRejectedAndListed() {
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
    void revokedKeyCannotBeRotated() {
        KeyAnswer issued = TestKeys.issue("curator", null);
        TestKeys.asAdmin().delete("/v1/keys/" + issued.id());
        ProblemAnswer problem = Atlas.problem(409, TestKeys.asAdmin().post("/v1/keys/" + issued.id() + "/rotate"));
        assertEquals("key-revoked", problem.errors().get(0).code());
    }

    /** Nodes share only the database. */
    @Test
    void keyRevokedOnAnotherNodeIsRejectedAtOnce() throws SQLException {
        KeyAnswer issued = TestKeys.issue("admin", null);
        assertEquals(200, TestKeys.with(issued.key()).get("/v1/keys").statusCode());
        execute("UPDATE api_key SET revoked_at = created_at WHERE id = '" + issued.id() + "'");
        assertEquals(401, TestKeys.with(issued.key()).get("/v1/keys").statusCode());
    }

    @Test
    void keyOfADeletedPartnerIsRejected() throws SQLException {
        String partner = newPartner();
        KeyAnswer issued = TestKeys.issue("contributor", partner);
        assertEquals(200, TestKeys.with(issued.key()).get("/v1/startups").statusCode());
        execute("DELETE FROM partner WHERE id = '" + partner + "'");
        assertEquals(401, TestKeys.with(issued.key()).get("/v1/startups").statusCode());
        assertNull(one(issued.id()).partner());
    }

    @Test
    void keysFollowAMergedPartner() throws SQLException {
        String partner = newPartner();
        String into = newPartner();
        KeyAnswer issued = TestKeys.issue("contributor", partner);
        QuarkusTransaction.requiringNew().run(() -> keys.follow(UUID.fromString(partner), UUID.fromString(into)));
        assertEquals(into, one(issued.id()).partner().toString());
        assertEquals(200, TestKeys.with(issued.key()).get("/v1/startups").statusCode());
    }

    /** Inserts only a row, because other records refer to the bundled partners. */
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
    void unknownKeyIsNotFound(String id) {
        assertEquals(
                "unknown-record",
                Atlas.problem(404, TestKeys.asAdmin().get("/v1/keys/" + id)).code());
        Atlas.problem(404, TestKeys.asAdmin().delete("/v1/keys/" + id));
        Atlas.problem(404, TestKeys.asAdmin().post("/v1/keys/" + id + "/rotate"));
    }

    private static Response issue(Map<String, String> body) {
        return TestKeys.asAdmin().contentType("application/json").body(body).post("/v1/keys");
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

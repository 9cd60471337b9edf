package org.startupatlas.write;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.Limited;
import org.startupatlas.testing.Polling;
import org.startupatlas.testing.TestKeys;
import org.startupatlas.testing.Writes;

/** Tests that idempotency keys expire after a day, and are deleted by a timer. */
@QuarkusTest
@TestProfile(Limited.class)
class ExpiredIdempotencyKeysTest {
    @Inject
    DataSource database;

    @Test
    void expiredKeysAreDeletedWithoutWrites() throws SQLException {
        tried("Old Key", "old");
        tried("Young Key", "young");
        age("old");
        Polling.until("the old key is stored", () -> isKept("old"), kept -> !kept);
        assertTrue(isKept("young"));
    }

    @Test
    void expiredKeyIsIgnored() throws SQLException {
        String first = tried("Tried Another Day", "expired");
        age("expired");
        String second = tried("Tried Another Day", "expired");
        assertNotEquals(first, second);
        assertEquals(second, tried("Tried Another Day", "expired"));
    }

    /** Creates a record with an idempotency key; returns its id. */
    private static String tried(String name, String key) {
        return Atlas.read(
                        JsonNode.class,
                        Writes.post(
                                201,
                                TestKeys.asAdmin().header("Idempotency-Key", key),
                                "/v1/startups",
                                "{\"name\":\"" + name + "\"}"))
                .get("id")
                .textValue();
    }

    private void age(String key) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update =
                        connection.prepareStatement("update idempotent_write set created_at = ? where name = ?")) {
            update.setObject(1, OffsetDateTime.now(ZoneOffset.UTC).minusHours(25));
            update.setString(2, key);
            assertEquals(1, update.executeUpdate());
        }
    }

    private boolean isKept(String key) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement("select count(*) from idempotent_write where name = ?")) {
            query.setString(1, key);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getInt(1) == 1;
            }
        }
    }
}

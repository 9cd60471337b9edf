package org.startupatlas.write;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.startupatlas.testing.ForWriting;
import org.startupatlas.testing.TestKeys;
import org.startupatlas.testing.Writes;

/** A second try that comes while the first is still being carried out, on whichever node, waits and then gives up. */
@QuarkusTest
@TestProfile(ForWriting.class)
class StillRunningTest {
    @Inject
    DataSource database;

    @Test
    void aTryOfWhatIsStillRunningIsAConflictAndWritesNothing() throws SQLException {
        try (Connection first = database.getConnection();
                Statement statement = first.createStatement()) {
            first.setAutoCommit(false);
            statement.execute("INSERT INTO idempotent_write (written_by, path, name, body_hash, created_at)"
                    + " VALUES ('admin', '/v1/startups', 'running', 'x', CURRENT_TIMESTAMP)");
            assertEquals(
                    "still-running", Writes.problem(tried(409)).errors().get(0).code());
            first.rollback();
        }
        tried(201);
    }

    private static Response tried(int status) {
        return Writes.post(
                status,
                TestKeys.asAdmin().header("Idempotency-Key", "running"),
                "/v1/startups",
                "{\"name\":\"Running\"}");
    }
}

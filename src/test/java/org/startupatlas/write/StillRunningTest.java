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
import org.startupatlas.testing.PoolConnections;
import org.startupatlas.testing.TestDatabase;
import org.startupatlas.testing.TestKeys;
import org.startupatlas.testing.Writes;

/** Tests that a retry during the first attempt, on any node, waits and is then rejected. */
@QuarkusTest
@TestProfile(ForWriting.class)
class StillRunningTest {
    /** Shorter than the wait for another attempt, so that the database gives up first. */
    private static final int LOCK_TIMEOUT_MILLIS = 300;

    @Inject
    DataSource database;

    @Inject
    PoolConnections pool;

    @Test
    void lockTimeoutOfARunningWriteIsAConflict() throws SQLException {
        setLockTimeout(
                TestDatabase.isPostgresql()
                        ? "ALTER DATABASE %s SET lock_timeout = " + LOCK_TIMEOUT_MILLIS
                        : "SET DEFAULT_LOCK_TIMEOUT " + LOCK_TIMEOUT_MILLIS);
        try {
            assertSecondTryIsAConflict("running-with-lock-timeout");
        } finally {
            setLockTimeout(
                    TestDatabase.isPostgresql()
                            ? "ALTER DATABASE %s RESET lock_timeout"
                            : "SET DEFAULT_LOCK_TIMEOUT 2000");
        }
    }

    @Test
    void retryOfARunningWriteIsAConflict() throws SQLException {
        assertSecondTryIsAConflict("running");
    }

    private void assertSecondTryIsAConflict(String key) throws SQLException {
        try (Connection first = database.getConnection();
                Statement statement = first.createStatement()) {
            first.setAutoCommit(false);
            statement.execute("INSERT INTO idempotent_write (written_by, path, name, body_hash, created_at)"
                    + " VALUES ('admin', '/v1/startups', '" + key + "', 'x', CURRENT_TIMESTAMP)");
            assertEquals(
                    "still-running",
                    Writes.problem(tried(409, key)).errors().get(0).code());
            first.rollback();
        }
        tried(201, key);
    }

    /** Sets the timeout of sessions opened later. */
    private void setLockTimeout(String command) throws SQLException {
        try (Connection outside = pool.outsideOfThePool();
                Statement statement = outside.createStatement()) {
            statement.execute(command.formatted(outside.getCatalog()));
        }
        pool.closeAll().close();
    }

    private static Response tried(int status, String key) {
        return Writes.post(
                status, TestKeys.asAdmin().header("Idempotency-Key", key), "/v1/startups", "{\"name\":\"Running\"}");
    }
}

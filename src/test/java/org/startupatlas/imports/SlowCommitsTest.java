package org.startupatlas.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.startupatlas.testing.ForWriting;
import org.startupatlas.testing.Metrics;
import org.startupatlas.testing.PoolConnections;
import org.startupatlas.testing.TestDatabase;

/** Tests that the number of rows in a batch does not depend on the duration of commits. */
@QuarkusTest
@TestProfile(ForWriting.class)
class SlowCommitsTest {
    @Inject
    PoolConnections connections;

    /** Delays commits, as a synchronous replica or a remote disk does. H2 has no such setting. */
    @BeforeEach
    void delayCommits() throws SQLException {
        setCommitDelay("20000");
    }

    @AfterEach
    void resetCommitDelay() throws SQLException {
        setCommitDelay("default");
    }

    private void setCommitDelay(String micros) throws SQLException {
        if (TestDatabase.isPostgresql()) {
            try (Connection settings = connections.outsideOfThePool();
                    Statement statement = settings.createStatement()) {
                statement.execute("do $$ begin"
                        + " execute format('alter database %I set commit_delay = " + micros + "', current_database());"
                        + " execute format('alter database %I set commit_siblings = 0', current_database()); end $$");
            }
            connections.closeAll().close();
        }
    }

    @Test
    void batchEndsAt250Rows() {
        long before = Metrics.lockCount();
        JobAnswer job = Imports.csv("startups", rows("Many", 1_001, ""));
        assertEquals(new JobAnswer.Rows(1_001, 1_001, 0, 0, 0), job.rows());
        assertEquals(5, Metrics.lockCount() - before);
    }

    @Test
    void batchEndsAtMebibyte() {
        long before = Metrics.lockCount();
        String notes = "é".repeat(8 * 1024);
        JobAnswer job = Imports.csv("startups", rows("Long", 130, notes));
        assertEquals(new JobAnswer.Rows(130, 130, 0, 0, 0), job.rows());
        assertEquals(3, Metrics.lockCount() - before);
    }

    private static String rows(String name, int count, String notes) {
        return "name,notes\n"
                + IntStream.range(0, count)
                        .mapToObj(i -> name + " of Slow Commits " + i + "," + notes + "\n")
                        .collect(Collectors.joining());
    }
}

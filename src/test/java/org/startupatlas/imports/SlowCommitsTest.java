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
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.ForWriting;
import org.startupatlas.testing.PoolConnections;
import org.startupatlas.testing.TestDatabase;

/** How many rows of a file a transaction writes does not depend on how long a commit takes. */
@QuarkusTest
@TestProfile(ForWriting.class)
class SlowCommitsTest {
    private static final String COUNT = "atlas_block_locked_seconds_count";

    @Inject
    PoolConnections connections;

    /** As of a replica or a disk that is far away; H2 has nothing of the kind. */
    @BeforeEach
    void slowDown() throws SQLException {
        commitsTake("20000");
    }

    @AfterEach
    void speedUp() throws SQLException {
        commitsTake("default");
    }

    private void commitsTake(String micros) throws SQLException {
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
    void aBlockEndsAt250Rows() {
        long before = blocks();
        JobAnswer job = Imports.csv("startups", rows("Many", 1_001, ""));
        assertEquals(new JobAnswer.Rows(1_001, 1_001, 0, 0, 0), job.rows());
        assertEquals(5, blocks() - before);
    }

    @Test
    void aBlockEndsAtAMebibyte() {
        long before = blocks();
        String notes = "é".repeat(8 * 1024);
        JobAnswer job = Imports.csv("startups", rows("Long", 130, notes));
        assertEquals(new JobAnswer.Rows(130, 130, 0, 0, 0), job.rows());
        assertEquals(3, blocks() - before);
    }

    private static String rows(String name, int count, String notes) {
        return "name,notes\n"
                + IntStream.range(0, count)
                        .mapToObj(i -> name + " of Slow Commits " + i + "," + notes + "\n")
                        .collect(Collectors.joining());
    }

    /** How many blocks have locked the log. */
    private static long blocks() {
        return Atlas.get(200, "/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith(COUNT))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}

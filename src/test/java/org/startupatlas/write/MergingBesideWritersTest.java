package org.startupatlas.write;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.startupatlas.resource.participation.ParticipationRecord;
import org.startupatlas.resource.startup.StartupRecord;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.ForWriting;
import org.startupatlas.testing.PoolConnections;
import org.startupatlas.testing.TestDatabase;
import org.startupatlas.testing.Writes;

/** Writes that are committed between what a merge reads and what it locks. */
@QuarkusTest
@TestProfile(ForWriting.class)
class MergingBesideWritersTest {
    private static final Duration MAX_WAIT = Duration.ofMinutes(1);

    @Inject
    PoolConnections pool;

    @Test
    void aDuplicateThatAppearsBeforeTheLocksIsMergedToo() throws Exception {
        assumeTrue(TestDatabase.isPostgresql(), "on H2, writes run one after the other");
        Writes.createStartup("Beside first");
        // Locks are taken in the order of ids, so the merge waits for this one, which is the oldest, before all others.
        ParticipationRecord oldest = participation("beside-first");
        StartupRecord survivor = Writes.createStartup("Beside survivor");
        Writes.createStartup("Beside other");
        Writes.patch(200, "/v1/participations/" + oldest.id(), 1, "{\"startup\":\"beside-other\"}");
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try (Connection holder = pool.outsideOfThePool();
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("SELECT 1 FROM participation WHERE id = '" + oldest.id() + "' FOR UPDATE");
            Future<Response> merge =
                    thread.submit(() -> Writes.merge(200, "/v1/startups/beside-survivor", 1, "beside-other"));
            awaitWaiting(holder);
            participation("beside-survivor");
            holder.rollback();
            merge.get();
        } finally {
            thread.shutdown();
        }
        assertEquals(
                1,
                Atlas.page(ParticipationRecord.class, "/v1/participations?startup=" + survivor.id())
                        .data()
                        .size());
    }

    /** Waits until a session waits for a lock of this one. */
    private static void awaitWaiting(Connection holder) throws SQLException {
        Instant deadline = Instant.now().plus(MAX_WAIT);
        try (Statement statement = holder.createStatement()) {
            while (!isAwaited(statement)) {
                assertTrue(Instant.now().isBefore(deadline), "a session waits");
                LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
            }
        }
    }

    private static boolean isAwaited(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery(
                "SELECT count(*) > 0 FROM pg_stat_activity WHERE pg_backend_pid() = ANY (pg_blocking_pids(pid))")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private static ParticipationRecord participation(String startup) {
        return Writes.create(
                ParticipationRecord.class,
                "/v1/participations",
                "{\"startup\":\"" + startup + "\",\"program\":\"morocco-accelerator\"}");
    }
}

package org.startupatlas.changelog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.startupatlas.record.RecordJson;
import org.startupatlas.resource.startup.StartupRecord;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.ForWriting;
import org.startupatlas.testing.StartupBatches;
import org.startupatlas.testing.Writes;

/**
 * Tests that the times of changes have the order of their revisions, and that a record keeps the time at which its write
 * was prepared even if another write was logged meanwhile.
 */
@QuarkusTest
@TestProfile(ForWriting.class)
class TimesOfWritesTest {
    @Inject
    StartupBatches startups;

    @Inject
    ChangeLog log;

    @Inject
    DataSource database;

    @ParameterizedTest
    @ValueSource(ints = {1, 40})
    void overtakenBatchHasALaterTimeInTheLogThanInItsRecords(int size) {
        List<StartupRecord> batch = StartupBatches.numbered("Overtaken" + size, IntStream.range(0, size));
        List<StartupRecord> faster = new ArrayList<>();
        long revision = QuarkusTransaction.requiringNew().call(() -> {
            StagedChanges staged = log.stage(startups.changes(batch), null);
            faster.add(overtake());
            return log.append(staged).get(0).revision();
        });
        JsonNode changes = Writes.changesSince(revision - 2);
        assertEquals(faster.get(0).id().toString(), changes.get(0).get("id").textValue());
        assertTrue(at(changes.get(0)).isBefore(at(changes.get(1))));
        Instant written = Instant.parse(changes.at("/1/record/created_at").textValue());
        assertTrue(written.isBefore(faster.get(0).createdAt()), "it was prepared before");
        for (int i = 1; i <= size; i++) {
            assertEquals(at(changes.get(1)), at(changes.get(i)));
            assertEquals(
                    written,
                    Atlas.one(StartupRecord.class, path(batch.get(i - 1))).updatedAt());
        }
        String list = "/v1/startups?updated_at=" + written + "&name__starts=overtaken" + size;
        assertEquals(size, Atlas.total(list));
    }

    @Test
    void recordsAsOfATimeAreThoseOfTheLog() {
        List<StartupRecord> batch = StartupBatches.numbered("Prepared", IntStream.range(0, 1));
        QuarkusTransaction.requiringNew().run(() -> {
            StagedChanges staged = log.stage(startups.changes(batch), null);
            overtake();
            log.append(staged);
        });
        String path = path(batch.get(0));
        StartupRecord record = Atlas.one(StartupRecord.class, path);
        Instant logged = at(Atlas.tree(path + "/history").at("/data/0"));
        Atlas.problem(404, path + "?as_of=" + record.updatedAt());
        assertEquals(record, Atlas.one(StartupRecord.class, path + "?as_of=" + logged));
    }

    @Test
    void recordOfANodeWithAFastClockKeepsItsTime() throws SQLException {
        StartupRecord record = Writes.create(StartupRecord.class, "/v1/startups", "{\"name\":\"Ahead\"}");
        Instant ahead = record.updatedAt().plusSeconds(60);
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(
                        "update startup set document = replace(document, ?, ?) where slug = 'ahead'")) {
            update.setString(1, "\"updated_at\":\"" + RecordJson.time(record.updatedAt()));
            update.setString(2, "\"updated_at\":\"" + RecordJson.time(ahead));
            assertEquals(1, update.executeUpdate());
        }
        StartupRecord next =
                Atlas.read(StartupRecord.class, Writes.patch(200, "/v1/startups/ahead", 1, "{\"headcount\":3}"));
        assertEquals(ahead, next.updatedAt());
    }

    private static Instant at(JsonNode change) {
        return Instant.parse(change.get("at").textValue());
    }

    private static String path(StartupRecord startup) {
        return "/v1/startups/" + startup.id();
    }

    /** Writes a record in a millisecond of its own, so that the prepared write before it is logged later. */
    private static StartupRecord overtake() {
        awaitNextMillisecond();
        StartupRecord faster = Writes.create(StartupRecord.class, "/v1/startups", "{\"name\":\"Faster\"}");
        awaitNextMillisecond();
        return faster;
    }

    private static void awaitNextMillisecond() {
        long now = System.currentTimeMillis();
        while (System.currentTimeMillis() == now) {
            Thread.onSpinWait();
        }
    }
}

package org.startupatlas.change;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.startupatlas.Atlas;
import org.startupatlas.StartupBlocks;
import org.startupatlas.Writes;
import org.startupatlas.startup.StartupRecord;
import org.startupatlas.writing.ForWriting;

/** Time order is revision order, also of a block whose rows were written before another write that is logged before it. */
@QuarkusTest
@TestProfile(ForWriting.class)
class OvertakenBlockTest {
    @Inject
    StartupBlocks blocks;

    @Inject
    ChangeLog log;

    @ParameterizedTest
    @ValueSource(ints = {1, 40})
    void itsRecordsHaveTheTimeOfTheLog(int size) {
        List<StartupRecord> block = StartupBlocks.numbered("Overtaken" + size, IntStream.range(0, size));
        List<Change> logged = QuarkusTransaction.requiringNew().call(() -> {
            StagedChanges staged = log.prepare(log.stage(blocks.changes(block), null));
            overtake(staged.at());
            return log.append(staged);
        });
        assertEquals(size, logged.size());
        Instant at =
                Instant.parse(Atlas.tree("/v1/changes?since=" + (logged.get(0).revision() - 1) + "&limit=1")
                        .at("/data/0/at")
                        .textValue());
        for (StartupRecord startup : block) {
            StartupRecord written = Atlas.one(StartupRecord.class, "/v1/startups/" + startup.id());
            assertEquals(at, written.createdAt());
            assertEquals(at, written.updatedAt());
        }
        for (String column : List.of("created_at", "updated_at")) {
            assertEquals(
                    size,
                    Atlas.tree("/v1/startups?" + column + "=" + at + "&name__starts=overtaken" + size + "&total=true")
                            .at("/page/total")
                            .intValue());
        }
    }

    /** Another write, which is logged at a later time. */
    private static void overtake(Instant staged) {
        Instant at;
        do {
            at = Writes.create(StartupRecord.class, "/v1/startups", "{\"name\":\"Faster\"}")
                    .createdAt();
        } while (!at.isAfter(staged));
    }
}

package org.startupatlas.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.startupatlas.Atlas;
import org.startupatlas.StartupBlocks;
import org.startupatlas.Writes;
import org.startupatlas.query.Databases;
import org.startupatlas.query.Sql;
import org.startupatlas.startup.StartupRecord;
import org.startupatlas.writing.ForWriting;

/** Time order is revision order, also of a block whose rows were written before another write that is logged before it. */
@QuarkusTest
@TestProfile(ForWriting.class)
class OvertakenBlockTest {
    @Inject
    StartupBlocks startups;

    @Inject
    ChangeLog log;

    @Inject
    BlockLog blocks;

    @Inject
    AgroalDataSource database;

    @ParameterizedTest
    @ValueSource(ints = {1, 40})
    void itsRecordsHaveTheTimeOfTheLog(int size) {
        List<StartupRecord> block = StartupBlocks.numbered("Overtaken" + size, IntStream.range(0, size));
        Instant at = write(() -> {
            StagedChanges prepared = blocks.prepare(log.stage(startups.changes(block), null));
            overtake(prepared.at());
            return prepared;
        });
        assertWrittenAt(at, block);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 40})
    void whatIsStagedAgainHasALaterTimeAlready(int size) {
        List<StartupRecord> block = StartupBlocks.numbered("Behind" + size, IntStream.range(0, size));
        AtomicReference<Instant> later = new AtomicReference<>();
        Instant at = write(() -> {
            StagedChanges staged = blocks.prepare(log.stage(startups.changes(block), null));
            overtake(staged.at());
            assertFalse(blocks.lockUnlessAhead(staged));
            StagedChanges again = blocks.prepare(blocks.restage(staged));
            later.set(again.at());
            return again;
        });
        assertEquals(later.get(), at);
        assertWrittenAt(at, block);
    }

    @Test
    void whereOthersWriteABlockHasTheTimeAtWhichItIsLikelyToBeLogged() {
        QuarkusTransaction.requiringNew().run(() -> {
            StagedChanges late = stageBlock("Late");
            overtake(late.at());
            assertFalse(blocks.lockUnlessAhead(late));
            StagedChanges next = stageBlock("Next");
            assertTrue(next.at().isAfter(next.since()));
            assertTrue(blocks.lockUnlessAhead(next));
            assertFalse(Instant.now().isBefore(next.at()));
        });
    }

    @Test
    @EnabledIfSystemProperty(named = "db", matches = "postgresql", disabledReason = "on H2 writers take turns")
    void whoHasWaitedForTheLogAndIsOvertakenThenHoldsNobodyUp() {
        QuarkusTransaction.requiringNew().run(() -> {
            StagedChanges late = stageBlock("Waiting");
            CountDownLatch isLocked = new CountDownLatch(1);
            CompletableFuture<Void> faster =
                    CompletableFuture.runAsync(() -> logAtALaterTimeWhenSomebodyWaits(late.at(), isLocked));
            try {
                assertTrue(isLocked.await(10, TimeUnit.SECONDS));
            } catch (InterruptedException stopped) {
                throw new AssertionError(stopped);
            }
            assertFalse(blocks.lockUnlessAhead(late));
            faster.join();
            overtake(late.at()); // which waits for the log in vain if it is locked
            assertTrue(blocks.lockUnlessAhead(blocks.restage(late)));
        });
    }

    private void logAtALaterTimeWhenSomebodyWaits(Instant staged, CountDownLatch isLocked) {
        while (!Instant.now().isAfter(staged.plusMillis(1))) {
            Thread.onSpinWait();
        }
        QuarkusTransaction.requiringNew().run(() -> {
            log.append(log.stage(changes("Holding"), null));
            isLocked.countDown();
            while (waiting() == 0) {
                Thread.onSpinWait();
            }
        });
    }

    private long waiting() {
        return Databases.read(
                database,
                connection -> Databases.number(
                        connection, new Sql().append("select count(*) from pg_locks where not granted")));
    }

    private StagedChanges stageBlock(String name) {
        List<PendingChange> changes = changes(name);
        return blocks.stage(changes, changes, null);
    }

    private List<PendingChange> changes(String name) {
        return startups.changes(StartupBlocks.numbered(name, IntStream.range(0, 20)));
    }

    /** Appends a block in a transaction; the time that the log tells of it. */
    private Instant write(Supplier<StagedChanges> preparing) {
        List<Change> logged = QuarkusTransaction.requiringNew().call(() -> log.append(preparing.get()));
        return Instant.parse(Atlas.tree("/v1/changes?since=" + (logged.get(0).revision() - 1) + "&limit=1")
                .at("/data/0/at")
                .textValue());
    }

    private static void assertWrittenAt(Instant at, List<StartupRecord> block) {
        for (StartupRecord startup : block) {
            StartupRecord written = Atlas.one(StartupRecord.class, "/v1/startups/" + startup.id());
            assertEquals(at, written.createdAt());
            assertEquals(at, written.updatedAt());
        }
        String name = block.get(0).name().split(" ")[0].toLowerCase(Locale.ROOT);
        for (String column : List.of("created_at", "updated_at")) {
            assertEquals(
                    block.size(),
                    Atlas.tree("/v1/startups?" + column + "=" + at + "&name__starts=" + name + "&total=true")
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

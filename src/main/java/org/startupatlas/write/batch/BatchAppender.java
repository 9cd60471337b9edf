package org.startupatlas.write.batch;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.startupatlas.changelog.ChangeLog;
import org.startupatlas.changelog.StagedChanges;

/** Appends blocks to the log, and measures how long it is locked by each, which all other writers wait for. */
@Singleton
final class BatchAppender {

    private static final Duration[] BOUNDS = {
        Duration.ofMillis(10),
        Duration.ofMillis(20),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(200)
    };

    private final ChangeLog log;
    private final Timer locked;
    private final Timer lockedBeforeCommit;

    BatchAppender(ChangeLog log, MeterRegistry meters) {
        this.log = log;
        this.locked = timer(
                meters,
                "atlas.block.locked",
                "How long blocks of records have locked the log, from its lock to the end of the commit");
        this.lockedBeforeCommit = timer(
                meters,
                "atlas.block.locked.before.commit",
                "How long blocks of records had locked the log when their commit began, which then waits for the disk");
    }

    private static Timer timer(MeterRegistry meters, String name, String description) {
        return Timer.builder(name)
                .description(description)
                .serviceLevelObjectives(BOUNDS)
                .register(meters);
    }

    /**
     * A block that is in the log.
     *
     * @param changes how many revisions it has
     * @param lockedAt since when the log is locked, by {@link System#nanoTime}
     */
    record Appended(int changes, long lockedAt) {}

    /** Appends a block, last of all in its transaction. */
    Appended append(StagedChanges staged) {
        log.lock();
        long lockedAt = System.nanoTime();
        int changes = log.append(staged).size();
        record(lockedBeforeCommit, lockedAt);
        return new Appended(changes, lockedAt);
    }

    /** Told that the transaction of a block is over. */
    void committed(Appended block) {
        record(locked, block.lockedAt());
    }

    private static void record(Timer timer, long since) {
        timer.record(System.nanoTime() - since, TimeUnit.NANOSECONDS);
    }
}

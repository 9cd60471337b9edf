package org.startupatlas.writing;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.startupatlas.change.BlockLog;
import org.startupatlas.change.ChangeLog;
import org.startupatlas.change.StagedChanges;

/**
 * Appends blocks to the log, which is locked from then to the end of the transaction: for as short a time as can be, since
 * all other writers wait for it.
 */
@Singleton
final class BlockAppender {

    /** The third is what others may be kept waiting at most. */
    private static final Duration[] BOUNDS = {
        Duration.ofMillis(10), Duration.ofMillis(20), Duration.ofMillis(50), Duration.ofMillis(100)
    };

    /** While a block is given a later time, others may overtake it again; so often in a row is rare. */
    private static final int MOST_OVERTAKEN = 4;

    private final ChangeLog log;
    private final BlockLog blocks;
    private final EarlyFlush flush;
    private final Timer locked;
    private final Timer lockedBeforeCommit;

    BlockAppender(ChangeLog log, BlockLog blocks, EarlyFlush flush, MeterRegistry meters) {
        this.log = log;
        this.blocks = blocks;
        this.flush = flush;
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
        StagedChanges ready = lock(staged);
        long lockedAt = System.nanoTime();
        int changes = log.append(ready).size();
        record(lockedBeforeCommit, lockedAt);
        return new Appended(changes, lockedAt);
    }

    /**
     * Told that the transaction of a block is over.
     *
     * @return for how long the log was locked, in nanoseconds
     */
    long committed(Appended block) {
        return record(locked, block.lockedAt());
    }

    /** Does all that can be done before it locks the log. */
    private StagedChanges lock(StagedChanges staged) {
        StagedChanges ready = ready(staged);
        for (int attempt = 1; !blocks.lockUnlessAhead(ready); attempt++) {
            if (attempt == MOST_OVERTAKEN) {
                blocks.lock();
                return ready;
            }
            ready = ready(blocks.restage(ready));
        }
        return ready;
    }

    private StagedChanges ready(StagedChanges staged) {
        StagedChanges ready = blocks.prepare(staged);
        flush.await();
        return ready;
    }

    private static long record(Timer timer, long since) {
        long nanos = System.nanoTime() - since;
        timer.record(nanos, TimeUnit.NANOSECONDS);
        return nanos;
    }
}

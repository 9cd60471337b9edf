package org.startupatlas.write.batch;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.startupatlas.changelog.ChangeLog;
import org.startupatlas.changelog.StagedChanges;

/** Appends batches to the log and measures how long each one keeps it locked, for which all other writers wait. */
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
                "atlas.changelog.lock.held",
                "How long batches held the lock of the change log, from its acquisition to the end of the commit");
        this.lockedBeforeCommit = timer(
                meters,
                "atlas.changelog.lock.held.before.commit",
                "How long batches had held the lock of the change log when their commit began, which waits for the disk");
    }

    private static Timer timer(MeterRegistry meters, String name, String description) {
        return Timer.builder(name)
                .description(description)
                .serviceLevelObjectives(BOUNDS)
                .register(meters);
    }

    /**
     * A batch that was appended to the log.
     *
     * @param changes the number of its revisions
     * @param lockedAt when the log was locked, as {@link System#nanoTime}
     */
    record Appended(int changes, long lockedAt) {}

    /** Appends a batch, as the last step of its transaction. */
    Appended append(StagedChanges staged) {
        log.lock();
        long lockedAt = System.nanoTime();
        int changes = log.append(staged).size();
        record(lockedBeforeCommit, lockedAt);
        return new Appended(changes, lockedAt);
    }

    /** Records the duration of the lock; called after the commit of a batch. */
    void committed(Appended batch) {
        record(locked, batch.lockedAt());
    }

    private static void record(Timer timer, long since) {
        timer.record(System.nanoTime() - since, TimeUnit.NANOSECONDS);
    }
}

package org.startupatlas.bench.fire;

import java.time.Duration;
import java.time.Instant;

/** The progress of a reader, for which other threads can wait. */
final class Progress {

    private long reached;
    private boolean over;
    private Throwable failure;

    synchronized void reach(long revision) {
        reached = Math.max(reached, revision);
        notifyAll();
    }

    synchronized void fail(Throwable reason) {
        failure = reason;
        notifyAll();
    }

    /** Waits until the reader has reached a revision, and ends it. */
    synchronized void awaitAndEnd(String reader, long revision, Duration patience) throws InterruptedException {
        Instant end = Instant.now().plus(patience);
        while (reached < revision && failure == null) {
            long left = Duration.between(Instant.now(), end).toMillis();
            if (left <= 0) {
                throw new BrokenPromise(reader + " has come to revision " + reached + " of " + revision + " only");
            }
            wait(left);
        }
        if (failure != null) {
            throw new BrokenPromise(reader + " failed: " + failure.getMessage(), failure);
        }
        over = true;
    }

    synchronized boolean isOver() {
        return over;
    }
}

package org.startupatlas.transfer.imports;

import java.time.Duration;

/**
 * How many rows a block may have: as many as keep the log locked for no longer than others may wait for it, on whatever
 * machine this is.
 */
final class BlockLength {

    private static final int FIRST = 50;
    private static final int SHORTEST = 1;

    /** More gain nothing: what a block costs besides its rows is little then. */
    private static final int LONGEST = 250;

    /** The log may be locked for 50 ms at a time, of which a pause of the garbage collector can take 40. */
    private static final long AIM_NANOS = Duration.ofMillis(10).toNanos();

    private static final double STEP_UP = 1.25;

    /** Asked by the thread that reads ahead. */
    private volatile int rows = FIRST;

    int rows() {
        return rows;
    }

    /** Learns from a block of so many rows, for which the log was locked so long. */
    void learn(int written, long lockedNanos) {
        if (lockedNanos > AIM_NANOS) {
            rows = Math.max(SHORTEST, (int) (written * (double) AIM_NANOS / lockedNanos));
        } else if (written >= rows && lockedNanos < AIM_NANOS / STEP_UP) {
            rows = Math.min(LONGEST, (int) Math.ceil(rows * STEP_UP));
        }
    }
}

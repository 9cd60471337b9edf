package org.startupatlas.writing;

import java.time.Duration;

/**
 * Whether a disk is held up by what others write, told from how long flushes take. What holds a disk up (the operating
 * system writes back what it has kept, a checkpoint) comes in bursts: who has just waited for one, and goes on at once,
 * meets the next.
 */
final class DiskCalm {

    /** What takes so many times as long as it usually does has met something. */
    private static final int SLOW = 6;

    /** What is shorter than this delays nobody, however quick the disk is otherwise. */
    private static final long NEVER_SLOW = Duration.ofMillis(5).toNanos();

    /** The part of the difference by which what is usual falls with a quicker flush: soon, as stalls are not usual. */
    private static final int QUICKER = 8;

    /** The part by which it rises with a slower one: a disk that has become slow is known in seconds. */
    private static final int SLOWER = 32;

    /** Two stalls of a burst are hardly ever further apart. */
    private static final long QUIET = Duration.ofMillis(40).toNanos();

    /** What a disk that is not known yet is taken to be like. */
    private double usual = Duration.ofMillis(2).toNanos();

    private boolean isHeldUp;
    private long calmAt;

    /**
     * Counts a flush among those by which the disk is known: a stall for little, a disk that is always slow for what it is.
     *
     * @param took how long it took, in nanoseconds
     */
    synchronized void learn(long took) {
        usual += took < usual ? (took - usual) / QUICKER : (Math.min(took, 2 * usual) - usual) / SLOWER;
    }

    /**
     * Whether the disk is calm after a flush.
     *
     * @param took how long it took, in nanoseconds
     * @param ended when it was done, as {@link System#nanoTime} counts
     */
    synchronized boolean isCalmAfter(long took, long ended) {
        if (took > Math.max(NEVER_SLOW, SLOW * usual)) {
            isHeldUp = true;
            calmAt = ended + QUIET;
        } else if (ended - calmAt >= 0) {
            isHeldUp = false;
        }
        return !isHeldUp;
    }
}

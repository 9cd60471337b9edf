package org.startupatlas.writing;

import java.time.Duration;

/**
 * Whether a disk is held up by what others write, told from how long flushes take. What holds a disk up (the operating
 * system writes back what it has kept, a checkpoint) comes in bursts: who has just waited for one, and goes on at once,
 * meets the next.
 */
final class DiskCalm {

    /** What takes so many times as long as it usually does has met something. */
    private static final int SLOW = 4;

    /** What is shorter than this delays nobody, however quick the disk is otherwise. */
    private static final long NEVER_SLOW = Duration.ofMillis(5).toNanos();

    /** What is usual changes by this part with each flush: what a slow disk is like is known after some seconds. */
    private static final int PART = 32;

    /** Two stalls of a burst are hardly ever further apart. */
    private static final long QUIET = Duration.ofMillis(40).toNanos();

    /** Of a disk that is not known yet, much, so that nobody waits in vain for it to be quicker. */
    private double usual = Duration.ofMillis(10).toNanos();

    private boolean isHeldUp;
    private long calmAt;

    /** Counts a flush among those by which the disk is known. A stall counts for little, a disk that is slow is learnt. */
    synchronized void learn(long took) {
        usual += (Math.min(took, 2 * usual) - usual) / PART;
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

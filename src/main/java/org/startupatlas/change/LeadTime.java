package org.startupatlas.change;

import java.time.Duration;

/**
 * How long it is from the staging of a block until it can be logged, as it was with the blocks before; nothing while nobody
 * else writes.
 */
final class LeadTime {

    /** Four of five blocks are to be there in time: a late one is foreseen as much later as four early ones are earlier. */
    private static final int EARLY_PER_LATE = 4;

    private static final Duration STEP = Duration.ofMillis(1);

    /** A block that takes longer is written again rather than that faster ones behind it wait so long. */
    static final Duration LONGEST = Duration.ofMillis(200);

    /** Who writes by hand, or record by record, writes again within this. */
    private static final Duration OTHERS_WRITE = Duration.ofSeconds(10);

    private Duration lead = Duration.ZERO;
    private boolean othersWrite;

    /** When others wrote last while a block was staged, by {@link System#nanoTime}. */
    private long overtaken;

    /** How long it is going to be. */
    synchronized Duration foreseen() {
        othersWrite = othersWrite && System.nanoTime() - overtaken < OTHERS_WRITE.toNanos();
        return othersWrite ? lead : Duration.ZERO;
    }

    /**
     * Learns from a block.
     *
     * @param took how long it was
     * @param wasOvertaken whether others wrote meanwhile
     */
    synchronized void learn(Duration took, boolean wasOvertaken) {
        if (took.compareTo(lead) > 0) {
            lead = min(LONGEST, lead.plus(STEP.multipliedBy(EARLY_PER_LATE)));
        } else if (!lead.isZero()) {
            lead = lead.minus(STEP);
        }
        if (wasOvertaken) {
            overtaken = System.nanoTime();
            othersWrite = true;
        }
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}

package org.startupatlas.network.model;

import java.time.LocalDate;
import java.util.Set;
import org.startupatlas.record.PartialDate;

/**
 * The time of which a link is true.
 *
 * @param from the first day, or null if it is unknown
 * @param to the last day, or null if it is unknown or there is none
 * @param status the code that the record has for its state, or null
 */
public record Validity(PartialDate from, PartialDate to, String status) {

    /** Nothing is known. */
    static final Validity UNKNOWN = new Validity(null, null, null);

    /** The states of agreements, programs, sites, markets and participations after which there is no link. */
    private static final Set<String> OVER = Set.of("ended", "closed", "withdrawn", "rejected");

    /** The states in which it is intended only; whether it came about by a day is unknown. */
    private static final Set<String> INTENDED = Set.of("announced", "planned", "applied", "exploring", "preparing");

    static Validity since(PartialDate from) {
        return new Validity(from, null, null);
    }

    static Validity since(PartialDate from, String status) {
        return new Validity(from, null, status);
    }

    /** Returns the validity with the dates of an edition, where it has none of its own. */
    Validity orDuring(PartialDate start, PartialDate end) {
        return from == null && to == null ? new Validity(start, end, status) : this;
    }

    /**
     * Returns whether the link is valid on a day. Unknown dates leave that unknown. A state of being over ends it, at
     * the end that is known or else at any time.
     */
    public Truth isValidOn(LocalDate day) {
        if (to == null) {
            return isOver() ? Truth.FALSE : hasBegunBy(day);
        }
        if (day.isAfter(to.last())) {
            return Truth.FALSE;
        }
        Truth begun = hasBegunBy(day);
        return begun == Truth.TRUE && day.isAfter(to.first()) ? Truth.UNKNOWN : begun;
    }

    /** Returns whether the link is valid on a day if its end does not matter. */
    Truth isValidForGoodOn(LocalDate day) {
        return isOver() ? Truth.FALSE : hasBegunBy(day);
    }

    private boolean isOver() {
        return status != null && OVER.contains(status);
    }

    private Truth hasBegunBy(LocalDate day) {
        if (from == null) {
            return Truth.UNKNOWN;
        }
        if (day.isBefore(from.first())) {
            return Truth.FALSE;
        }
        boolean isCertain = !day.isBefore(from.last()) && (status == null || !INTENDED.contains(status));
        return isCertain ? Truth.TRUE : Truth.UNKNOWN;
    }
}

package org.startupatlas.network.journey;

import java.time.LocalDate;
import org.startupatlas.record.PartialDate;

/** The days of which one, it is not known which, is meant. */
public record Span(LocalDate first, LocalDate last) {

    /** Any day. Months can be added to its ends, as they cannot be to those of Java. */
    static final Span UNKNOWN = new Span(LocalDate.of(1, 1, 1), LocalDate.of(9999, 12, 31));

    /** Returns the days that a date can mean; any day if it is null. */
    static Span of(PartialDate date) {
        return date == null ? UNKNOWN : new Span(date.first(), date.last());
    }

    /** Returns whether the day is not any day before another. */
    boolean hasBeginning() {
        return !first.equals(UNKNOWN.first);
    }

    /** Returns the span of the earlier of two days. */
    Span orEarlier(Span other) {
        return new Span(
                first.isBefore(other.first) ? first : other.first, last.isBefore(other.last) ? last : other.last);
    }
}

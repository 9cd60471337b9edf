package org.startupatlas.record;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;

/** The columns of a partial date. */
@Embeddable
public record DateRange(LocalDate first, LocalDate last) {

    /** The columns of {@code date}; null for null. */
    public static DateRange of(PartialDate date) {
        return date == null ? null : new DateRange(date.first(), date.last());
    }
}

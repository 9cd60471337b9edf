package org.startupatlas.record.entity;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import org.startupatlas.record.PartialDate;

/** The columns of a partial date. */
@Embeddable
public record DateRangeColumns(LocalDate first, LocalDate last) {

    public static DateRangeColumns of(PartialDate date) {
        return date == null ? null : new DateRangeColumns(date.first(), date.last());
    }
}

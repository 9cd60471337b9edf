package org.startupatlas.network.opportunity;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import org.startupatlas.query.expand.Today;
import org.startupatlas.record.PartialDate;

/**
 * When one can apply. Days are those of Morocco, and the last one belongs to the window until its last moment.
 *
 * @param opens null if it is not known
 * @param closes null if it is not known
 * @param end the end of the edition, after which nobody applies; null if it is not known
 */
record Window(PartialDate opens, PartialDate closes, PartialDate end) {

    private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);

    /** For how long a window whose end is not known may be open. */
    private static final int MAX_YEARS_WITHOUT_END = 1;

    /** The state of a window on a day, in the order in which they are listed. */
    enum State {
        OPEN,
        /** The dates are not precise enough to tell, or one of them is not known. */
        MAY_BE_OPEN,
        AHEAD;

        @JsonValue
        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Returns the state on a day; empty if the window is over, has no dates, or does not open within some days.
     *
     * @param within the number of days after the day
     */
    Optional<State> state(LocalDate day, int within) {
        if ((opens == null && closes == null) || isOver(day)) {
            return Optional.empty();
        }
        if (opens != null && opens.first().isAfter(day)) {
            return Optional.of(State.AHEAD).filter(ahead -> !opens.first().isAfter(day.plusDays(within)));
        }
        boolean hasOpened = opens != null && !opens.last().isAfter(day);
        boolean isYetToClose = closes != null && !closes.first().isBefore(day);
        return Optional.of(hasOpened && isYetToClose ? State.OPEN : State.MAY_BE_OPEN);
    }

    private boolean isOver(LocalDate day) {
        if (closes != null) {
            return closes.last().isBefore(day);
        }
        return (end != null && end.last().isBefore(day))
                || opens.last().plusYears(MAX_YEARS_WITHOUT_END).isBefore(day);
    }

    /** Returns the last moment at which it can be open; null if that is not known. */
    OffsetDateTime lastMoment() {
        return closes == null
                ? null
                : closes.last().atTime(LAST_SECOND).atZone(Today.MOROCCO).toOffsetDateTime();
    }

    /** Returns the first day on which one can apply, at or after a day. */
    LocalDate firstDay(LocalDate day) {
        return opens != null && opens.first().isAfter(day) ? opens.first() : day;
    }
}

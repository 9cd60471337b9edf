package org.startupatlas.network.opportunity.eligibility;

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
 * @param end the end of the edition, after which there are no applications; null if it is not known
 */
public record Window(PartialDate opens, PartialDate closes, PartialDate end) {

    private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);

    /** For how long a window may be open of which only one end is known. */
    private static final int MAX_YEARS = 1;

    /** The state of a window on a day, in the order in which they are listed. */
    public enum State {
        OPEN,
        /** The dates are not precise enough to tell, or one of them is not known. */
        MAY_BE_OPEN,
        AHEAD;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Returns the state on a day; empty if the window is over, has no dates, or does not open within some days.
     *
     * @param within the number of days after the day
     */
    public Optional<State> state(LocalDate day, int within) {
        if ((opens == null && closes == null) || isOver(day)) {
            return Optional.empty();
        }
        if (opens != null && opens.first().isAfter(day)) {
            return Optional.of(State.AHEAD).filter(ahead -> !opens.first().isAfter(day.plusDays(within)));
        }
        if (opens == null && closes.first().minusYears(MAX_YEARS).isAfter(day)) {
            return Optional.empty();
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
                || opens.last().plusYears(MAX_YEARS).isBefore(day);
    }

    /** Returns the last moment at which it can be open; null if that is not known. */
    public OffsetDateTime lastMoment() {
        return closes == null
                ? null
                : closes.last().atTime(LAST_SECOND).atZone(Today.MOROCCO).toOffsetDateTime();
    }

    /** Returns the first day on which one can apply, at or after a day; that of a window ahead may not be exact. */
    PartialDate firstDay(LocalDate day) {
        return opens != null && opens.first().isAfter(day) ? opens : PartialDate.of(day.toString());
    }
}

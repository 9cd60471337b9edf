package org.startupatlas.network.journey;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;

/**
 * What decides whether a startup reached one milestone within some months after it began to take part in a program.
 *
 * <p>The window after a start {@code s} is the days from {@code s} to {@code s} plus the months, both included: what
 * happens exactly twelve months later, to the day, happened within twelve months. Dates are known in part, so start and
 * occurrences are spans; an outcome other than unknown holds for every pair of days in them.
 *
 * @param start when it began
 * @param occurrences when it reached the milestone, as far as records say; there may have been others
 * @param canRepeat whether it can reach it again: then an occurrence in the window counts though there was one before
 * @param absentUntil the last day on which it had not happened since the start, for certain; null if none is known
 */
record Course(Span start, List<Occurrence> occurrences, boolean canRepeat, LocalDate absentUntil) {

    /**
     * A time at which a record says that the milestone was reached.
     *
     * @param isCertain whether it says so for certain, whatever the day
     * @param proof the step that says so; null where that does not matter
     */
    record Occurrence(Span span, boolean isCertain, Step proof) {}

    Course {
        occurrences = List.copyOf(occurrences);
    }

    /**
     * Returns the outcome on a day; what happens after it has not happened yet.
     *
     * @param months the length of the window
     */
    Outcome outcome(int months, LocalDate day) {
        boolean isReached = isCertain(occurrence -> isWithin(occurrence, months, day));
        boolean mayBeReached = isPossible(occurrence -> mayBeWithin(occurrence, months, day));
        boolean wasBefore = isCertain(occurrence -> isBefore(occurrence, day));
        boolean mayBeBefore = isPossible(occurrence -> mayBeBefore(occurrence, day));
        if (canRepeat && isReached) {
            return Outcome.REACHED;
        }
        if (canRepeat && mayBeReached) {
            return Outcome.UNKNOWN;
        }
        if (wasBefore) {
            return Outcome.BEFORE;
        }
        if (mayBeBefore) {
            return Outcome.UNKNOWN;
        }
        if (isReached) {
            return Outcome.REACHED;
        }
        return mayBeReached ? Outcome.UNKNOWN : withoutOccurrence(months, day);
    }

    /** Returns the occurrences that certainly lie within the window. */
    List<Occurrence> within(int months, LocalDate day) {
        return occurrences.stream()
                .filter(occurrence -> occurrence.isCertain() && isWithin(occurrence.span(), months, day))
                .toList();
    }

    /** Returns whether the window has certainly passed; its last day is a part of it. */
    boolean hasPassed(int months, LocalDate day) {
        return day.isAfter(start.last().plusMonths(months));
    }

    private Outcome withoutOccurrence(int months, LocalDate day) {
        if (!day.isAfter(start.first().plusMonths(months))) {
            return Outcome.NOT_YET;
        }
        boolean isAbsent =
                absentUntil != null && absentUntil.isAfter(start.last().plusMonths(months));
        return hasPassed(months, day) && isAbsent ? Outcome.NOT_REACHED : Outcome.UNKNOWN;
    }

    private boolean isCertain(Predicate<Span> condition) {
        return occurrences.stream().anyMatch(one -> one.isCertain() && condition.test(one.span()));
    }

    private boolean isPossible(Predicate<Span> condition) {
        return occurrences.stream().anyMatch(one -> condition.test(one.span()));
    }

    private boolean isWithin(Span span, int months, LocalDate day) {
        return !span.first().isBefore(start.last())
                && !span.last().isAfter(start.first().plusMonths(months))
                && !span.last().isAfter(day);
    }

    private boolean mayBeWithin(Span span, int months, LocalDate day) {
        return !span.last().isBefore(start.first())
                && !span.first().isAfter(start.last().plusMonths(months))
                && !span.first().isAfter(day);
    }

    private boolean isBefore(Span span, LocalDate day) {
        return span.last().isBefore(start.first()) && !span.last().isAfter(day);
    }

    private boolean mayBeBefore(Span span, LocalDate day) {
        return span.first().isBefore(start.last()) && !span.first().isAfter(day);
    }
}

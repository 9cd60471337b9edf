package org.startupatlas.resource.indicator;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Where the last figure of a source stands on the straight line that leads to a target. */
enum TrajectoryState {
    AHEAD("The last figure is ahead of the straight line to the target by more than 5 % of the way. The line begins at"
            + " the baseline or, without one, at the first figure of the same source."),
    ON_TRACK("The last figure is within 5 % of the way of that line."),
    BEHIND("The last figure is behind that line by more than 5 % of the way."),
    UNKNOWN("There is no figure after the beginning of the line in the unit and scope of the target, or the last one"
            + " is more than two years old.");

    /** The sources are rounded figures of whole years, so a smaller distance means nothing. */
    private static final double TOLERANCE = 0.05;

    private static final int MAX_AGE_YEARS = 2;

    private final String definition;

    TrajectoryState(String definition) {
        this.definition = definition;
    }

    /** A figure and the last day of its period. */
    record Point(double value, LocalDate day) {}

    /** Returns what each code means. */
    static Map<String, String> definitions() {
        Map<String, String> definitions = new LinkedHashMap<>();
        for (TrajectoryState state : values()) {
            definitions.put(state.code(), state.definition);
        }
        return definitions;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Returns the state of a figure.
     *
     * @param first the beginning of the line; null if there is none
     * @param last the last figure
     */
    static TrajectoryState of(Point first, Point last, Point target, LocalDate today) {
        boolean hasLine = first != null && target.day.isAfter(first.day) && target.value != first.value;
        if (!hasLine
                || !last.day.isAfter(first.day)
                || last.day.plusYears(MAX_AGE_YEARS).isBefore(today)) {
            return UNKNOWN;
        }
        double elapsed = Math.min(1, (double) days(first, last) / days(first, target));
        double lead = (last.value - first.value) / (target.value - first.value) - elapsed;
        if (Math.abs(lead) <= TOLERANCE) {
            return ON_TRACK;
        }
        return lead > 0 ? AHEAD : BEHIND;
    }

    private static long days(Point from, Point to) {
        return ChronoUnit.DAYS.between(from.day, to.day);
    }
}

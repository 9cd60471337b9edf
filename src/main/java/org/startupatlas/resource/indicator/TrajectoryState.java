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
    UNKNOWN("No state can be given; reason says why.");

    /** The sources are rounded figures of whole years, so a smaller distance means nothing. */
    private static final double TOLERANCE = 0.05;

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

    /** Returns the state of the last figure, whose line leads from the first figure to the target. */
    static TrajectoryState of(Point first, Point last, Point target) {
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

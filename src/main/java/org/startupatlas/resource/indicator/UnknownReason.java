package org.startupatlas.resource.indicator;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Why the state of a trajectory is unknown. */
enum UnknownReason {
    NO_FIGURE("No source has a figure after the baseline."),
    OTHER_UNIT("The figures are in another unit than the target."),
    OTHER_SCOPE("The figures cover something else than the target."),
    NO_LINE("No line leads to the target: its source has a single figure and there is no baseline, or the line would"
            + " begin at the value or after the period of the target, or after the figure."),
    OUTDATED("The last figure is more than two years old.");

    private static final int MAX_AGE_YEARS = 2;

    private final String definition;

    UnknownReason(String definition) {
        this.definition = definition;
    }

    /** Returns what each code means. */
    static Map<String, String> definitions() {
        Map<String, String> definitions = new LinkedHashMap<>();
        for (UnknownReason reason : values()) {
            definitions.put(reason.code(), reason.definition);
        }
        return definitions;
    }

    /**
     * Returns the reason why a figure has no state; empty if it has one.
     *
     * @param first the beginning of the line
     * @param last the last figure
     */
    static Optional<UnknownReason> of(
            TrajectoryState.Point first, TrajectoryState.Point last, TrajectoryState.Point target, LocalDate today) {
        boolean hasLine =
                last.day().isAfter(first.day()) && target.day().isAfter(first.day()) && target.value() != first.value();
        if (!hasLine) {
            return Optional.of(NO_LINE);
        }
        return last.day().plusYears(MAX_AGE_YEARS).isBefore(today) ? Optional.of(OUTDATED) : Optional.empty();
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package org.startupatlas.explore.svg;

import static java.util.Objects.requireNonNull;

/**
 * A figure in a chart.
 *
 * @param kind its kind, which chooses the shape
 * @param source who published it; observations of the same source are joined by a line, those of unknown source (null)
 *     by none
 * @param year when, as a decimal year; a figure of the whole year 2024 is at 2024.0, on the line of the year
 * @param value the figure
 * @param title the figure as a sentence
 */
public record Mark(Kind kind, String source, double year, double value, String title) {

    /** What a figure is. */
    public enum Kind {
        BASELINE,
        OBSERVATION,
        /** An observation of a part of a year, which no line compares with whole years. */
        PART,
        TARGET
    }

    boolean isObserved() {
        return kind == Kind.OBSERVATION || kind == Kind.PART;
    }

    public Mark {
        requireNonNull(kind);
        requireNonNull(title);
        if (!Double.isFinite(year) || !Double.isFinite(value)) {
            throw new IllegalArgumentException("A chart has no place for the figure " + value + " in the year " + year);
        }
    }
}

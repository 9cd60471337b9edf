package org.startupatlas.explore.svg;

import static org.startupatlas.explore.svg.SvgText.number;

/** Draws marks, whose shapes tell their kinds without colour. */
final class Shapes {
    /** No mark reaches farther from its place than this. */
    static final int REACH = 7;

    private Shapes() {}

    /** Returns the path of a diamond for baselines, a circle for observations, a square for targets. */
    static String path(Mark.Kind kind, double x, double y) {
        return switch (kind) {
            case BASELINE -> "M" + number(x) + " " + number(y - REACH) + "l7 7l-7 7l-7 -7z";
            case OBSERVATION, PART -> "M" + number(x - 5) + " " + number(y) + "a5 5 0 1 0 10 0a5 5 0 1 0 -10 0z";
            case TARGET -> "M" + number(x - 6) + " " + number(y - 6) + "h12v12h-12z";
        };
    }

    static String cssClass(Mark.Kind kind) {
        return switch (kind) {
            case BASELINE -> "chart-mark-baseline";
            case OBSERVATION -> "chart-mark-observation";
            case PART -> "chart-mark-part";
            case TARGET -> "chart-mark-target";
        };
    }
}

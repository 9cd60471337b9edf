package org.startupatlas.explore.svg;

/** Maps numbers from {@code low} to {@code high} linearly to places from {@code from} to {@code to} in the drawing. */
record Scale(double low, double high, double from, double to) {
    double place(double value) {
        return from + (value - low) / (high - low) * (to - from);
    }
}

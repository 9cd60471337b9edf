package org.startupatlas.explore.svg;

import java.util.Map;
import java.util.function.DoubleFunction;

/**
 * What a chart says beside its figures, in the language of the page.
 *
 * @param idPrefix the prefix of the ids in the SVG: a letter, then letters, digits, {@code _} and {@code -}
 * @param title the accessible name
 * @param description the accessible description
 * @param axis the label of the axis of values
 * @param format writes a value
 * @param kinds the label of each kind in the legend; a kind without a label is not in the legend
 * @param isRightToLeft whether the language is written from right to left; time runs from left to right even then
 * @param isRanking whether the values are ranks, of which 1 is on top
 */
public record ChartSettings(
        String idPrefix,
        String title,
        String description,
        String axis,
        DoubleFunction<String> format,
        Map<Mark.Kind, String> kinds,
        boolean isRightToLeft,
        boolean isRanking) {

    public ChartSettings {
        kinds = Map.copyOf(kinds);
        if (!idPrefix.matches("[A-Za-z][A-Za-z0-9_-]*")) {
            throw new IllegalArgumentException("Not the prefix of an id: " + idPrefix);
        }
    }
}

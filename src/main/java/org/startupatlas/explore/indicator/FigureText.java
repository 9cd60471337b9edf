package org.startupatlas.explore.indicator;

/**
 * A figure as text.
 *
 * @param text the figure with its unit and its period
 * @param scope what it covers, in English; null if it covers all
 */
public record FigureText(String text, String scope) {}

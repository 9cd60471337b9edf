package org.startupatlas.explore.view;

/** A link among alternatives. */
public record Choice(String text, String href, boolean isCurrent) {}

package org.startupatlas.explore.view;

/**
 * A text from a record.
 *
 * @param lang its language, where it differs from that of the page; else null
 */
public record Phrase(String text, String lang) {}

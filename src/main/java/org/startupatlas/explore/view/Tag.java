package org.startupatlas.explore.view;

/**
 * A code of a record with its label.
 *
 * @param href the list of the records that have it; null if there is none
 */
public record Tag(String text, String href) {}

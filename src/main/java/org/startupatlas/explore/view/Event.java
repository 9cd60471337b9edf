package org.startupatlas.explore.view;

/**
 * An entry of a timeline.
 *
 * @param date the date as text; null if it is not known
 * @param kind the label of its kind, such as "Programme" or "Funding round"
 * @param link what happened, with a link to it; its {@code href} may be null
 * @param detail more, such as the outcome or the amount; null if there is nothing
 */
public record Event(String date, String kind, Anchor link, String detail) {}

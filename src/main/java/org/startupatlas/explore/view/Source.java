package org.startupatlas.explore.view;

/**
 * What one source says of a field.
 *
 * @param value the value as published; null if the claim is about the whole record or about an absence
 * @param publisher who published it
 * @param url where; null if that is not known
 * @param date when it was published or seen, as text; null if that is not known
 * @param confidence the label of the confidence
 * @param isUsed whether the record shows this value
 * @param note anything else; null if there is nothing
 */
public record Source(
        String value, String publisher, String url, String date, String confidence, boolean isUsed, String note) {}

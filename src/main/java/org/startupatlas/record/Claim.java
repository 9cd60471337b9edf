package org.startupatlas.record;

/**
 * What one source says of a record: that it backs the record as a whole ({@code field} null), or the value it
 * gives one field. Sources that disagree stand side by side, the values not taken with {@code used} false.
 *
 * @param field dotted name of the field, or null for the record as a whole
 * @param value the value as published, or null
 * @param used whether the record's field holds this value
 * @param publisher who published it
 * @param url where, or null
 * @param published when, as far as known
 * @param seen the day on which we saw it, or null
 * @param confidence a code of the vocabulary {@code confidences}
 * @param note anything else worth knowing of it, or null
 */
public record Claim(
        String field,
        String value,
        boolean used,
        String publisher,
        String url,
        PartialDate published,
        PartialDate seen,
        String confidence,
        String note) {}

package org.startupatlas.record;

/**
 * The claim of one source about a record: that it backs the record as a whole ({@code field} null), or the value it
 * gives for one field. Claims of disagreeing sources are all kept; those whose value the record does not have are not
 * {@code used}.
 *
 * @param field the dotted name of the field, or null for the record as a whole
 * @param value the value as published, or null
 * @param absent why the field has no value, a code of the vocabulary {@code absence_reasons}, or null
 * @param used whether the record's field holds this value
 * @param publisher the publisher of the source
 * @param url the URL of the source, or null
 * @param published when it was published, as far as known
 * @param seen the day on which we saw it, or null
 * @param confidence a code of the vocabulary {@code confidences}
 * @param note a note on the claim, or null
 */
public record Claim(
        String field,
        String value,
        String absent,
        boolean used,
        String publisher,
        String url,
        PartialDate published,
        PartialDate seen,
        String confidence,
        String note) {}

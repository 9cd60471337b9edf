package org.startupatlas.changelog.read;

import java.time.Instant;

/**
 * A change as the log tells it.
 *
 * @param op what happened to the record
 * @param version of the record, which each of its changes raises by one
 * @param document the record's JSON after the change, UTF-8, or null when it is gone or was not asked for; shared with
 *     nobody, so not copied
 * @param changed JSON of what the change changed in it, or null when it was not asked for; likewise
 * @param writtenBy the public id of the key that wrote it, or null
 * @param mergedInto the id of the record that it was merged into, or null
 */
public record LoggedChange(
        long revision,
        Instant at,
        String op,
        String resource,
        String recordId,
        int version,
        byte[] document,
        byte[] changed,
        String writtenBy,
        String mergedInto) {

    /** The same change with its record written otherwise. */
    public LoggedChange with(byte[] otherDocument) {
        return new LoggedChange(
                revision, at, op, resource, recordId, version, otherDocument, changed, writtenBy, mergedInto);
    }

    /** The same change told as something else, with or without the record. */
    public LoggedChange as(String otherOp, boolean withRecord) {
        return new LoggedChange(
                revision,
                at,
                otherOp,
                resource,
                recordId,
                version,
                withRecord ? document : null,
                changed,
                writtenBy,
                mergedInto);
    }
}

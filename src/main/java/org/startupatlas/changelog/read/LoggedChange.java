package org.startupatlas.changelog.read;

import java.time.Instant;

/**
 * A change as stored in the log.
 *
 * @param op the kind of write
 * @param version the version of the record, which each change increments
 * @param document the record's JSON after the change, UTF-8; null if the record is gone or the JSON was not requested;
 *     not copied, because it is shared with nobody
 * @param changed the JSON of the differences; null if not requested; not copied either
 * @param writtenBy the public id of the writing key, or null
 * @param mergedInto the id of the record into which this one was merged, or null
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

    /** Returns the same change with another representation of its record. */
    public LoggedChange with(byte[] otherDocument) {
        return new LoggedChange(
                revision, at, op, resource, recordId, version, otherDocument, changed, writtenBy, mergedInto);
    }

    /** Returns the same change as another kind of write, with or without the record. */
    public LoggedChange withOp(String otherOp, boolean withRecord) {
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

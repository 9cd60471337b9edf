package org.startupatlas.changelog.read;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A change as stored in the log, with the names and types that its members have in {@link ChangeJson}.
 *
 * @param op the kind of write
 * @param version the version of the record, which each change increments
 * @param document the record's JSON after the change, UTF-8; null if the record is gone or the JSON was not requested;
 *     not copied, because it is shared with nobody
 * @param changed the JSON of the differences; null if not requested; not copied either
 * @param writtenBy the public id of the writing key, or null
 * @param mergedInto the id of the record into which this one was merged, or null
 */
@Schema(name = "Change", description = "One write of one record.")
public record LoggedChange(
        @Schema(minimum = "1", maximum = "" + Long.MAX_VALUE / 1024) long revision,
        Instant at,
        @Schema(description = "What happened to the record; with a filter also entered and left.") String op,
        String resource,
        @Schema(name = "id", maxLength = 64, description = "The record's id.") String recordId,
        @Schema(minimum = "1", maximum = "" + Integer.MAX_VALUE) int version,
        @Schema(
                        name = "record",
                        implementation = Object.class,
                        description = "The record after the change, null when it is gone.")
                byte[] document,
        @Schema(type = SchemaType.ARRAY, implementation = ChangedValue.class, maxItems = 65_536) byte[] changed,
        @Schema(name = "by", maxLength = 64, nullable = true, description = "The public id of the key that wrote it.")
                String writtenBy,
        @Schema(
                        name = "into",
                        maxLength = 64,
                        nullable = true,
                        description = "The id of the record that it was merged into.")
                String mergedInto) {

    /** A difference between two versions of a record; {@code changed} holds a list of them as JSON. */
    @Schema(requiredProperties = "path", description = "A value that the change changed.")
    public record ChangedValue(
            @Schema(maxLength = 1_024, description = "Where in the record it is (RFC 6901).") String path,
            @Schema(description = "The value before; whatever JSON it was.") Object from,
            @Schema(description = "The value after; whatever JSON it is.") Object to) {}

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

package org.startupatlas.bench.fire;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * A change in the feed or the table.
 *
 * @param into the survivor of a merge, or null
 * @param record the record after the change; null if it was deleted
 */
record LogEntry(
        long revision, Instant at, String op, String resource, String id, int version, String into, String record) {

    static LogEntry of(JsonNode change) {
        return new LogEntry(
                change.get("revision").longValue(),
                Instant.parse(change.get("at").textValue()),
                change.get("op").textValue(),
                change.get("resource").textValue(),
                change.get("id").textValue(),
                change.get("version").intValue(),
                change.get("into").textValue(),
                Json.text(change.get("record")));
    }

    /** Returns the resource and id of the record. */
    String name() {
        return resource + "/" + id;
    }
}

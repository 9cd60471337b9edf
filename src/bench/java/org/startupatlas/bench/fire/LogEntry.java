package org.startupatlas.bench.fire;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * A change, as the feed or the table tells it.
 *
 * @param into the record that it became part of; null where it did not
 * @param record the record after it; null when it is gone
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

    /** The record that it is of, in all resources. */
    String name() {
        return resource + "/" + id;
    }
}

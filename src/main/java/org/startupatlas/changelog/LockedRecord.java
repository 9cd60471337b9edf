package org.startupatlas.changelog;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A record as it is stored, locked by the current transaction.
 *
 * @param id a UUID or a word
 * @param version the version that it has
 * @param json what it says; read, never changed
 */
public record LockedRecord(Object id, int version, ObjectNode json) {

    /** The slug that it has. */
    public String slug() {
        return json.get("slug").textValue();
    }
}

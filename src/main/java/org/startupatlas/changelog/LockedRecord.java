package org.startupatlas.changelog;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A stored record whose row the current transaction has locked.
 *
 * @param id a UUID or a string
 * @param version the current version
 * @param json the current JSON; must not be modified
 */
public record LockedRecord(Object id, int version, ObjectNode json) {

    public String slug() {
        return json.get("slug").textValue();
    }
}

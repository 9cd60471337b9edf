package org.startupatlas.changelog;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.startupatlas.record.AtlasRecord;

/** What a record is to be: its JSON, whose form has been checked, and what its feature has read there, once. */
public final class ValidatedRecord {

    private final ObjectNode json;
    private final AtlasRecord record;

    ValidatedRecord(ObjectNode json, AtlasRecord record) {
        this.json = json;
        this.record = record;
    }

    /** The record with every declared field; read, never changed. */
    public ObjectNode json() {
        return json;
    }

    AtlasRecord record() {
        return record;
    }
}

package org.startupatlas.changelog;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.startupatlas.record.AtlasRecord;

/** A record to be written: its JSON, whose types have been checked, and the object deserialized from it. */
public final class ValidatedRecord {

    private final ObjectNode json;
    private final AtlasRecord record;

    ValidatedRecord(ObjectNode json, AtlasRecord record) {
        this.json = json;
        this.record = record;
    }

    /** Returns the record with every declared field; must not be modified. */
    public ObjectNode json() {
        return json;
    }

    AtlasRecord record() {
        return record;
    }
}

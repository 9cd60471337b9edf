package org.startupatlas.explore.page;

import com.fasterxml.jackson.databind.JsonNode;

/** The labels of codes that a record in one language has. */
public final class Labels {

    private Labels() {}

    /** Returns the label of a code in the field with that dotted name; the code itself if it has none. */
    public static String of(JsonNode record, String field, String code) {
        return record.path("labels").path(field).path(code).asText(code);
    }
}

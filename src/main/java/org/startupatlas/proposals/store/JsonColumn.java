package org.startupatlas.proposals.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Parses the JSON in columns of proposals. */
public final class JsonColumn {

    private JsonColumn() {}

    /** Parses a column with the mapper that writes records, so that numbers keep their digits. */
    public static JsonNode parse(ObjectMapper mapper, String column) {
        try {
            return mapper.readTree(column);
        } catch (JsonProcessingException notOurs) {
            throw new IllegalStateException("a column of a proposal is no JSON", notOurs);
        }
    }
}

package org.startupatlas.query;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Function;

/**
 * What follows from a record's own values, asked for with {@code expand}.
 *
 * @param field its name in {@code expand} and under {@code expanded}, and what it is a list of
 * @param rule how it follows from the record's JSON
 */
public record Derivation(Field field, Function<ObjectNode, ArrayNode> rule) {

    /** In {@code expand} and under {@code expanded}. */
    public String name() {
        return field.name();
    }
}

package org.startupatlas.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Function;

/**
 * What follows from records' own values, asked for with {@code expand}.
 *
 * @param field its name in {@code expand} and under {@code expanded}, and what it is
 * @param rule how it follows from the records' JSON
 */
public record Derivation(Field field, Rule rule) {

    /** How something follows from records. */
    public interface Rule {

        /**
         * What follows from each of the records, in their order.
         *
         * @param lists counts the lists that the records name
         */
        List<JsonNode> of(List<ObjectNode> records, ListSizeReader lists);
    }

    /** What follows from each record by itself. */
    public static Derivation ofEach(Field field, Function<ObjectNode, JsonNode> rule) {
        return new Derivation(
                field, (records, lists) -> records.stream().map(rule).toList());
    }

    /** In {@code expand} and under {@code expanded}. */
    public String name() {
        return field.name();
    }
}

package org.startupatlas.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Function;

/**
 * A value computed from a record's own JSON and returned only when {@code expand} requests it.
 *
 * @param field its name in {@code expand} and under {@code expanded}, with its type and description
 * @param derivation computes the value from the records' JSON
 */
public record DerivedField(Field field, Derivation derivation) {

    /** Computes the values of a derived field. */
    public interface Derivation {

        /**
         * Returns one value per record, in the order of the records.
         *
         * @param lists counts the lists that the records name
         */
        List<JsonNode> derive(List<ObjectNode> records, ListSizeReader lists);
    }

    /** Returns a derived field that is computed from each record separately. */
    public static DerivedField perRecord(Field field, Function<ObjectNode, JsonNode> derivation) {
        return new DerivedField(
                field, (records, lists) -> records.stream().map(derivation).toList());
    }

    public String name() {
        return field.name();
    }
}

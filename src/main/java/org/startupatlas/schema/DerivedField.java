package org.startupatlas.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * A value computed from a record's own JSON and returned only when {@code expand} requests it.
 *
 * @param field its name in {@code expand} and under {@code expanded}, with its type and description
 * @param dependsOnDay whether the value of the same record may differ from one day to the next
 * @param definitions what its codes mean, by code; empty if it has none
 * @param derivation computes the value from the records' JSON
 */
public record DerivedField(Field field, boolean dependsOnDay, Map<String, String> definitions, Derivation derivation) {

    public DerivedField {
        definitions = Collections.unmodifiableMap(new LinkedHashMap<>(definitions));
    }

    /** Computes the values of a derived field. */
    public interface Derivation {

        /**
         * Returns one value per record, in the order of the records.
         *
         * @param lists counts the lists that the records name
         * @param today the current day in Morocco
         */
        List<JsonNode> derive(List<ObjectNode> records, ListSizeReader lists, LocalDate today);
    }

    /** Returns a derived field that does not depend on the day. */
    public static DerivedField of(
            Field field, BiFunction<List<ObjectNode>, ListSizeReader, List<JsonNode>> derivation) {
        return new DerivedField(field, false, Map.of(), (records, lists, today) -> derivation.apply(records, lists));
    }

    /** Returns a derived field that is computed from each record and the current day. */
    public static DerivedField perRecordAndDay(
            Field field, Map<String, String> definitions, BiFunction<ObjectNode, LocalDate, JsonNode> derivation) {
        return new DerivedField(field, true, definitions, (records, lists, today) -> records.stream()
                .map(record -> derivation.apply(record, today))
                .toList());
    }

    public String name() {
        return field.name();
    }
}

package org.startupatlas.write.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Keeps the digits of stored numbers. Records keep the digits that a number was sent with, but a spreadsheet does not:
 * 1.50 comes back as 1,5 and is no change.
 */
final class NumberNotation {

    private NumberNotation() {}

    /** Replaces each number of a record that equals the stored one by that. */
    static void keep(ObjectNode record, JsonNode stored) {
        record.properties().forEach(entry -> {
            JsonNode before = stored.path(entry.getKey());
            if (entry.getValue() instanceof ObjectNode object) {
                keep(object, before);
            } else if (isSame(entry.getValue(), before)) {
                entry.setValue(before);
            }
        });
    }

    private static boolean isSame(JsonNode number, JsonNode before) {
        return number.isNumber() && before.isNumber() && number.decimalValue().compareTo(before.decimalValue()) == 0;
    }
}

package org.startupatlas.proposals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.startupatlas.query.parameter.Violation;

/** Compares the diff of a proposal with the present record. */
final class StaleFields {

    /** What a message shows of a value. */
    private static final int MAX_SHOWN_LENGTH = 200;

    private StaleFields() {}

    /**
     * A value that has changed since a proposal was made.
     *
     * @param path the dotted path in the record
     * @param from the value that the proposal was made on
     * @param now the present value
     */
    @Schema(name = "StaleValue", description = "A value that has changed since the proposal was made.")
    record StaleValue(
            @Schema(maxLength = 1_024) String path,
            @Schema(implementation = Object.class) JsonNode from,
            @Schema(implementation = Object.class) JsonNode now) {

        Violation violation() {
            String value = now.toString();
            return Violation.at(
                    "/changes/" + path.replace('.', '/'),
                    "changed-since",
                    path,
                    value.length() > MAX_SHOWN_LENGTH ? value.substring(0, MAX_SHOWN_LENGTH) + "…" : value);
        }
    }

    /**
     * Returns the values that have changed.
     *
     * @param changed the diff of the proposal
     * @param current the present record; an empty object if it is gone, of which all values have changed
     */
    static List<StaleValue> of(JsonNode changed, ObjectNode current) {
        List<StaleValue> stale = new ArrayList<>();
        for (JsonNode each : changed) {
            String path = each.get("path").textValue();
            JsonNode from = each.get("from");
            JsonNode now = value(current, path);
            // As text: equal numbers can be unequal nodes.
            boolean isSame = now.toString().equals(from.toString());
            if (!isSame && !isRedacted(each)) {
                stale.add(new StaleValue(path, from, now.isMissingNode() ? NullNode.getInstance() : now));
            }
        }
        return stale;
    }

    /** Returns whether an admin has removed the values of a difference; no other one has equal sides. */
    static boolean isRedacted(JsonNode difference) {
        return difference.get("from").equals(difference.get("to"));
    }

    /** Returns a missing node where the record, or the object that the value is a part of, is gone. */
    private static JsonNode value(JsonNode record, String path) {
        JsonNode value = record;
        for (String name : path.split("\\.")) {
            value = value.path(name);
        }
        return value;
    }
}

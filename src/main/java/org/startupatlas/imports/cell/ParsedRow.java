package org.startupatlas.imports.cell;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.startupatlas.query.parameter.Violation;

/**
 * The values of a row.
 *
 * @param record the values that are understood, as in the body of a PATCH, and texts for which the row is refused
 * @param defaults values that the record gets where it has none
 * @param leftOut the cells that are left out because they are not understood
 */
public record ParsedRow(ObjectNode record, ObjectNode defaults, List<Violation> leftOut) {

    public ParsedRow {
        leftOut = List.copyOf(leftOut);
    }

    /** Returns a row without values. */
    public static ParsedRow empty() {
        return new ParsedRow(JsonNodeFactory.instance.objectNode(), JsonNodeFactory.instance.objectNode(), List.of());
    }
}

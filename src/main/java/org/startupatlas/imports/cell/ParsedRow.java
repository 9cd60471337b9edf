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
 * @param source where the values are from, as far as the row says so
 * @param leftOut the cells that are left out because they are not understood
 * @param problems the cells for which the row is refused, although they are no values of its record
 */
public record ParsedRow(
        ObjectNode record, ObjectNode defaults, ClaimSource source, List<Violation> leftOut, List<Violation> problems) {

    public ParsedRow {
        leftOut = List.copyOf(leftOut);
        problems = List.copyOf(problems);
    }

    /** Returns a row without values. */
    public static ParsedRow empty() {
        return new ParsedRow(
                JsonNodeFactory.instance.objectNode(),
                JsonNodeFactory.instance.objectNode(),
                ClaimSource.NONE,
                List.of(),
                List.of());
    }
}

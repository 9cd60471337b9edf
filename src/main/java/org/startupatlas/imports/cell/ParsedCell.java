package org.startupatlas.imports.cell;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import org.startupatlas.query.parameter.Violation;

/**
 * The value of a cell.
 *
 * @param value what is understood of the cell; null if that is nothing
 * @param asWritten the value with the texts that are not understood, which the validation of the record refuses; null
 *     if the cell says that the value is unknown
 * @param problems what is not understood, with the text; the column is not known here
 */
record ParsedCell(JsonNode value, JsonNode asWritten, List<Violation> problems) {

    /** A cell without a value. */
    static final ParsedCell UNKNOWN = new ParsedCell(null, null, List.of());

    ParsedCell {
        problems = List.copyOf(problems);
    }

    static ParsedCell of(JsonNode value) {
        return new ParsedCell(value, value, List.of());
    }

    static ParsedCell notUnderstood(String text, Violation problem) {
        return new ParsedCell(null, TextNode.valueOf(text), List.of(problem));
    }

    static ParsedCell notUnderstood(JsonNode asWritten, Violation problem) {
        return new ParsedCell(null, asWritten, List.of(problem));
    }

    /** Returns whether the cell says that the value is unknown. */
    boolean isUnknown() {
        return asWritten == null;
    }
}

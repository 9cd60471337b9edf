package org.startupatlas.imports.batch;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.startupatlas.imports.file.ImportRow;
import org.startupatlas.query.parameter.Violation;

/** The problems of a row, with the dotted names of fields and the values of cells. */
final class RowProblems {

    /** What a value must be, in the words of messages, by the type of JSON. */
    private static final Map<String, String> KINDS = Map.of(
            "boolean",
            "yes_or_no",
            "integer",
            "integer",
            "number",
            "decimal",
            "string",
            "text",
            "array",
            "list",
            "object",
            "object");

    private RowProblems() {}

    /** Converts a violation of a record to a problem of the row. */
    static Violation of(ImportRow row, Violation violation) {
        String field = violation.pointer().isEmpty()
                ? null
                : violation.pointer().substring(1).replace('/', '.');
        JsonNode value = row.record().at(JsonPointer.compile(violation.pointer()));
        String text = value.isMissingNode() || value.isNull()
                ? null
                : value.isTextual() ? value.textValue() : value.toString();
        Violation.Place place = new Violation.Place(null, null, field, text, 0);
        if (violation.code().equals("wrong-type")) {
            // Files are written by people who do not know the types of JSON.
            String kind = KINDS.get(violation.arguments().get(0));
            return new Violation(
                    place, "invalid-value", List.of(place.value() == null ? "" : place.value(), kind), null);
        }
        return new Violation(place, violation.code(), violation.arguments(), violation.didYouMean());
    }

    /** Returns the problems that are known, and the violations of other fields. */
    static List<Violation> with(List<Violation> known, ImportRow row, List<Violation> violations) {
        List<String> fields = known.stream()
                .map(problem -> problem.place().column())
                .filter(Objects::nonNull)
                .toList();
        List<Violation> all = new ArrayList<>(known);
        violations.stream()
                .map(violation -> of(row, violation))
                .filter(problem -> fields.stream()
                        .noneMatch(field -> touches(field, problem.place().column())))
                .forEach(all::add);
        return all;
    }

    /** Whether a field is another one, or one lies in the other: they may be wrong for one reason. */
    private static boolean touches(String one, String other) {
        return other != null && (one + ".").startsWith(other + ".") || (other + ".").startsWith(one + ".");
    }
}

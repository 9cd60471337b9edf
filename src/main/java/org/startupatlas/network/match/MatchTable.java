package org.startupatlas.network.match;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.startupatlas.http.format.Csv;

/** Matches as CSV: a column for each member; dotted ones for {@code known_by}; lists of objects as JSON in the cell. */
final class MatchTable {

    private static final String KNOWN_BY = "known_by";
    private static final List<String> PARTS = List.of("kind", "detail", "evidence");

    private final List<String> fields;

    /**
     * @param fields the names of the members
     */
    MatchTable(List<String> fields) {
        this.fields = List.copyOf(fields);
    }

    byte[] write(List<ObjectNode> matches) {
        List<String> header = fields.stream()
                .flatMap(field ->
                        field.equals(KNOWN_BY) ? PARTS.stream().map(part -> KNOWN_BY + "." + part) : Stream.of(field))
                .toList();
        return Csv.write(header, matches.stream().map(this::line).toList());
    }

    private List<String> line(ObjectNode match) {
        List<String> cells = new ArrayList<>();
        for (String field : fields) {
            JsonNode value = match.get(field);
            if (field.equals(KNOWN_BY)) {
                PARTS.forEach(part -> cells.add(cell(value.path(part))));
            } else {
                cells.add(cell(value));
            }
        }
        return cells;
    }

    private static String cell(JsonNode value) {
        return value.isContainerNode() ? value.toString() : Csv.cell(value);
    }
}

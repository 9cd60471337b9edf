package org.startupatlas.network.match;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.startupatlas.http.format.Cell;
import org.startupatlas.http.format.Table;
import org.startupatlas.http.format.TableWriter;

/**
 * Matches as a table: a column for each member; dotted ones for {@code known_by}; lists of objects as JSON in the cell.
 */
final class MatchTable {

    private static final String NAME = "matches";
    private static final String KNOWN_BY = "known_by";
    private static final List<String> PARTS = List.of("kind", "detail", "evidence");

    private final MatchQuery query;

    MatchTable(MatchQuery query) {
        this.query = query;
    }

    byte[] write(List<ObjectNode> matches) {
        List<String> columns = query.fields().stream()
                .flatMap(field ->
                        field.equals(KNOWN_BY) ? PARTS.stream().map(part -> KNOWN_BY + "." + part) : Stream.of(field))
                .toList();
        return TableWriter.write(
                query.format(),
                Table.ofNames(NAME, columns, query.language()),
                matches.stream().map(this::row).toList());
    }

    private List<Cell> row(ObjectNode match) {
        List<Cell> cells = new ArrayList<>();
        for (String field : query.fields()) {
            JsonNode value = match.get(field);
            if (field.equals(KNOWN_BY)) {
                PARTS.forEach(part -> cells.add(Cell.ofJson(value.path(part))));
            } else {
                cells.add(Cell.ofJson(value));
            }
        }
        return cells;
    }
}

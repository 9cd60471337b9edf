package org.startupatlas.imports.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A row as its file has it, so that it can be given back if it is refused.
 *
 * @param names the names of the cells; null if they are those of the file's columns
 * @param fields the dotted fields that the cells fill; null for a cell that is left out
 * @param cells the texts; null if the row is not kept
 * @param raw the text of a row that has no cells, because it could not be read; null for other rows
 */
public record SourceRow(List<String> names, List<String> fields, List<String> cells, String raw) {

    /** Bounds the memory for the rows of a batch. */
    static final int MAX_CHARACTERS = 1 << 15;

    private static final SourceRow NOT_KEPT = new SourceRow(null, List.of(), null, null);

    public SourceRow {
        names = names == null ? null : List.copyOf(names);
        fields = Collections.unmodifiableList(fields);
        cells = cells == null ? null : List.copyOf(cells);
    }

    /** Returns a row of a table, unless it is too long to be kept. */
    static SourceRow ofCells(List<String> fields, List<String> cells) {
        return cells.stream().mapToLong(String::length).sum() > MAX_CHARACTERS
                ? NOT_KEPT
                : new SourceRow(null, fields, cells, null);
    }

    /** Returns the beginning of a row that could not be read. */
    static SourceRow ofText(String raw) {
        String text = raw.strip();
        return new SourceRow(
                null, List.of(), List.of(), text.length() > MAX_CHARACTERS ? text.substring(0, MAX_CHARACTERS) : text);
    }

    /**
     * Returns a row of JSON in the form of a table: objects have a cell for each member, with a dotted name; lists are
     * written as exports do.
     *
     * @param fieldOf returns the field that a key fills; null if it is left out
     */
    static SourceRow ofJson(ObjectNode object, UnaryOperator<String> fieldOf) {
        List<String> names = new ArrayList<>();
        List<String> fields = new ArrayList<>();
        List<String> cells = new ArrayList<>();
        object.properties().forEach(member -> {
            String field = fieldOf.apply(member.getKey());
            if (member.getValue() instanceof ObjectNode inner) {
                inner.properties().forEach(part -> {
                    names.add(member.getKey() + "." + part.getKey());
                    fields.add(field == null ? null : field + "." + part.getKey());
                    cells.add(text(part.getValue()));
                });
            } else {
                names.add(member.getKey());
                fields.add(field);
                cells.add(text(member.getValue()));
            }
        });
        long characters = cells.stream().mapToLong(String::length).sum();
        return characters > MAX_CHARACTERS ? NOT_KEPT : new SourceRow(names, fields, cells, null);
    }

    private static String text(JsonNode value) {
        if (value.isNull()) {
            return "";
        }
        if (value.isArray() && value.valueStream().allMatch(JsonNode::isTextual)) {
            return value.valueStream()
                    .map(word -> word.textValue().replace(";", "\\;"))
                    .collect(Collectors.joining(";"));
        }
        return value.isContainerNode() ? value.toString() : value.asText();
    }
}

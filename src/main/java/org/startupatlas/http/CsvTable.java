package org.startupatlas.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.startupatlas.query.Declaration;
import org.startupatlas.query.Expander;
import org.startupatlas.query.Field;
import org.startupatlas.query.Query;

/**
 * Records as CSV (RFC 4180): a column for each field, dotted ones for the parts of objects; lists of words joined
 * with semicolons, lists of objects as JSON in the cell. The columns follow from the request alone, never from the
 * records.
 */
final class CsvTable {

    /**
     * A column.
     *
     * @param path the keys from the record to the value
     * @param json whether the cell holds JSON
     */
    private record Column(List<String> path, boolean json) {
        String name() {
            return String.join(".", path);
        }
    }

    private final List<Column> columns;

    private CsvTable(List<Column> columns) {
        this.columns = columns;
    }

    /** The table that a query's records fill. */
    static CsvTable of(Query query) {
        List<Column> columns = new ArrayList<>();
        List<Field> coded = new ArrayList<>();
        for (Field field : query.declaration().fields()) {
            addColumns(columns, coded, field, query);
        }
        coded.forEach(field -> columns.add(new Column(List.of(Projection.LABELS, field.name()), false)));
        query.expansion()
                .names()
                .keySet()
                .forEach(name -> columns.add(new Column(List.of(Expander.EXPANDED, name), true)));
        return new CsvTable(columns);
    }

    private static void addColumns(List<Column> columns, List<Field> coded, Field field, Query query) {
        Declaration declaration = query.declaration();
        Set<String> shown = new LinkedHashSet<>(query.shownFields()
                .orElse(declaration.fields().stream().map(Field::name).toList()));
        boolean whole = shown.contains(field.name()) || field.name().equals("id");
        boolean apart = field.shape() == Field.Shape.OBJECT && !(field.isTranslated() && query.language() != null);
        if (apart) {
            field.parts().stream()
                    .filter(part -> whole || shown.contains(field.name() + "." + part.name()))
                    .forEach(part -> columns.add(new Column(List.of(field.name(), part.name()), false)));
        } else if (whole || field.parts().stream().anyMatch(part -> shown.contains(field.name() + "." + part.name()))) {
            columns.add(new Column(List.of(field.name()), field.shape() == Field.Shape.OBJECTS));
        }
        if (whole && query.language() != null && field.vocabulary() != null) {
            coded.add(field);
        }
    }

    /** The table filled with these records. */
    byte[] write(List<ObjectNode> records) {
        return Csv.write(
                columns.stream().map(Column::name).toList(),
                records.stream()
                        .map(record -> columns.stream()
                                .map(column -> cell(record, column))
                                .toList())
                        .toList());
    }

    private static String cell(ObjectNode record, Column column) {
        JsonNode value = record;
        for (String key : column.path) {
            value = value.path(key);
        }
        if (column.path.get(0).equals(Projection.LABELS)) {
            return Csv.labels(value);
        }
        return column.json ? value.toString() : Csv.cell(value);
    }
}

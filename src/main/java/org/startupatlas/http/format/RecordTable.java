package org.startupatlas.http.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.startupatlas.query.ExportQuery;
import org.startupatlas.query.ListQuery;
import org.startupatlas.query.expand.Expander;
import org.startupatlas.schema.Field;
import org.startupatlas.schema.Format;
import org.startupatlas.schema.Language;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.type.ValueType;
import org.startupatlas.schema.type.ValueTypes;

/**
 * Records as a table: a column for each field, dotted ones for the parts of objects; lists of words joined with
 * semicolons, lists of objects as JSON in the cell. The columns depend only on the request, never on the records.
 * Records are streamed from their JSON bytes without building a tree: a table may have a million lines.
 */
public final class RecordTable {

    private static final JsonFactory JSON = new JsonFactory();

    /** Widths of columns in a workbook, in characters. */
    private static final int SHORT_WIDTH = 12;

    private static final int TEXT_WIDTH = 26;
    private static final int LIST_WIDTH = 30;
    private static final int ID_WIDTH = 38;
    private static final int PROSE_WIDTH = 60;

    /** The conversion of a value to a cell. */
    private enum Kind {
        /** A single value, or a list of words. */
        VALUE,
        /** A partial date. */
        DATE,
        /** Any value, as JSON. */
        JSON,
        /** Labels by code. */
        LABELS
    }

    /** The index of a column in the row, and how its values are converted. */
    private record Column(int index, Kind kind) {}

    /** The columns of one field: one for the whole field, or one for each of its parts. */
    private record Columns(Column whole, Map<String, Column> parts) {}

    private final String name;
    private final Language language;
    private final List<Table.Column> header = new ArrayList<>();
    private final Map<String, Columns> columns = new HashMap<>();

    private RecordTable(ResourceSchema schema, Collection<String> fields, Language language) {
        this.name = schema.resource();
        this.language = language;
        addFields(schema, fields);
    }

    /** Returns the table for the records of a list query. */
    static RecordTable of(ListQuery query) {
        RecordTable table = new RecordTable(query.schema(), query.shownFields().orElse(null), query.language());
        query.expansion()
                .names()
                .keySet()
                .forEach(name -> table.addPart(Expander.EXPANDED, name, Kind.JSON, LIST_WIDTH));
        return table;
    }

    /** Returns the table for the records of an export. */
    public static RecordTable of(ExportQuery query) {
        return new RecordTable(query.schema(), query.shownFields().orElse(null), query.language());
    }

    private void addFields(ResourceSchema schema, Collection<String> fields) {
        Set<String> shown = new LinkedHashSet<>(
                fields != null
                        ? fields
                        : schema.fields().stream().map(Field::name).toList());
        List<String> coded = new ArrayList<>();
        for (Field field : schema.fields()) {
            boolean whole = shown.contains(field.name()) || field.name().equals("id");
            List<Field> parts = field.parts().stream()
                    .filter(part -> whole || shown.contains(field.name() + "." + part.name()))
                    .toList();
            if (field.shape() == Field.Shape.OBJECT && !(field.isTranslated() && language != null)) {
                parts.forEach(part -> addPart(field.name(), part.name(), kind(part), width(part)));
            } else if (whole || !parts.isEmpty()) {
                addWhole(field);
            }
            if (whole && language != null && field.vocabulary() != null) {
                coded.add(field.name());
            }
        }
        coded.forEach(name -> addPart(Projection.LABELS, name, Kind.LABELS, LIST_WIDTH));
    }

    private static Kind kind(Field field) {
        if (field.shape() == Field.Shape.OBJECTS) {
            return Kind.JSON;
        }
        return field.type() == ValueTypes.PARTIAL_DATE ? Kind.DATE : Kind.VALUE;
    }

    /** Returns a width that shows most values of the field whole. */
    private static int width(Field field) {
        ValueType<?> type = field.type();
        if (field.shape() == Field.Shape.OBJECT || type == ValueTypes.PROSE) {
            return PROSE_WIDTH;
        }
        if (field.isList()) {
            return LIST_WIDTH;
        }
        if (type == ValueTypes.ID || type == ValueTypes.REFERENCE) {
            return ID_WIDTH;
        }
        return type == ValueTypes.TEXT || type == ValueTypes.TOKEN || type == ValueTypes.TIMESTAMP
                ? TEXT_WIDTH
                : SHORT_WIDTH;
    }

    private void addWhole(Field field) {
        columns.put(field.name(), new Columns(column(field.name(), kind(field), width(field)), Map.of()));
    }

    private void addPart(String field, String part, Kind kind, int width) {
        columns.computeIfAbsent(field, key -> new Columns(null, new HashMap<>()))
                .parts
                .put(part, column(field + "." + part, kind, width));
    }

    private Column column(String columnName, Kind kind, int width) {
        header.add(new Table.Column(columnName, width));
        return new Column(header.size() - 1, kind);
    }

    /** Returns the table without its rows. */
    public Table head() {
        return new Table(name, header, language);
    }

    /** Returns the whole table of the records. */
    byte[] write(Format format, List<byte[]> records) {
        return TableWriter.write(format, head(), rows(records));
    }

    /** Returns a row for each record. */
    public List<List<Cell>> rows(List<byte[]> records) {
        return records.stream().map(this::row).toList();
    }

    private List<Cell> row(byte[] record) {
        Cell[] cells = new Cell[header.size()];
        Arrays.fill(cells, Cell.EMPTY);
        try (JsonParser parser = JSON.createParser(record)) {
            parser.nextToken();
            for (String field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
                parser.nextToken();
                Columns fieldColumns = columns.get(field);
                if (fieldColumns == null) {
                    parser.skipChildren();
                } else if (fieldColumns.whole != null) {
                    cells[fieldColumns.whole.index] = cell(parser, record, fieldColumns.whole.kind);
                } else {
                    fillParts(cells, parser, record, fieldColumns.parts);
                }
            }
        } catch (IOException invalid) {
            throw new UncheckedIOException(invalid);
        }
        return Arrays.asList(cells);
    }

    /** Leaves all cells empty if the object is null. */
    private static void fillParts(Cell[] cells, JsonParser parser, byte[] record, Map<String, Column> parts)
            throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            return;
        }
        for (String part = parser.nextFieldName(); part != null; part = parser.nextFieldName()) {
            parser.nextToken();
            Column column = parts.get(part);
            if (column == null) {
                parser.skipChildren();
            } else {
                cells[column.index] = cell(parser, record, column.kind);
            }
        }
    }

    private static Cell cell(JsonParser parser, byte[] record, Kind kind) throws IOException {
        return switch (kind) {
            case VALUE -> value(parser, record);
            case DATE -> parser.currentToken() == JsonToken.VALUE_STRING
                    ? Cell.ofDate(parser.getText())
                    : value(parser, record);
            case JSON -> json(parser, record);
            case LABELS -> Cell.ofWords(words(parser));
        };
    }

    private static Cell value(JsonParser parser, byte[] record) throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_NULL -> Cell.EMPTY;
            case VALUE_STRING -> new Cell.Text(parser.getText());
            case START_ARRAY -> Cell.ofWords(words(parser));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Cell.Number(parser.getDecimalValue());
            case VALUE_TRUE, VALUE_FALSE -> new Cell.Flag(parser.getBooleanValue());
            default -> json(parser, record);
        };
    }

    /** Returns the texts of an array, or the values of an object. */
    private static List<String> words(JsonParser parser) throws IOException {
        List<String> words = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); !token.isStructEnd(); token = parser.nextToken()) {
            if (token != JsonToken.FIELD_NAME) {
                words.add(parser.getText());
            }
        }
        return words;
    }

    /** Returns the bytes of the value exactly as they are in the record. */
    private static Cell json(JsonParser parser, byte[] record) throws IOException {
        int from = (int) parser.currentTokenLocation().getByteOffset();
        parser.skipChildren();
        parser.finishToken();
        int to = (int) parser.currentLocation().getByteOffset();
        return new Cell.Text(new String(record, from, to - from, StandardCharsets.UTF_8));
    }
}

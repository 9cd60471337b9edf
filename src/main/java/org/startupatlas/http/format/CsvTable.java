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
import org.startupatlas.schema.Language;
import org.startupatlas.schema.ResourceSchema;

/**
 * Records as CSV (RFC 4180): a column for each field, dotted ones for the parts of objects; lists of words joined with
 * semicolons, lists of objects as JSON in the cell. The columns depend only on the request, never on the records.
 * Records are streamed from their JSON bytes without building a tree: a table may have a million lines.
 */
public final class CsvTable {

    private static final JsonFactory JSON = new JsonFactory();

    /** The conversion of a value to a cell. */
    private enum Kind {
        /** A single value, or a list of words. */
        VALUE,
        /** Any value, as JSON. */
        JSON,
        /** Labels by code. */
        LABELS
    }

    /** A column and its index in the line. */
    private record Column(String name, int index, Kind kind) {}

    /** The columns of one field: one for the whole field, or one for each of its parts. */
    private record Columns(Column whole, Map<String, Column> parts) {}

    private final List<String> header = new ArrayList<>();
    private final Map<String, Columns> columns = new HashMap<>();

    private CsvTable() {}

    /** Returns the table for the records of a list query. */
    static CsvTable of(ListQuery query) {
        CsvTable table = new CsvTable();
        table.addFields(query.schema(), query.shownFields().orElse(null), query.language());
        query.expansion().names().keySet().forEach(name -> table.addPart(Expander.EXPANDED, name, Kind.JSON));
        return table;
    }

    /** Returns the table for the records of an export. */
    public static CsvTable of(ExportQuery query) {
        CsvTable table = new CsvTable();
        table.addFields(query.schema(), query.shownFields().orElse(null), query.language());
        return table;
    }

    private void addFields(ResourceSchema schema, Collection<String> fields, Language language) {
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
                parts.forEach(part -> addPart(field.name(), part.name(), Kind.VALUE));
            } else if (whole || !parts.isEmpty()) {
                addWhole(field.name(), field.shape() == Field.Shape.OBJECTS ? Kind.JSON : Kind.VALUE);
            }
            if (whole && language != null && field.vocabulary() != null) {
                coded.add(field.name());
            }
        }
        coded.forEach(name -> addPart(Projection.LABELS, name, Kind.LABELS));
    }

    private void addWhole(String field, Kind kind) {
        columns.put(field, new Columns(column(field, kind), Map.of()));
    }

    private void addPart(String field, String part, Kind kind) {
        columns.computeIfAbsent(field, name -> new Columns(null, new HashMap<>()))
                .parts
                .put(part, column(field + "." + part, kind));
    }

    private Column column(String name, Kind kind) {
        header.add(name);
        return new Column(name, header.size() - 1, kind);
    }

    /** Returns the header line and a line for each record. */
    byte[] write(List<byte[]> records) {
        return Csv.write(csv -> {
            csv.writeRecord(header);
            records.forEach(record -> csv.writeRecord(cells(record)));
        });
    }

    /** Returns the header line. */
    public byte[] header() {
        return write(List.of());
    }

    /** Returns a line for each record. */
    public byte[] lines(List<byte[]> records) {
        return Csv.write(csv -> records.forEach(record -> csv.writeRecord(cells(record))));
    }

    private String[] cells(byte[] record) {
        String[] cells = new String[header.size()];
        Arrays.fill(cells, "");
        try (JsonParser parser = JSON.createParser(record)) {
            parser.nextToken();
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                parser.nextToken();
                Columns fieldColumns = columns.get(name);
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
        return cells;
    }

    /** Leaves all cells empty if the object is null. */
    private static void fillParts(String[] cells, JsonParser parser, byte[] record, Map<String, Column> parts)
            throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            return;
        }
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            Column column = parts.get(name);
            if (column == null) {
                parser.skipChildren();
            } else {
                cells[column.index] = cell(parser, record, column.kind);
            }
        }
    }

    private static String cell(JsonParser parser, byte[] record, Kind kind) throws IOException {
        return switch (kind) {
            case VALUE -> value(parser, record);
            case JSON -> json(parser, record);
            case LABELS -> Csv.joined(words(parser));
        };
    }

    private static String value(JsonParser parser, byte[] record) throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_NULL -> "";
            case VALUE_STRING -> Csv.text(parser.getText());
            case START_ARRAY -> Csv.joined(words(parser));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Csv.number(parser.getDecimalValue());
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
    private static String json(JsonParser parser, byte[] record) throws IOException {
        int from = (int) parser.currentTokenLocation().getByteOffset();
        parser.skipChildren();
        parser.finishToken();
        int to = (int) parser.currentLocation().getByteOffset();
        return new String(record, from, to - from, StandardCharsets.UTF_8);
    }
}

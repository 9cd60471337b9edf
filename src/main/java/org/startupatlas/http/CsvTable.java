package org.startupatlas.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
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

    /** What a spreadsheet would run as a formula, and the mark that keeps it from doing so. */
    private static final String DANGEROUS = "=+-@'\t\r";

    private static final String MARK = "'";

    private final List<List<String>> columns;

    private CsvTable(List<List<String>> columns) {
        this.columns = columns;
    }

    /** The table that a query's records fill. */
    static CsvTable of(Query query) {
        List<List<String>> columns = new ArrayList<>();
        List<Field> coded = new ArrayList<>();
        for (Field field : query.declaration().fields()) {
            addColumns(columns, coded, field, query);
        }
        coded.forEach(field -> columns.add(List.of(Projection.LABELS, field.name())));
        query.expansion().names().keySet().forEach(name -> columns.add(List.of(Expander.EXPANDED, name)));
        return new CsvTable(columns);
    }

    private static void addColumns(List<List<String>> columns, List<Field> coded, Field field, Query query) {
        Declaration declaration = query.declaration();
        Set<String> shown = new LinkedHashSet<>(query.shownFields()
                .orElse(declaration.fields().stream().map(Field::name).toList()));
        boolean whole = shown.contains(field.name()) || field.name().equals("id");
        boolean apart = field.shape() == Field.Shape.OBJECT && !(field.isTranslated() && query.language() != null);
        if (apart) {
            field.parts().stream()
                    .filter(part -> whole || shown.contains(field.name() + "." + part.name()))
                    .forEach(part -> columns.add(List.of(field.name(), part.name())));
        } else if (whole || field.parts().stream().anyMatch(part -> shown.contains(field.name() + "." + part.name()))) {
            columns.add(List.of(field.name()));
        }
        if (whole && query.language() != null && field.vocabulary() != null) {
            coded.add(field);
        }
    }

    /** The table filled with these records. */
    byte[] write(List<ObjectNode> records) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Writer writer = new OutputStreamWriter(bytes, StandardCharsets.UTF_8);
                CsvWriter csv =
                        CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(writer)) {
            csv.writeRecord(columns.stream().map(path -> String.join(".", path)).toList());
            for (ObjectNode record : records) {
                csv.writeRecord(columns.stream().map(path -> cell(record, path)).toList());
            }
        } catch (IOException neverInMemory) {
            throw new UncheckedIOException(neverInMemory);
        }
        return bytes.toByteArray();
    }

    private static String cell(ObjectNode record, List<String> path) {
        JsonNode value = record;
        for (String key : path) {
            value = value.path(key);
        }
        if (path.get(0).equals(Projection.LABELS)) {
            List<String> labels = new ArrayList<>();
            value.forEach(label -> labels.add(label.textValue()));
            return safe(joined(labels));
        }
        return cell(value);
    }

    private static String cell(JsonNode value) {
        if (value.isNull() || value.isMissingNode()) {
            return "";
        }
        if (value.isTextual()) {
            return safe(value.textValue());
        }
        if (value.isArray() && (value.isEmpty() || value.get(0).isTextual())) {
            List<String> words = new ArrayList<>();
            value.forEach(word -> words.add(word.textValue()));
            return safe(joined(words));
        }
        return value.isNumber() ? value.decimalValue().toPlainString() : value.toString();
    }

    private static String joined(List<String> words) {
        return String.join(
                ";", words.stream().map(word -> word.replace(";", "\\;")).toList());
    }

    private static String safe(String text) {
        return !text.isEmpty() && DANGEROUS.indexOf(text.charAt(0)) >= 0 ? MARK + text : text;
    }
}

package org.startupatlas.imports.file;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.startupatlas.imports.cell.ColumnNames;
import org.startupatlas.imports.cell.ParsedRow;
import org.startupatlas.imports.cell.RowParser;
import org.startupatlas.query.parameter.RejectedException;
import org.startupatlas.query.parameter.Violation;
import org.startupatlas.record.StrictJson;
import org.startupatlas.schema.Field;
import org.startupatlas.schema.ResourceSchema;

/**
 * Reads the rows of an NDJSON file: one JSON object in each line. The keys are fields of the API or names in
 * {@link ColumnNames}; a mapping may contain a path to a nested value, as {@code names.0.value}.
 */
final class JsonRowReader implements RowReader {

    private final BomReader text;
    private final Charset charset;
    private final ResourceSchema schema;
    private final ColumnMapping columns;
    private final RowParser values;
    private final ReadingLimits limits;
    private final LineReader lines;
    private final Map<String, ColumnMapping.Target> targets = new LinkedHashMap<>();
    private long number;

    JsonRowReader(
            BomReader text,
            Charset charset,
            ResourceSchema schema,
            ColumnMapping columns,
            RowParser values,
            ReadingLimits limits) {
        this.text = text;
        this.charset = charset;
        this.schema = schema;
        this.columns = columns;
        this.values = values;
        this.limits = limits;
        this.lines = new LineReader(text, limits.row());
        columns.mapping().forEach((key, field) -> targets.put(key, field.isEmpty() ? null : columns.target(field)));
    }

    @Override
    public List<Detection.Column> columns() {
        return targets.entrySet().stream()
                .map(entry -> Detection.Column.of(
                        entry.getKey(),
                        entry.getValue() == null ? null : entry.getValue().name(),
                        values))
                .toList();
    }

    @Override
    public ImportRow next() throws IOException {
        LineReader.Line line = lines.next();
        while (line != null && line.text().isBlank() && !line.isTruncated()) {
            line = lines.next();
        }
        if (text.errorCode() != null && (line == null || !line.hasLineEnd())) {
            throw RejectedException.unreadableFile(
                    line == null ? lines.nextNumber() : line.number(),
                    text.errorCode(),
                    String.valueOf(limits.bytes() >> 30));
        }
        if (line == null) {
            return null;
        }
        number++;
        try {
            List<Violation> problems = new ArrayList<>();
            ParsedRow row = read(line, problems);
            return problems.isEmpty()
                    ? ImportRow.of(number, line.number(), row)
                    : new ImportRow(number, line.number(), row.record(), problems);
        } catch (RuntimeException failed) {
            return ImportRow.unreadable(number, line.number(), failed);
        }
    }

    private ParsedRow read(LineReader.Line line, List<Violation> problems) {
        RowParser.Row row = values.row();
        Optional<Violation> unreadable = unreadable(line);
        if (unreadable.isPresent()) {
            problems.add(unreadable.get());
            return row.parsed();
        }
        try {
            if (StrictJson.read(line.text()) instanceof ObjectNode source) {
                fill(row, source, problems);
            } else {
                problems.add(Violation.ofCell(null, "not-a-row", line.text()));
            }
        } catch (StreamConstraintsException beyond) {
            problems.add(
                    Violation.ofCell(null, "body-beyond-limits", line.text(), String.valueOf(StrictJson.MAX_DEPTH)));
        } catch (JsonProcessingException notJson) {
            problems.add(notJson(line, notJson));
        }
        return row.parsed();
    }

    private Optional<Violation> unreadable(LineReader.Line line) {
        if (line.isTruncated()) {
            return Optional.of(Violation.ofWhole("row-too-long", String.valueOf(limits.row())));
        }
        return line.text().indexOf(BomReader.UNDECODABLE) < 0
                ? Optional.empty()
                : Optional.of(Violation.ofCell(null, "not-in-charset", line.text(), charset.name()));
    }

    private static Violation notJson(LineReader.Line line, JsonProcessingException notJson) {
        JsonLocation at = notJson.getLocation();
        return Violation.ofCell(
                null,
                StrictJson.isOfDuplicateKey(notJson) ? "duplicate-key" : "not-json",
                line.text(),
                String.valueOf(line.number()),
                String.valueOf(at == null ? 1 : at.getColumnNr()));
    }

    private void fill(RowParser.Row row, ObjectNode source, List<Violation> problems) {
        Map<String, String> filledBy = new HashMap<>();
        columns.mapping().keySet().forEach(key -> {
            JsonNode value = at(source, key);
            if (targets.get(key) != null && !value.isMissingNode()) {
                fill(row, key, value, filledBy, problems);
            }
        });
        source.properties().forEach(property -> {
            String key = property.getKey();
            if (columns.mapping().containsKey(key) || !isKnown(key, problems)) {
                return;
            }
            if (targets.get(key) != null) {
                fill(row, key, property.getValue(), filledBy, problems);
            }
        });
    }

    private void fill(
            RowParser.Row row, String key, JsonNode value, Map<String, String> filledBy, List<Violation> problems) {
        ColumnMapping.Target target = targets.get(key);
        String firstKey = filledBy.put(target.name(), key);
        if (firstKey != null) {
            problems.add(Violation.ofCell(key, "column-twice", null, firstKey, key, target.name()));
            return;
        }
        JsonNode unstorable = unstorable(value);
        if (unstorable == null) {
            row.addJson(target.name(), target.field(), value);
        } else {
            problems.add(Violation.ofCell(key, "invalid-text", unstorable.asText()));
        }
    }

    /**
     * Whether a key is among the detected columns. A row that would exceed the maximum number of columns is refused.
     */
    private boolean isKnown(String key, List<Violation> problems) {
        if (targets.containsKey(key)) {
            return true;
        }
        if (targets.size() >= limits.columns()) {
            problems.add(Violation.ofCell(
                    key,
                    "too-many-columns",
                    null,
                    String.valueOf(limits.columns()),
                    String.valueOf(targets.size() + 1)));
            return false;
        }
        if (isParentOfMapped(key)) {
            return false;
        }
        targets.put(key, target(key));
        return true;
    }

    private boolean isParentOfMapped(String key) {
        return columns.mapping().keySet().stream().anyMatch(mapped -> mapped.startsWith(key + "."));
    }

    /** Returns the field of a key: a top-level field by its name, or the meaning of the key; null if it is ignored. */
    private ColumnMapping.Target target(String key) {
        if (ColumnNames.isIgnored(key)) {
            return null;
        }
        Optional<Field> topLevel = schema.field(key);
        return topLevel.isPresent()
                ? new ColumnMapping.Target(key, topLevel.get())
                : columns.field(key).map(columns::target).orElse(null);
    }

    private static JsonNode at(JsonNode source, String path) {
        JsonNode topLevel = source.path(path);
        if (!topLevel.isMissingNode()) {
            return topLevel;
        }
        JsonNode node = source;
        for (String step : path.split("\\.")) {
            boolean isIndex = node.isArray() && step.matches("\\d{1,6}");
            node = isIndex ? node.path(Integer.parseInt(step)) : node.path(step);
        }
        return node;
    }

    /** Returns a text within the value that the databases cannot store; null if there is none. */
    private static JsonNode unstorable(JsonNode value) {
        if (value.isTextual()) {
            return StrictJson.isStorable(value.textValue()) ? null : value;
        }
        for (JsonNode inner : value) {
            JsonNode unstorable = unstorable(inner);
            if (unstorable != null) {
                return unstorable;
            }
        }
        return null;
    }
}

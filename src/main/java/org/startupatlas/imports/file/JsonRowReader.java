package org.startupatlas.imports.file;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.startupatlas.imports.cell.CellParser;
import org.startupatlas.imports.cell.ColumnNames;
import org.startupatlas.record.StrictJson;
import org.startupatlas.schema.Field;
import org.startupatlas.schema.ResourceSchema;

/**
 * The rows of an NDJSON file: one JSON object in each line. Its keys are the fields of the API, or what people call
 * them; a mapping may reach into what is nested, as {@code names.0.value}.
 */
final class JsonRowReader implements RowReader {

    private final BomReader text;
    private final Charset charset;
    private final ResourceSchema declaration;
    private final ColumnMapping columns;
    private final CellParser values;
    private final ReadingLimits limits;
    private final LineReader lines;
    private final Map<String, ColumnMapping.Target> targets = new LinkedHashMap<>();
    private long number;

    JsonRowReader(
            BomReader text,
            Charset charset,
            ResourceSchema declaration,
            ColumnMapping columns,
            CellParser values,
            ReadingLimits limits) {
        this.text = text;
        this.charset = charset;
        this.declaration = declaration;
        this.columns = columns;
        this.values = values;
        this.limits = limits;
        this.lines = new LineReader(text, limits.row());
        columns.mapping().forEach((key, field) -> targets.put(key, field.isEmpty() ? null : columns.target(field)));
    }

    @Override
    public List<Detection.Column> columns() {
        return targets.entrySet().stream()
                .map(entry -> new Detection.Column(
                        entry.getKey(),
                        entry.getValue() == null ? null : entry.getValue().name()))
                .toList();
    }

    @Override
    public ImportRow next() throws IOException, UnreadableFileException {
        LineReader.Line line = lines.next();
        while (line != null && line.text().isBlank() && !line.cut()) {
            line = lines.next();
        }
        if (text.broken() != null && (line == null || !line.ended())) {
            throw new UnreadableFileException(
                    line == null ? lines.upcoming() : line.number(),
                    text.broken(),
                    String.valueOf(limits.bytes() >> 30));
        }
        if (line == null) {
            return null;
        }
        number++;
        try {
            List<RowFault> faults = new ArrayList<>();
            ObjectNode record = read(line, faults);
            return new ImportRow(number, line.number(), record, faults);
        } catch (RuntimeException failed) {
            throw new UnreadableRow(number, line.number(), failed);
        }
    }

    private ObjectNode read(LineReader.Line line, List<RowFault> faults) {
        ObjectNode record = JsonNodeFactory.instance.objectNode();
        Optional<RowFault> unreadable = unreadable(line);
        if (unreadable.isPresent()) {
            faults.add(unreadable.get());
            return record;
        }
        try {
            if (StrictJson.read(line.text()) instanceof ObjectNode said) {
                fill(record, said, faults);
            } else {
                faults.add(RowFault.of(null, "not-a-row", line.text()));
            }
        } catch (StreamConstraintsException beyond) {
            faults.add(RowFault.of(null, "body-beyond-limits", line.text(), String.valueOf(StrictJson.MAX_DEPTH)));
        } catch (JsonProcessingException notJson) {
            faults.add(notJson(line, notJson));
        }
        return record;
    }

    private Optional<RowFault> unreadable(LineReader.Line line) {
        if (line.cut()) {
            return Optional.of(RowFault.ofRow("row-too-long", String.valueOf(limits.row())));
        }
        return line.text().indexOf(BomReader.MARK) < 0
                ? Optional.empty()
                : Optional.of(RowFault.of(null, "not-in-charset", line.text(), charset.name()));
    }

    private static RowFault notJson(LineReader.Line line, JsonProcessingException notJson) {
        JsonLocation at = notJson.getLocation();
        return RowFault.of(
                null,
                StrictJson.isOfDuplicateKey(notJson) ? "duplicate-key" : "not-json",
                line.text(),
                String.valueOf(line.number()),
                String.valueOf(at == null ? 1 : at.getColumnNr()));
    }

    private void fill(ObjectNode record, ObjectNode said, List<RowFault> faults) {
        Map<String, String> filledBy = new HashMap<>();
        columns.mapping().keySet().forEach(key -> {
            JsonNode value = at(said, key);
            if (targets.get(key) != null && !value.isMissingNode()) {
                fill(record, key, value, filledBy, faults);
            }
        });
        said.properties().forEach(property -> {
            String key = property.getKey();
            if (columns.mapping().containsKey(key) || !isKnown(key, faults)) {
                return;
            }
            if (targets.get(key) != null) {
                fill(record, key, property.getValue(), filledBy, faults);
            }
        });
    }

    private void fill(
            ObjectNode record, String key, JsonNode value, Map<String, String> filledBy, List<RowFault> faults) {
        ColumnMapping.Target target = targets.get(key);
        String other = filledBy.put(target.name(), key);
        if (other != null) {
            faults.add(RowFault.of(key, "column-twice", null, other, key, target.name()));
            return;
        }
        JsonNode unstorable = unstorable(value);
        if (unstorable == null) {
            target.put(record, values.ofJson(target.field(), value));
        } else {
            faults.add(RowFault.of(key, "invalid-text", unstorable.asText()));
        }
    }

    /** Whether the key is one of those that are told of; so that these are not endless, a row with more is refused. */
    private boolean isKnown(String key, List<RowFault> faults) {
        if (targets.containsKey(key)) {
            return true;
        }
        if (targets.size() >= limits.columns()) {
            faults.add(RowFault.of(
                    key,
                    "too-many-columns",
                    null,
                    String.valueOf(limits.columns()),
                    String.valueOf(targets.size() + 1)));
            return false;
        }
        if (isReachedInto(key)) {
            return false;
        }
        targets.put(key, target(key));
        return true;
    }

    private boolean isReachedInto(String key) {
        return columns.mapping().keySet().stream().anyMatch(mapped -> mapped.startsWith(key + "."));
    }

    /** A field of the API by its own name, whole as it is there, or by what people call it; null if it is left out. */
    private ColumnMapping.Target target(String key) {
        if (ColumnNames.isLeftOut(key)) {
            return null;
        }
        Optional<Field> whole = declaration.field(key);
        return whole.isPresent()
                ? new ColumnMapping.Target(key, whole.get())
                : columns.field(key).map(columns::target).orElse(null);
    }

    private static JsonNode at(JsonNode said, String path) {
        JsonNode whole = said.path(path);
        if (!whole.isMissingNode()) {
            return whole;
        }
        JsonNode node = said;
        for (String step : path.split("\\.")) {
            boolean isIndex = node.isArray() && step.matches("\\d{1,6}");
            node = isIndex ? node.path(Integer.parseInt(step)) : node.path(step);
        }
        return node;
    }

    /** A text in the value that no database stores, else null. */
    private static JsonNode unstorable(JsonNode value) {
        if (value.isTextual()) {
            return StrictJson.isStorable(value.textValue()) ? null : value;
        }
        for (JsonNode inner : value) {
            JsonNode found = unstorable(inner);
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}

package org.startupatlas.imports.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.startupatlas.imports.cell.ColumnNames;
import org.startupatlas.imports.cell.ParsedRow;
import org.startupatlas.imports.cell.RowParser;
import org.startupatlas.imports.file.header.ColumnMapping;
import org.startupatlas.imports.file.header.NearColumns;
import org.startupatlas.imports.file.table.ReadingLimits;
import org.startupatlas.query.parameter.Violation;
import org.startupatlas.record.StrictJson;
import org.startupatlas.schema.Field;
import org.startupatlas.schema.ResourceSchema;

/**
 * The keys of the objects of a file. They are fields of the API or names in {@link ColumnNames}; a mapping may contain a
 * path to a nested value, as {@code names.0.value}.
 */
final class JsonColumns {

    private final ResourceSchema schema;
    private final ColumnMapping columns;
    private final RowParser values;
    private final ReadingLimits limits;
    private final Map<String, ColumnMapping.Target> targets = new LinkedHashMap<>();
    private final Map<String, String> takenFor = new HashMap<>();
    private final Map<String, List<String>> nearest = new HashMap<>();

    JsonColumns(ResourceSchema schema, ColumnMapping columns, RowParser values, ReadingLimits limits) {
        this.schema = schema;
        this.columns = columns;
        this.values = values;
        this.limits = limits;
        columns.mapping().forEach((key, field) -> targets.put(key, field.isEmpty() ? null : columns.target(field)));
    }

    List<Detection.Column> detected() {
        return targets.entrySet().stream()
                .map(entry -> Detection.Column.of(
                        entry.getKey(),
                        entry.getValue(),
                        takenFor.get(entry.getKey()),
                        nearest.getOrDefault(entry.getKey(), List.of()),
                        values))
                .toList();
    }

    /** Returns the values of an object, by the fields that its keys mean. */
    ParsedRow parsed(ObjectNode source, List<Violation> problems) {
        RowParser.Row row = values.row();
        Map<String, String> filledBy = new HashMap<>();
        columns.mapping().keySet().forEach(key -> {
            JsonNode value = at(source, key);
            if (targets.get(key) != null && !value.isMissingNode()) {
                fill(row, key, value, filledBy, problems);
            }
        });
        source.properties().forEach(property -> {
            String key = property.getKey();
            if (columns.mapping().containsKey(key) || !isKnown(key, property.getValue(), problems)) {
                return;
            }
            if (targets.get(key) != null) {
                fill(row, key, property.getValue(), filledBy, problems);
            }
        });
        return row.parsed();
    }

    /** Returns an object as a row of a table. */
    SourceRow source(ObjectNode object) {
        return SourceRow.ofJson(object, key -> {
            ColumnMapping.Target target = targets.get(key);
            return target == null ? null : target.name();
        });
    }

    private void fill(
            RowParser.Row row, String key, JsonNode value, Map<String, String> filledBy, List<Violation> problems) {
        ColumnMapping.Target target = targets.get(key);
        String firstKey = filledBy.put(target.name(), key);
        if (firstKey != null) {
            problems.add(Violation.ofCell(target.name(), "column-twice", null, firstKey, key, target.name()));
            return;
        }
        JsonNode unstorable = unstorable(value);
        if (unstorable == null) {
            row.addJson(target.name(), target.field(), value);
        } else {
            problems.add(Violation.ofCell(target.name(), "invalid-text", unstorable.asText()));
        }
    }

    /**
     * Whether a key is among the detected columns. A row that would exceed the maximum number of columns is refused.
     */
    private boolean isKnown(String key, JsonNode value, List<Violation> problems) {
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
        targets.put(key, target(key, value));
        return true;
    }

    private boolean isParentOfMapped(String key) {
        return columns.mapping().keySet().stream().anyMatch(mapped -> mapped.startsWith(key + "."));
    }

    /** Returns the field of a key: a top-level field by its name, or the meaning of the key; null if it is ignored. */
    private ColumnMapping.Target target(String key, JsonNode value) {
        if (ColumnNames.isIgnored(key)) {
            return null;
        }
        Optional<Field> topLevel = schema.field(key);
        if (topLevel.isPresent()) {
            return new ColumnMapping.Target(key, topLevel.get(), null);
        }
        Optional<String> field = columns.field(key);
        if (field.isEmpty() && value.isValueNode()) {
            Optional<NearColumns.Near> near = columns.near(key);
            near.ifPresent(found -> takenFor.put(key, found.name()));
            field = near.map(NearColumns.Near::field);
        }
        if (field.isEmpty()) {
            nearest.put(key, columns.nearest(key));
        }
        return field.map(columns::target).orElse(null);
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

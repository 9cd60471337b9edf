package org.startupatlas.imports.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Counts of how many rows a report says the same thing. Only counts and examples are in memory. */
public final class ReportSummary {

    /** Maximum number of causes that are shown. */
    public static final int MAX_CAUSES = 100;

    /** Bounds the memory; values that come later are counted together, by field and code. */
    static final int MAX_COUNTED = 10_000;

    private static final Pattern INDEX = Pattern.compile("\\.\\d+(?=\\.|$)");

    private final Map<Key, Cause> causes = new LinkedHashMap<>();

    private record Key(ReportRow.Kind kind, String field, String code, String value, boolean isRedacted) {}

    /** What several rows have in common. */
    public static final class Cause {
        private final ReportRow.Kind kind;
        private final String field;
        private final String code;
        private final ObjectNode example;
        private final boolean isOfValue;
        private long rows;
        private long lastRow;

        private Cause(Key key, ObjectNode example) {
            this.kind = key.kind;
            this.field = key.field;
            this.code = key.code;
            this.example = example;
            this.isOfValue = key.value != null;
        }

        private void add(long row) {
            // A list has several cells of one row.
            if (row != lastRow || rows == 0) {
                rows++;
            }
            lastRow = row;
        }

        public ReportRow.Kind kind() {
            return kind;
        }

        /** Returns the dotted name of the field, or the column; null for the row as a whole. */
        public String field() {
            return field;
        }

        public String code() {
            return code;
        }

        /** Returns the document of the first row. */
        public ObjectNode example() {
            return example;
        }

        /** Whether all rows have the value of the first one. */
        public boolean isOfValue() {
            return isOfValue;
        }

        public long rows() {
            return rows;
        }
    }

    /** Returns the name of a field without the indices of lists: {@code sectors} for {@code sectors.1}. */
    public static String withoutIndex(String field) {
        return field == null ? null : INDEX.matcher(field).replaceAll("");
    }

    /** Adds a report row; those of one kind in the order of the file. */
    void add(ReportRow row) {
        ObjectNode document = (ObjectNode) StoredJson.tree(row.document());
        Key key = key(row.kind(), document);
        if (causes.size() >= MAX_COUNTED && !causes.containsKey(key)) {
            key = new Key(key.kind, key.field, key.code, null, key.isRedacted);
        }
        causes.computeIfAbsent(key, added -> new Cause(added, document))
                .add(row.key().rowNo());
    }

    private static Key key(ReportRow.Kind kind, ObjectNode document) {
        String field = withoutIndex(text(document, ReportRowJson.FIELD));
        return switch (kind) {
            case CONFLICT -> new Key(kind, field, "value-kept", null, false);
            case POSSIBLE_DUPLICATE -> new Key(kind, "name", "possible-duplicate", null, false);
            default -> new Key(
                    kind,
                    field,
                    text(document, ReportRowJson.CODE),
                    text(document, ReportRowJson.VALUE),
                    document.path(ReportRowJson.REDACTED).booleanValue());
        };
    }

    private static String text(JsonNode document, String name) {
        return document.path(name).textValue();
    }

    /** Returns the most frequent causes. */
    public List<Cause> causes() {
        return causes.values().stream()
                .sorted(Comparator.comparingLong(Cause::rows).reversed())
                .limit(MAX_CAUSES)
                .toList();
    }

    /** Returns the number of causes that are not among {@link #causes}. */
    public long moreCauses() {
        return Math.max(0, causes.size() - MAX_CAUSES);
    }
}

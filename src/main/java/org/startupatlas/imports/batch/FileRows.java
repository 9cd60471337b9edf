package org.startupatlas.imports.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.startupatlas.imports.file.ImportRow;
import org.startupatlas.imports.match.RowMatch;
import org.startupatlas.imports.match.RowMatcher;
import org.startupatlas.query.parameter.Violation;
import org.startupatlas.record.ExternalIdScheme;
import org.startupatlas.record.NameKeys;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.write.batch.RowResult;

/**
 * The rows of a file that were written so far. A later row of the same record may fill in what they leave out; if it
 * disagrees with them it is refused, so that the same file sent again changes nothing.
 */
public final class FileRows {

    /** Bounds the memory to some tens of megabytes: a row is compared with that many before it. */
    static final int MAX_ROWS = 100_000;

    private static final int KEYS_PER_ROW = 3;

    private static final List<String> COMPANY_FIELDS = List.of("country", "website");

    /** Keys and claims are no values that rows can disagree about. */
    private static final Set<String> NO_VALUES = Set.of("id", "slug", "provenance");

    private final List<String> ownerFields;

    private final Map<Long, WrittenRow> rows = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, WrittenRow> eldest) {
            return size() > MAX_ROWS * KEYS_PER_ROW;
        }
    };

    public FileRows(ResourceSchema schema) {
        ownerFields = RowMatcher.ownerFields(schema);
    }

    /**
     * Returns the rows of a batch; those that disagree with an earlier row have a problem that names its line. Returns
     * the same list if none does.
     */
    List<ImportRow> withDisagreements(List<ImportRow> batch, List<RowMatch> matches) {
        List<ImportRow> checked = new ArrayList<>(batch);
        boolean isAny = false;
        for (int i = 0; i < batch.size(); i++) {
            ImportRow row = batch.get(i);
            List<Violation> problems = disagreements(row, matches.get(i));
            if (!problems.isEmpty()) {
                checked.set(i, row.refused(problems));
                isAny = true;
            }
        }
        return isAny ? checked : batch;
    }

    private List<Violation> disagreements(ImportRow row, RowMatch match) {
        Optional<WrittenRow> earlier = earlier(row, match.existingId());
        if (earlier.isEmpty()) {
            return List.of();
        }
        List<Violation> problems = new ArrayList<>();
        leaves(row.record()).forEach((field, value) -> earlier.get()
                .lineOfOther(field, hash(field, value))
                .ifPresent(line -> problems.add(Violation.ofCell(
                        field, "rows-disagree", text(value), String.valueOf(line), String.valueOf(row.line())))));
        return problems;
    }

    private static String text(JsonNode value) {
        return value.isNull() ? null : value.isTextual() ? value.textValue() : value.toString();
    }

    /**
     * Returns the earlier row of the same record.
     *
     * @param recordId the id of the record in the registry, or null
     */
    Optional<WrittenRow> earlier(ImportRow row, Object recordId) {
        for (long key : identifyingKeys(row.record(), recordId)) {
            if (rows.containsKey(key)) {
                return Optional.of(rows.get(key));
            }
        }
        boolean isById = row.record().path("id").isTextual();
        return isById
                ? Optional.empty()
                : nameKey(row.record()).map(rows::get).filter(earlier -> !isOther(row.record(), earlier));
    }

    /** Whether rows of one name are of different records, because their ids differ, or because the file says so. */
    private boolean isOther(ObjectNode record, WrittenRow earlier) {
        for (ExternalIdScheme scheme : ExternalIdScheme.values()) {
            String field = ResourceSchema.EXTERNAL_IDS + "." + scheme.code();
            JsonNode value = record.path(ResourceSchema.EXTERNAL_IDS).path(scheme.code());
            if (value.isTextual()
                    && earlier.lineOfOther(field, hash(field, value)).isPresent()) {
                return true;
            }
        }
        if (differsIn(ownerFields, record, earlier)) {
            return true;
        }
        String slug = record.path("slug").textValue();
        if (slug != null && earlier.slug() != null && !slug.equals(earlier.slug())) {
            return true;
        }
        return (slug != null || earlier.slug() != null) && differsIn(COMPANY_FIELDS, record, earlier);
    }

    private static boolean differsIn(List<String> fields, ObjectNode record, WrittenRow earlier) {
        return fields.stream().filter(record::hasNonNull).anyMatch(field -> earlier.lineOfOther(
                        field, hash(field, record.get(field)))
                .isPresent());
    }

    /**
     * Returns the result of a row of a dry run as if the rows before it had been written: what they have created is not
     * new, and what they have changed is no change.
     */
    RowResult asIfWritten(ImportRow row, RowMatch match, RowResult result) {
        Optional<WrittenRow> earlier = earlier(row, match.existingId());
        if (earlier.isEmpty() || result.kind() != RowResult.Kind.CREATED && result.kind() != RowResult.Kind.UPDATED) {
            return result;
        }
        ArrayNode changed = JsonNodeFactory.instance.arrayNode();
        if (result.kind() == RowResult.Kind.UPDATED) {
            result.changed().forEach(change -> {
                if (!earlier.get().has(change.get("path").textValue())) {
                    changed.add(change);
                }
            });
        } else {
            leaves(row.record()).forEach((field, value) -> {
                if (!earlier.get().has(field) && !value.isNull()) {
                    changed.addObject().put("path", field).putNull("from").set("to", value);
                }
            });
        }
        RowResult.Kind kind = changed.isEmpty() ? RowResult.Kind.UNCHANGED : RowResult.Kind.UPDATED;
        return new RowResult(kind, result.id(), result.slug(), changed.isEmpty() ? null : changed, List.of());
    }

    /** Gives a row of a dry run the name that its record would have from an earlier row; returns whether it did. */
    boolean addName(ImportRow row, RowMatch match) {
        if (match.existingId() != null || row.record().path("name").isTextual()) {
            return false;
        }
        Optional<String> name = earlier(row, null).map(WrittenRow::name);
        name.ifPresent(text -> row.record().put("name", text));
        return name.isPresent();
    }

    /** Adds the rows of a batch that were written. */
    public void add(List<ImportRow> batch, List<RowResult> results) {
        for (int i = 0; i < batch.size(); i++) {
            if (results.get(i).kind() != RowResult.Kind.REFUSED) {
                add(batch.get(i), results.get(i).id());
            }
        }
    }

    /** Adds a row that an earlier run of the job has written. */
    public void addWritten(ImportRow row) {
        if (row.problems().isEmpty()) {
            add(row, null);
        }
    }

    private void add(ImportRow row, String recordId) {
        WrittenRow written = earlier(row, recordId).orElseGet(() -> WrittenRow.of(row));
        leaves(row.record()).forEach((field, value) -> written.put(field, hash(field, value), row.line()));
        identifyingKeys(row.record(), recordId).forEach(key -> rows.putIfAbsent(key, written));
        nameKey(row.record()).ifPresent(key -> rows.putIfAbsent(key, written));
    }

    /** Returns the keys of which one is enough: those of ids, slugs and external ids. */
    private static List<Long> identifyingKeys(ObjectNode record, Object recordId) {
        List<Long> keys = new ArrayList<>();
        for (String name : List.of("id", "slug")) {
            if (record.path(name).isTextual()) {
                keys.add(hash(name, record.get(name)));
            }
        }
        if (recordId != null) {
            keys.add(hash("record " + recordId));
        }
        for (ExternalIdScheme scheme : ExternalIdScheme.values()) {
            JsonNode value = record.path(ResourceSchema.EXTERNAL_IDS).path(scheme.code());
            // A placeholder, such as "N/A", identifies nothing.
            if (value.isTextual() && scheme.normalize(value.textValue()).isPresent()) {
                keys.add(hash(scheme.code(), value));
            }
        }
        return keys;
    }

    private static Optional<Long> nameKey(ObjectNode record) {
        return Optional.ofNullable(record.path("name").textValue())
                .map(name -> hash("name " + NameKeys.of(name).match()));
    }

    /** Returns the single values of a row by dotted names. */
    static Map<String, JsonNode> leaves(ObjectNode record) {
        Map<String, JsonNode> leaves = new LinkedHashMap<>();
        record.properties().forEach(member -> {
            if (NO_VALUES.contains(member.getKey())) {
                return;
            }
            if (member.getValue() instanceof ObjectNode object) {
                object.properties().forEach(part -> leaves.put(member.getKey() + "." + part.getKey(), part.getValue()));
            } else {
                leaves.put(member.getKey(), member.getValue());
            }
        });
        return leaves;
    }

    private static long hash(String field, JsonNode value) {
        String name = field.substring(field.lastIndexOf('.') + 1);
        return hash(name + " " + SameValues.canonical(name, value));
    }

    /** Returns the 64-bit FNV-1a hash of a text: the texts themselves would take too much memory. */
    private static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ each & 0xff) * 0x100000001b3L;
        }
        return hash;
    }
}

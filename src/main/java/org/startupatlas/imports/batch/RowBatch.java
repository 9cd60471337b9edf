package org.startupatlas.imports.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.startupatlas.imports.file.ImportRow;
import org.startupatlas.record.NameKeys;
import org.startupatlas.schema.Field;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.write.batch.BatchWriter;

/**
 * Rows that are written in one transaction. No two of them can be the same or a similar record, and none refers to
 * another, so that each is matched and validated with the records in the registry only, not with the other rows.
 */
public final class RowBatch {

    /** Larger batches are not faster: the fixed cost of a transaction is small in comparison. */
    static final int MAX_ROWS = 250;

    /** Bounds the time for which the log is locked when rows are long. */
    static final int MAX_BYTES = 1024 * 1024;

    private final ResourceSchema schema;
    private final List<ImportRow> rows = new ArrayList<>();
    private final Set<String> identities = new HashSet<>();
    private long bytes;

    RowBatch(ResourceSchema schema) {
        this.schema = schema;
    }

    /** Returns the batches of rows, in their order. */
    public static List<RowBatch> split(ResourceSchema schema, List<ImportRow> rows) {
        List<RowBatch> batches = new ArrayList<>();
        for (ImportRow row : rows) {
            if (batches.isEmpty() || !batches.get(batches.size() - 1).add(row)) {
                RowBatch batch = new RowBatch(schema);
                batch.add(row);
                batches.add(batch);
            }
        }
        return batches;
    }

    /**
     * Adds a row; false if the batch is full, or if the row may be the same record as another row of the batch or refers
     * to one.
     */
    boolean add(ImportRow row) {
        List<String> rowIdentities = identitiesOf(row);
        if (isFull()
                || !Collections.disjoint(identities, rowIdentities)
                || !Collections.disjoint(identities, referencesOf(row))) {
            return false;
        }
        identities.addAll(rowIdentities);
        rows.add(row);
        bytes += row.record().toString().getBytes(StandardCharsets.UTF_8).length;
        return true;
    }

    /** Whether the batch has 250 rows, or its JSON has reached 1 MiB. */
    boolean isFull() {
        return rows.size() >= MAX_ROWS || bytes >= MAX_BYTES;
    }

    /** Whether a row of this batch may be the same record as a row of the other. */
    boolean overlaps(RowBatch other) {
        return !Collections.disjoint(identities, other.identities);
    }

    /** Returns the keys by which a row could be the same record as another row. */
    private List<String> identitiesOf(ImportRow row) {
        List<String> identities = new ArrayList<>();
        for (String name : List.of("id", "slug")) {
            if (row.record().path(name).isTextual()) {
                identities.add("id " + row.record().get(name).textValue());
            }
        }
        row.record().path(ResourceSchema.EXTERNAL_IDS).properties().forEach(externalId -> {
            if (externalId.getValue().isTextual()) {
                identities.add(externalId.getKey() + " " + externalId.getValue().textValue());
            }
        });
        JsonNode name = row.record().path("name");
        if (name.isTextual()) {
            identities.add("name " + NameKeys.of(name.textValue()).rough());
        }
        String generatedSlug = generatedSlug(row.record());
        if (!generatedSlug.isEmpty()) {
            identities.add("id " + generatedSlug);
        }
        return identities;
    }

    /** Returns the keys of the records of the same resource to which a row refers. */
    private List<String> referencesOf(ImportRow row) {
        List<String> references = new ArrayList<>();
        for (Field field : schema.fields()) {
            if (schema.resource().equals(field.target())) {
                JsonNode value = row.record().path(field.name());
                for (JsonNode each : value.isArray() ? value : List.of(value)) {
                    references.add("id " + each.asText());
                    references.add("name " + NameKeys.of(each.asText()).rough());
                }
            }
        }
        return references;
    }

    /**
     * Returns the slug generated from the name of a row without slug; empty if there is none, as for an Arabic name.
     */
    private String generatedSlug(ObjectNode record) {
        boolean isGenerated =
                !record.path("slug").isTextual() && record.path("name").isTextual();
        return isGenerated ? BatchWriter.slugFrom(schema, record.get("name").textValue()) : "";
    }

    public List<ImportRow> rows() {
        return List.copyOf(rows);
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }
}

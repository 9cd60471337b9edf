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
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.write.batch.BatchWriter;

/**
 * Rows that are written together. No two of them can be the same record, or nearly so, so that each can be compared with
 * what the registry has, and need not be with one another.
 */
public final class RowBatch {

    /** More gain nothing: what a transaction costs besides its rows is little then. */
    static final int MAX_ROWS = 250;

    /** What is written while the log is locked, where rows are long. */
    static final int MAX_BYTES = 1024 * 1024;

    private final ResourceSchema declaration;
    private final List<ImportRow> rows = new ArrayList<>();
    private final Set<String> identities = new HashSet<>();
    private long bytes;

    RowBatch(ResourceSchema declaration) {
        this.declaration = declaration;
    }

    /** Adds a row; false if the block is full, or the row may be the same record as one that is in the block. */
    boolean add(ImportRow row) {
        List<String> rowIdentities = identitiesOf(row);
        if (isFull() || !Collections.disjoint(identities, rowIdentities)) {
            return false;
        }
        identities.addAll(rowIdentities);
        rows.add(row);
        bytes += row.record().toString().getBytes(StandardCharsets.UTF_8).length;
        return true;
    }

    /** Whether it ends here: with its 250th row, or with the row by which its JSON reaches 1 MiB. */
    boolean isFull() {
        return rows.size() >= MAX_ROWS || bytes >= MAX_BYTES;
    }

    /** Whether a row of one may be the same record as a row of the other. */
    boolean overlaps(RowBatch other) {
        return !Collections.disjoint(identities, other.identities);
    }

    /** By what the row's record is known. */
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

    /** The slug that a row without one gets by its name; empty where there is none, as for a name in Arabic. */
    private String generatedSlug(ObjectNode record) {
        boolean isGenerated = !record.path("slug").isTextual() && record.path("name").isTextual();
        return isGenerated ? BatchWriter.slugFrom(declaration, record.get("name").textValue()) : "";
    }

    public List<ImportRow> rows() {
        return List.copyOf(rows);
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }
}

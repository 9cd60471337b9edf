package org.startupatlas.transfer.imports;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.startupatlas.record.NameKeys;

/**
 * Rows that are written together. No two of them can be the same record, so that each can be compared with what the
 * registry has, and need not be with one another.
 */
final class RowBlock {

    private final List<ImportRow> rows = new ArrayList<>();
    private final Set<String> identities = new HashSet<>();

    /** Adds a row; false if it may be the same record as one that is in the block. */
    boolean add(ImportRow row) {
        List<String> own = identitiesOf(row);
        if (own.stream().anyMatch(identities::contains)) {
            return false;
        }
        identities.addAll(own);
        rows.add(row);
        return true;
    }

    /** By what the row's record is known. */
    private static List<String> identitiesOf(ImportRow row) {
        List<String> identities = new ArrayList<>();
        for (String name : List.of("id", "slug")) {
            if (row.record().path(name).isTextual()) {
                identities.add("id " + row.record().get(name).textValue());
            }
        }
        row.record().path(RowMatcher.EXTERNAL_IDS).properties().forEach(register -> {
            if (register.getValue().isTextual()) {
                identities.add(register.getKey() + " " + register.getValue().textValue());
            }
        });
        JsonNode name = row.record().path("name");
        if (name.isTextual()) {
            identities.add("name " + NameKeys.of(name.textValue()).match());
        }
        return identities;
    }

    List<ImportRow> rows() {
        return List.copyOf(rows);
    }

    int size() {
        return rows.size();
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }
}

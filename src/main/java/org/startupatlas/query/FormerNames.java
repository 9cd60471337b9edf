package org.startupatlas.query;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Looks up the slugs and ids that records had, and the records that they lead to now. */
@Singleton
public final class FormerNames {

    /**
     * A slug or an id that no record has any more.
     *
     * @param current the record that it leads to; empty when that record, or the last of a chain of merges, was deleted
     * @param revision the revision that took the name out of use, or that deleted the record that it led to
     */
    public record Former(Optional<Current> current, long revision) {}

    /**
     * The record that a former name leads to.
     *
     * @param isRenamed whether this same record had the name; otherwise the record that had it was merged into this one
     */
    public record Current(String id, String slug, boolean isRenamed) {

        /** The path of the record. */
        public String link(Declaration declaration) {
            return "/v1/" + declaration.resource() + "/" + slug;
        }

        /** All by which the record is known, for a sentence in any language. */
        public String description(Declaration declaration) {
            return slug + " (" + id + ", " + link(declaration) + ")";
        }
    }

    private final DataSource database;

    /** Looks in this database, within the current transaction if there is one. */
    public FormerNames(DataSource database) {
        this.database = database;
    }

    /** The former name, if it is one of the resource. */
    public Optional<Former> find(Declaration declaration, String name) {
        return Optional.ofNullable(find(declaration, List.of(name)).get(name));
    }

    /** Those of the names that are former ones of the resource, in one statement. */
    public Map<String, Former> find(Declaration declaration, Collection<String> names) {
        Map<String, String> asked = new HashMap<>();
        for (String name : names) {
            // PostgreSQL has no text with a NUL. An id is stored in lower case, and may be written in capitals.
            if (name.indexOf('\0') < 0) {
                asked.put(ValueTypes.isUuid(name) ? UUID.fromString(name).toString() : name, name);
            }
        }
        if (asked.isEmpty()) {
            return Map.of();
        }
        Map<String, Former> former = new HashMap<>();
        Databases.read(database, connection -> {
            Databases.query(connection, statement(declaration, asked.keySet()), row -> {
                String id = row.getString(3);
                String slug = row.getString(4);
                Optional<Current> current = slug == null
                        ? Optional.empty()
                        : Optional.of(new Current(id, slug, id.equals(row.getString(5))));
                long deleted = row.getLong(6);
                former.put(
                        asked.get(row.getString(1)),
                        new Former(current, slug == null && deleted > 0 ? deleted : row.getLong(2)));
            });
            return former;
        });
        return former;
    }

    /**
     * The change that took a name out of use is a change of the record that had the name. A merge leads the name on to
     * another record and leaves the revision as it is.
     */
    private static Sql statement(Declaration declaration, Collection<String> names) {
        String id = declaration.hasWordsAsIds() ? "f.record_id" : "CAST(f.record_id AS UUID)";
        return new Sql()
                .append(
                        "SELECT f.name, f.revision, f.record_id, r.slug, c.record_id, deleted.revision FROM former_name f"
                                + " JOIN change c ON c.revision = f.revision"
                                + " LEFT JOIN " + declaration.table() + " r ON r.id = " + id
                                + " LEFT JOIN former_name deleted"
                                + " ON deleted.resource = f.resource AND deleted.name = f.record_id"
                                + " WHERE f.resource = ")
                .bind(declaration.resource())
                .append(" AND ")
                .append(ColumnLookup.among("f.name", names));
    }
}

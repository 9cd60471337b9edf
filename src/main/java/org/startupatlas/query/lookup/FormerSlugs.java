package org.startupatlas.query.lookup;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.type.ValueTypes;
import org.startupatlas.sql.Jdbc;
import org.startupatlas.sql.SqlBuilder;

/** Looks up former slugs and ids, and the records that they lead to now. */
@Singleton
public final class FormerSlugs {

    /**
     * A slug or an id that no record has any more.
     *
     * @param current the record that it leads to; empty if that record, or the last of a chain of merges, was
     *     deleted
     * @param revision the revision at which the name fell out of use, or at which the record that it led to was
     *     deleted
     */
    public record Former(Optional<Current> current, long revision) {}

    /**
     * The record that a former name leads to.
     *
     * @param isRenamed whether this record itself had the name; otherwise the record that had it was merged into
     *     this one
     */
    public record Current(String id, String slug, boolean isRenamed) {

        /** Returns the URL path of the record. */
        public String link(ResourceSchema schema) {
            return "/v1/" + schema.resource() + "/" + slug;
        }

        /** Returns the slug, the id and the path, as part of a message in any language. */
        public String description(ResourceSchema schema) {
            return slug + " (" + id + ", " + link(schema) + ")";
        }
    }

    private final DataSource database;

    public FormerSlugs(DataSource database) {
        this.database = database;
    }

    /** Returns the former name; empty if the resource has none by that name. */
    public Optional<Former> find(ResourceSchema schema, String name) {
        return Optional.ofNullable(find(schema, List.of(name)).get(name));
    }

    /** Returns those of the names that are former names of the resource, in one statement. */
    public Map<String, Former> find(ResourceSchema schema, Collection<String> names) {
        Map<String, String> requested = new HashMap<>();
        for (String name : names) {
            // PostgreSQL texts cannot contain NUL. Ids are stored in lower case, and may be requested in upper case.
            if (name.indexOf('\0') < 0) {
                requested.put(ValueTypes.isUuid(name) ? UUID.fromString(name).toString() : name, name);
            }
        }
        if (requested.isEmpty()) {
            return Map.of();
        }
        Map<String, Former> former = new HashMap<>();
        Jdbc.read(database, connection -> {
            Jdbc.query(connection, statement(schema, requested.keySet()), row -> {
                String id = row.getString(3);
                String slug = row.getString(4);
                Optional<Current> current = slug == null
                        ? Optional.empty()
                        : Optional.of(new Current(id, slug, id.equals(row.getString(5))));
                long deleted = row.getLong(6);
                former.put(
                        requested.get(row.getString(1)),
                        new Former(current, slug == null && deleted > 0 ? deleted : row.getLong(2)));
            });
            return former;
        });
        return former;
    }

    /**
     * Selects the former names, each joined with the change at which it fell out of use, which belongs to the record
     * that had the name. A merge makes the name lead to another record and keeps the revision.
     */
    private static SqlBuilder statement(ResourceSchema schema, Collection<String> names) {
        String id = schema.hasCodeIds() ? "f.record_id" : "CAST(f.record_id AS UUID)";
        return new SqlBuilder()
                .append(
                        "SELECT f.name, f.revision, f.record_id, r.slug, c.record_id, deleted.revision FROM former_name f"
                                + " JOIN change c ON c.revision = f.revision"
                                + " LEFT JOIN " + schema.table() + " r ON r.id = " + id
                                + " LEFT JOIN former_name deleted"
                                + " ON deleted.resource = f.resource AND deleted.name = f.record_id"
                                + " WHERE f.resource = ")
                .bind(schema.resource())
                .append(" AND ")
                .append(BulkColumnLookup.among("f.name", names));
    }
}

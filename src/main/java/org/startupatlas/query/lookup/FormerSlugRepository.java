package org.startupatlas.query.lookup;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.hibernate.Session;
import org.hibernate.query.QueryFlushMode;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.type.ValueTypes;
import org.startupatlas.sql.Jdbc;
import org.startupatlas.sql.SqlBuilder;

/** Stores the slugs and ids that no longer belong to live records, and looks up the records that they lead to now. */
@Singleton
public class FormerSlugRepository implements PanacheRepositoryBase<FormerSlug, FormerSlug.Key> {

    private static final String SELECT_BY_SLUGS =
            "select * from former_name where resource = :resource and name = any(cast(:names as varchar array))";

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

    FormerSlugRepository(DataSource database) {
        this.database = database;
    }

    /** Returns the former slug or id; empty if the resource has none by that name. */
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

    /** Returns whether the slug once belonged to a record other than the given one. */
    public boolean isTaken(String resource, String name, String recordId) {
        FormerSlug former = findById(new FormerSlug.Key(resource, name));
        return former != null && !former.redirectsTo(recordId);
    }

    /** Returns one of the claimed slugs that once belonged to another record, if there is any. */
    public Optional<SlugClaim> findTaken(Collection<SlugClaim> claims) {
        Map<String, List<SlugClaim>> byResource = claims.stream().collect(Collectors.groupingBy(SlugClaim::resource));
        return byResource.entrySet().stream()
                .flatMap(entry -> {
                    Map<String, FormerSlug> former = find(
                            entry.getKey(),
                            entry.getValue().stream().map(SlugClaim::name).toList());
                    return entry.getValue().stream()
                            .filter(claim -> former.containsKey(claim.name())
                                    && !former.get(claim.name()).redirectsTo(claim.recordId()));
                })
                .findFirst();
    }

    /** Returns those of the given slugs that are retired. */
    public Set<String> given(String resource, Collection<String> names) {
        return find(resource, names).keySet();
    }

    /** Returns the former slugs and ids that redirect to a record. */
    public List<String> slugsRedirectingTo(String resource, String recordId) {
        return find("key.resource = ?1 and recordId = ?2", resource, recordId).stream()
                .map(FormerSlug::name)
                .toList();
    }

    /** Binds the slugs as one array, because a statement can have at most 65,535 parameters (PostgreSQL's protocol). */
    private Map<String, FormerSlug> find(String resource, Collection<String> names) {
        return names.isEmpty()
                ? Map.of()
                : getEntityManager()
                        .unwrap(Session.class)
                        .createNativeQuery(SELECT_BY_SLUGS, FormerSlug.class)
                        // No pending entity of the session is a retired slug, so a flush would be wasted.
                        .setQueryFlushMode(QueryFlushMode.NO_FLUSH)
                        .setParameter("resource", resource)
                        .setParameter("names", names.toArray(String[]::new))
                        .getResultStream()
                        .collect(Collectors.toMap(FormerSlug::name, Function.identity()));
    }

    /** Retires a slug, which redirects to the given record from now on, or to none if {@code recordId} is null. */
    public void retire(String resource, String name, String recordId, long revision) {
        persist(new FormerSlug(new FormerSlug.Key(resource, name), recordId, revision));
    }

    /** Deletes the redirect of a slug that its former record takes again. */
    public void reclaim(String resource, String name) {
        deleteById(new FormerSlug.Key(resource, name));
    }

    /** Points all redirects of one record to another. */
    public void redirect(String resource, String from, String into) {
        update("recordId = ?1 where key.resource = ?2 and recordId = ?3", into, resource, from);
    }
}

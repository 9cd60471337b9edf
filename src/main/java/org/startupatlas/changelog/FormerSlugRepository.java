package org.startupatlas.changelog;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.query.QueryFlushMode;

/** Stores the slugs and ids that no longer belong to live records. */
@Singleton
public class FormerSlugRepository implements PanacheRepositoryBase<FormerSlug, FormerSlug.Key> {

    private static final String SELECT_BY_SLUGS =
            "select * from former_name where resource = :resource and name = any(cast(:names as varchar array))";

    /** Returns whether the slug once belonged to a record other than the given one. */
    public boolean isTaken(String resource, String name, String recordId) {
        FormerSlug former = findById(new FormerSlug.Key(resource, name));
        return former != null && !former.redirectsTo(recordId);
    }

    /**
     * Rejects slugs that once belonged to other records.
     *
     * @throws SlugTakenException if there is such a slug
     */
    void rejectRetired(Collection<SlugClaim> slugs) {
        Map<String, List<SlugClaim>> byResource = slugs.stream().collect(Collectors.groupingBy(SlugClaim::resource));
        byResource.forEach((resource, claims) -> {
            Map<String, FormerSlug> former =
                    find(resource, claims.stream().map(SlugClaim::name).toList());
            for (SlugClaim each : claims) {
                if (former.containsKey(each.name()) && !former.get(each.name()).redirectsTo(each.recordId())) {
                    throw new SlugTakenException(resource, each.name());
                }
            }
        });
    }

    /** Returns those of the given slugs that are retired. */
    public Set<String> given(String resource, Collection<String> names) {
        return find(resource, names).keySet();
    }

    /** Returns the former slugs and ids that redirect to a record. */
    List<String> slugsRedirectingTo(String resource, String recordId) {
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
    void retire(String resource, String name, String recordId, long revision) {
        persist(new FormerSlug(new FormerSlug.Key(resource, name), recordId, revision));
    }

    /** Deletes the redirect of a slug that its former record takes again. */
    void reclaim(String resource, String name) {
        deleteById(new FormerSlug.Key(resource, name));
    }

    /** Points all redirects of one record to another. */
    void redirect(String resource, String from, String into) {
        update("recordId = ?1 where key.resource = ?2 and recordId = ?3", into, resource, from);
    }
}

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

/** Remembers the names that lead to records no longer. */
@Singleton
public class FormerSlugRepository implements PanacheRepositoryBase<FormerSlug, FormerSlug.Key> {

    private static final String AMONG =
            "select * from former_name where resource = :resource and name = any(cast(:names as varchar array))";

    /** Whether the name was given before, to another record than this. */
    public boolean isTaken(String resource, String name, String recordId) {
        FormerSlug former = findById(new FormerSlug.Key(resource, name));
        return former != null && !former.leadsTo(recordId);
    }

    /**
     * Makes sure that names were never given to other records.
     *
     * @throws NameTaken if one was
     */
    void refuse(Collection<SlugClaim> names) {
        Map<String, List<SlugClaim>> byResource = names.stream().collect(Collectors.groupingBy(SlugClaim::resource));
        byResource.forEach((resource, taken) -> {
            Map<String, FormerSlug> former =
                    find(resource, taken.stream().map(SlugClaim::name).toList());
            for (SlugClaim each : taken) {
                if (former.containsKey(each.name()) && !former.get(each.name()).leadsTo(each.recordId())) {
                    throw new SlugTakenException(resource, each.name());
                }
            }
        });
    }

    /** Those of these names that were given before. */
    public Set<String> given(String resource, Collection<String> names) {
        return find(resource, names).keySet();
    }

    /** The slugs and ids that lead to a record besides its own. */
    List<String> leadingTo(String resource, String recordId) {
        return find("key.resource = ?1 and recordId = ?2", resource, recordId).stream()
                .map(FormerSlug::name)
                .toList();
    }

    /** The names are one value, because a statement can have no more than 65,535 (PostgreSQL's protocol). */
    private Map<String, FormerSlug> find(String resource, Collection<String> names) {
        return names.isEmpty()
                ? Map.of()
                : getEntityManager()
                        .unwrap(Session.class)
                        .createNativeQuery(AMONG, FormerSlug.class)
                        // What is to be written is no former name yet, and need not be looked through for it.
                        .setQueryFlushMode(QueryFlushMode.NO_FLUSH)
                        .setParameter("resource", resource)
                        .setParameter("names", names.toArray(String[]::new))
                        .getResultStream()
                        .collect(Collectors.toMap(FormerSlug::name, Function.identity()));
    }

    /** The name leads to that record from now on; to none, when it is null. */
    void retire(String resource, String name, String recordId, long revision) {
        persist(new FormerSlug(new FormerSlug.Key(resource, name), recordId, revision));
    }

    /** A record takes a name back that it had before. */
    void revive(String resource, String name) {
        deleteById(new FormerSlug.Key(resource, name));
    }

    /** All names that led to one record lead to the other. */
    void redirect(String resource, String from, String into) {
        update("recordId = ?1 where key.resource = ?2 and recordId = ?3", into, resource, from);
    }
}

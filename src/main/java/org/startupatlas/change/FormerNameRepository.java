package org.startupatlas.change;

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
public class FormerNameRepository implements PanacheRepositoryBase<FormerName, FormerName.Key> {

    private static final String AMONG =
            "select * from former_name where resource = :resource and name = any(cast(:names as varchar array))";

    /** Whether the name was given before, to another record than this. */
    public boolean isTaken(String resource, String name, String recordId) {
        FormerName former = findById(new FormerName.Key(resource, name));
        return former != null && !former.leadsTo(recordId);
    }

    /**
     * Makes sure that names were never given to other records.
     *
     * @throws NameTaken if one was
     */
    void refuse(Collection<TakenName> names) {
        Map<String, List<TakenName>> byResource = names.stream().collect(Collectors.groupingBy(TakenName::resource));
        byResource.forEach((resource, taken) -> {
            Map<String, FormerName> former =
                    find(resource, taken.stream().map(TakenName::name).toList());
            for (TakenName each : taken) {
                if (former.containsKey(each.name()) && !former.get(each.name()).leadsTo(each.recordId())) {
                    throw new NameTaken(resource, each.name());
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
                .map(FormerName::name)
                .toList();
    }

    /** The names are one value, because a statement can have no more than 65,535 (PostgreSQL's protocol). */
    private Map<String, FormerName> find(String resource, Collection<String> names) {
        return names.isEmpty()
                ? Map.of()
                : getEntityManager()
                        .unwrap(Session.class)
                        .createNativeQuery(AMONG, FormerName.class)
                        // What is to be written is no former name yet, and need not be looked through for it.
                        .setQueryFlushMode(QueryFlushMode.NO_FLUSH)
                        .setParameter("resource", resource)
                        .setParameter("names", names.toArray(String[]::new))
                        .getResultStream()
                        .collect(Collectors.toMap(FormerName::name, Function.identity()));
    }

    /** The name leads to that record from now on; to none, when it is null. */
    void retire(String resource, String name, String recordId, long revision) {
        persist(new FormerName(new FormerName.Key(resource, name), recordId, revision));
    }

    /** A record takes a name back that it had before. */
    void revive(String resource, String name) {
        deleteById(new FormerName.Key(resource, name));
    }

    /** All names that led to one record lead to the other. */
    void redirect(String resource, String from, String into) {
        update("recordId = ?1 where key.resource = ?2 and recordId = ?3", into, resource, from);
    }
}

package org.startupatlas.change;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;

/** Remembers the names that lead to records no longer. */
@Singleton
public class FormerNameRepository implements PanacheRepositoryBase<FormerName, FormerName.Key> {

    /** Whether the name was given before, to another record than this. */
    public boolean isTaken(String resource, String name, String recordId) {
        FormerName former = findById(new FormerName.Key(resource, name));
        return former != null && !former.leadsTo(recordId);
    }

    /**
     * Makes sure that a name was never given to another record.
     *
     * @throws NameTaken if it was
     */
    void refuse(String resource, String name, String recordId) {
        if (isTaken(resource, name, recordId)) {
            throw new NameTaken(resource, name);
        }
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

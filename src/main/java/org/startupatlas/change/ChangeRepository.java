package org.startupatlas.change;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Finds single changes again. */
@Singleton
public class ChangeRepository implements PanacheRepositoryBase<Change, Long> {

    /** The change that made that version of a record. */
    public Optional<Change> ofVersion(String resource, String recordId, int version) {
        return find("resource = ?1 and recordId = ?2 and version = ?3", resource, recordId, version)
                .firstResultOptional();
    }
}

package org.startupatlas.bundle;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.Optional;

/** Finds and stores the editions of the bundle that the database has. */
@Singleton
class BundleEditionRepository implements PanacheRepositoryBase<BundleEdition, String> {

    /** Returns the edition of a part, locked until the transaction ends; empty if the part was never loaded. */
    Optional<BundleEdition> lock(BundlePart part) {
        return findByIdOptional(part.word(), LockModeType.PESSIMISTIC_WRITE);
    }
}

package org.startupatlas.http.record;

import java.util.Locale;
import java.util.Optional;
import org.startupatlas.auth.Role;
import org.startupatlas.schema.ResourceSchema;

/** What a key can do with the records of a resource, and the smallest role that may; larger roles may too. */
public enum WriteOperation {
    CREATE,
    CHANGE,
    DELETE,
    IMPORT,
    MERGE,
    REDACT;

    /** The word for it in {@code /v1/meta}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The smallest role that may do this with records of the resource; empty where nobody may. A contributor may with
     * those that belong to its partner, which itself is created by curators.
     */
    public Optional<Role> smallestRole(ResourceSchema declaration) {
        if (declaration.resource().equals(ResourceSchema.COUNTRIES)) {
            return Optional.empty();
        }
        boolean byOwners =
                switch (this) {
                    case CREATE -> declaration.owner().isPresent() && !declaration.isOwner();
                    case CHANGE, DELETE -> declaration.owner().isPresent();
                    case IMPORT -> declaration.isImportedByOwners();
                    case MERGE, REDACT -> false;
                };
        Role otherwise = this == REDACT ? Role.ADMIN : Role.CURATOR;
        return Optional.of(byOwners ? Role.CONTRIBUTOR : otherwise);
    }
}

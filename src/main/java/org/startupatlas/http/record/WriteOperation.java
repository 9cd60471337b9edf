package org.startupatlas.http.record;

import java.util.Locale;
import java.util.Optional;
import org.startupatlas.auth.Role;
import org.startupatlas.schema.ResourceSchema;

/** The operations on the records of a resource, each with the minimum role that it requires. */
public enum WriteOperation {
    CREATE,
    CHANGE,
    DELETE,
    IMPORT,
    MERGE,
    REDACT;

    /** Returns the name in {@code /v1/meta}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Returns the minimum role that may do this with records of the resource; empty if none may. A contributor may only
     * write the records that belong to its partner; partners themselves are created by curators.
     */
    public Optional<Role> minRole(ResourceSchema schema) {
        if (schema.resource().equals(ResourceSchema.COUNTRIES)) {
            return Optional.empty();
        }
        boolean byOwners =
                switch (this) {
                    case CREATE -> schema.owner().isPresent() && !schema.isOwner();
                    case CHANGE, DELETE -> schema.owner().isPresent();
                    case IMPORT -> schema.isImportedByOwners();
                    case MERGE, REDACT -> false;
                };
        Role otherwise = this == REDACT ? Role.ADMIN : Role.CURATOR;
        return Optional.of(byOwners ? Role.CONTRIBUTOR : otherwise);
    }
}

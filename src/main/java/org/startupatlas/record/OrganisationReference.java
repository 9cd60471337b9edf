package org.startupatlas.record;

import java.util.Objects;
import java.util.UUID;

/**
 * An organisation named inside a record.
 *
 * @param partner the id of its partner, or null if it has none (“business angels”)
 * @param name the name as published
 */
public record OrganisationReference(UUID partner, String name) {

    public OrganisationReference {
        Objects.requireNonNull(name, "name");
    }
}

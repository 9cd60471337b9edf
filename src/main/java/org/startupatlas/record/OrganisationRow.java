package org.startupatlas.record;

import jakarta.persistence.Embeddable;
import java.util.UUID;

/** The columns of an organisation named inside a record. */
@Embeddable
public record OrganisationRow(UUID partner, byte[] nameKey) {

    /** The columns of {@code organisation}; null for null. */
    public static OrganisationRow of(OrganisationReference organisation) {
        return organisation == null
                ? null
                : new OrganisationRow(organisation.partner(), Folding.key(organisation.name()));
    }
}

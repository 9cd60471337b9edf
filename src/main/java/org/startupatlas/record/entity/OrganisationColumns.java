package org.startupatlas.record.entity;

import jakarta.persistence.Embeddable;
import java.util.UUID;
import org.startupatlas.record.Folding;
import org.startupatlas.record.OrganisationReference;

/** The columns of an organisation named inside a record. */
@Embeddable
public record OrganisationColumns(UUID partner, byte[] nameKey) {

    public static OrganisationColumns of(OrganisationReference organisation) {
        return organisation == null
                ? null
                : new OrganisationColumns(organisation.partner(), Folding.key(organisation.name()));
    }
}

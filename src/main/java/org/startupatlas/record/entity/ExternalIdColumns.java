package org.startupatlas.record.entity;

import jakarta.persistence.Embeddable;
import org.startupatlas.record.ExternalIds;

/** The columns of the names in other registers. */
@Embeddable
public record ExternalIdColumns(String ror, String wikidata, String ice, String isni, String fundref) {

    /** The columns of {@code ids}. */
    public static ExternalIdColumns of(ExternalIds ids) {
        return new ExternalIdColumns(ids.ror(), ids.wikidata(), ids.ice(), ids.isni(), ids.fundref());
    }
}

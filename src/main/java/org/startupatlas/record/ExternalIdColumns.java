package org.startupatlas.record;

import jakarta.persistence.Embeddable;

/** The columns of the names in other registers. */
@Embeddable
public record ExternalIdColumns(String ror, String wikidata, String ice, String isni, String fundref) {

    /** The columns of {@code ids}. */
    public static ExternalIdColumns of(ExternalIds ids) {
        return new ExternalIdColumns(ids.ror(), ids.wikidata(), ids.ice(), ids.isni(), ids.fundref());
    }
}

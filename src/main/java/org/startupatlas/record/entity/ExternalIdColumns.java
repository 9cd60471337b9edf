package org.startupatlas.record.entity;

import jakarta.persistence.Embeddable;
import org.startupatlas.record.ExternalIds;

/** The columns of the ids in external registries. */
@Embeddable
public record ExternalIdColumns(String ror, String wikidata, String ice, String isni, String fundref) {

    public static ExternalIdColumns of(ExternalIds ids) {
        return new ExternalIdColumns(ids.ror(), ids.wikidata(), ids.ice(), ids.isni(), ids.fundref());
    }
}

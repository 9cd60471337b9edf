package org.startupatlas.record;

import jakarta.persistence.Embeddable;

/** The columns of a further name. */
@Embeddable
public record OtherNameRow(byte[] nameKey, String lang, String kind) {

    /** The columns of {@code name}. */
    public static OtherNameRow of(OtherName name) {
        return new OtherNameRow(Folding.key(name.name()), name.lang(), name.kind());
    }
}

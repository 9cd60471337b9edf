package org.startupatlas.record.entity;

import jakarta.persistence.Embeddable;
import org.startupatlas.record.Folding;
import org.startupatlas.record.OtherName;

/** The columns of a former or alternate name. */
@Embeddable
public record OtherNameColumns(byte[] nameKey, String lang, String kind) {

    public static OtherNameColumns of(OtherName name) {
        return new OtherNameColumns(Folding.key(name.name()), name.lang(), name.kind());
    }
}

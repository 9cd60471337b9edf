package org.startupatlas.record.entity;

import jakarta.persistence.Embeddable;
import org.startupatlas.record.Folding;
import org.startupatlas.record.Translated;

/** The columns of a text in three languages, with its folded keys. */
@Embeddable
public record TranslatedColumns(byte[] frKey, byte[] arKey, byte[] enKey) {

    public static TranslatedColumns of(Translated text) {
        return new TranslatedColumns(Folding.key(text.fr()), Folding.key(text.ar()), Folding.key(text.en()));
    }
}

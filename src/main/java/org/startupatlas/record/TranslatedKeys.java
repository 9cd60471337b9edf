package org.startupatlas.record;

import jakarta.persistence.Embeddable;

/** The columns of a text in three languages: their folded keys. */
@Embeddable
public record TranslatedKeys(byte[] frKey, byte[] arKey, byte[] enKey) {

    /** The columns of {@code text}. */
    public static TranslatedKeys of(Translated text) {
        return new TranslatedKeys(Folding.key(text.fr()), Folding.key(text.ar()), Folding.key(text.en()));
    }
}

package org.startupatlas.schema;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.startupatlas.record.Translated;

/** The languages of the registry, in the order in which they stand in for one another. */
public enum Language {
    EN,
    FR,
    AR;

    /** The codes, in the order in which documents name them. */
    public static final List<String> CODES = List.of(FR.code(), AR.code(), EN.code());

    /** As {@code lang=} and JSON write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The language for messages and number formats. */
    public Locale locale() {
        return Locale.forLanguageTag(code());
    }

    /** This language, then the others. */
    public List<Language> fallbacks() {
        return Stream.concat(Stream.of(this), Arrays.stream(values()).filter(other -> other != this))
                .toList();
    }

    /** The text in this language; null if it is not written in it. */
    public String of(Translated text) {
        return switch (this) {
            case EN -> text.en();
            case FR -> text.fr();
            case AR -> text.ar();
        };
    }

    /** The language of that code, if it is one of the three. */
    public static Optional<Language> ofCode(String code) {
        return Arrays.stream(values())
                .filter(language -> language.code().equals(code))
                .findFirst();
    }
}

package org.startupatlas.schema;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.startupatlas.record.Translated;

/** The languages of the registry, in the order of fallback. */
public enum Language {
    EN,
    FR,
    AR;

    /** Disables the fallback to the default locale of the JVM: only the request determines the language. */
    private static final ResourceBundle.Control EXACT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    /** The codes, in the order used in documents. */
    public static final List<String> CODES = List.of(FR.code(), AR.code(), EN.code());

    /** Returns the code used in {@code lang} and in JSON. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the locale for messages and number formats. */
    public Locale locale() {
        return Locale.forLanguageTag(code());
    }

    /** Returns the direction of the script, as HTML names it. */
    public String direction() {
        return this == AR ? "rtl" : "ltr";
    }

    /** Returns the texts of a bundle in this language. */
    public ResourceBundle texts(String bundle) {
        return ResourceBundle.getBundle(bundle, locale(), EXACT);
    }

    /** Returns this language, followed by the others in the order of fallback. */
    public List<Language> fallbacks() {
        return Stream.concat(Stream.of(this), Arrays.stream(values()).filter(other -> other != this))
                .toList();
    }

    /** Returns the text in this language; null if there is none. */
    public String of(Translated text) {
        return switch (this) {
            case EN -> text.en();
            case FR -> text.fr();
            case AR -> text.ar();
        };
    }

    public static Optional<Language> ofCode(String code) {
        return Arrays.stream(values())
                .filter(language -> language.code().equals(code))
                .findFirst();
    }
}

package org.startupatlas.network.opportunity;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import org.startupatlas.schema.Language;

/** The texts of calendars and feeds, in {@code opportunities/texts_*.properties}. */
@Singleton
class OpportunityTexts {

    private final Map<Language, Properties> texts = new EnumMap<>(Language.class);

    OpportunityTexts() {
        for (Language language : Language.values()) {
            String file = "/opportunities/texts_" + language.code() + ".properties";
            Properties all = new Properties();
            try (InputStreamReader reader =
                    new InputStreamReader(OpportunityTexts.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
                all.load(reader);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
            texts.put(language, all);
        }
    }

    /** Returns a text; in English if the language is null. */
    String get(Language language, String key, String... values) {
        String text = texts.get(language == null ? Language.EN : language).getProperty(key);
        for (int i = 0; i < values.length; i++) {
            text = text.replace("{" + i + "}", values[i]);
        }
        return text;
    }
}

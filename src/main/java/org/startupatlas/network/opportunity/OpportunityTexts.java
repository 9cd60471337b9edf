package org.startupatlas.network.opportunity;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.startupatlas.schema.Language;

/** The texts of opportunities, in {@code opportunities/texts_*.properties}. */
@Singleton
public final class OpportunityTexts {

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

    /** Returns a verdict and the criteria that decide it as a sentence; in English if the language is null. */
    public String decision(String verdict, List<String> decidedBy, Language language) {
        String kinds = decidedBy.stream()
                .map(kind -> get(language, "kind." + kind))
                .collect(Collectors.joining(get(language, "separator")));
        return get(language, "verdict." + verdict, kinds);
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

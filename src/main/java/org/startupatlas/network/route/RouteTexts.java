package org.startupatlas.network.route;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.startupatlas.network.model.RecordKey;
import org.startupatlas.schema.Language;

/** Writes routes as sentences, by the phrases in {@code network/routes_*.properties}. */
@Singleton
public class RouteTexts {

    private final Map<Language, Properties> phrases = new EnumMap<>(Language.class);

    RouteTexts() {
        for (Language language : Language.values()) {
            String file = String.format(Locale.ROOT, "/network/routes_%s.properties", language.code());
            Properties all = new Properties();
            try (InputStreamReader reader =
                    new InputStreamReader(RouteTexts.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
                all.load(reader);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
            phrases.put(language, all);
        }
    }

    /** Returns a route as a sentence. */
    public String sentence(Route route, ChainGraph graph, Language language) {
        Properties all = phrases.get(language);
        StringBuilder sentence = new StringBuilder();
        if (route.hops().stream().anyMatch(hop -> hop.link().evidence() == null)) {
            sentence.append(all.getProperty("supposed"));
        }
        if (route.to().resource().equals(RecordKey.COUNTRIES)) {
            // The country comes first, so that no phrase needs the preposition or the article that it takes.
            sentence.append(all.getProperty("heading").replace("{0}", name(route.to(), graph, language)));
        }
        for (Hop hop : route.hops()) {
            sentence.append(all.getProperty(hop.step().code())
                    .replace("{1}", name(hop.to(), graph, language))
                    .replace("{0}", name(hop.from(), graph, language)));
        }
        return sentence.append(all.getProperty("end")).toString();
    }

    private static String name(RecordKey key, ChainGraph graph, Language language) {
        return NodeJson.of(graph, key, language).name();
    }
}

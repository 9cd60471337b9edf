package org.startupatlas.network.route;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.startupatlas.network.model.Link;
import org.startupatlas.network.model.Source;
import org.startupatlas.network.model.Truth;

/** How much a step is worth, by the numbers in {@code network/strengths.properties}. */
@Singleton
public class Strengths {

    private static final String FILE = "/network/strengths.properties";

    private final Map<String, Double> numbers = new HashMap<>();

    Strengths() {
        try (InputStreamReader file =
                new InputStreamReader(Strengths.class.getResourceAsStream(FILE), StandardCharsets.UTF_8)) {
            Properties texts = new Properties();
            texts.load(file);
            texts.stringPropertyNames().forEach(key -> numbers.put(key, Double.valueOf(texts.getProperty(key))));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Returns the strength of a link: that of its kind, of its best source, and of what is known of its validity. */
    public double of(Link link, Truth validity) {
        double confidence = link.sources().stream()
                .map(Source::confidence)
                .mapToDouble(code -> number("confidence." + code, "confidence.none"))
                .max()
                .orElseGet(() -> number("confidence.none", "confidence.none"));
        String kind = "kind." + link.kind().code();
        return number(kind + "." + link.detail(), kind)
                * confidence
                * (validity == Truth.TRUE ? 1 : number("validity.unknown", "validity.unknown"));
    }

    private double number(String key, String general) {
        Double number = numbers.get(key);
        return number == null ? numbers.get(general) : number;
    }
}

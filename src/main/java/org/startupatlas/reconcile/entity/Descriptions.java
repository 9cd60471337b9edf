package org.startupatlas.reconcile.entity;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.startupatlas.schema.Language;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.Vocabularies;

/** Writes a line on each entity, by which entities of the same name differ. */
@Singleton
public final class Descriptions {

    private static final int MAX_SUMMARY_LENGTH = 120;

    private final Vocabularies vocabularies;

    Descriptions(Vocabularies vocabularies) {
        this.vocabularies = vocabularies;
    }

    /** Returns city, country and summary, as far as there are any. */
    public String of(Entity entity, Language language) {
        String place = Stream.of(
                        entity.record().path("city").textValue(),
                        label(ResourceSchema.COUNTRIES, entity.record().path(Property.COUNTRY), language))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        String summary = inLanguage(entity.record().path("summary"), language);
        return Stream.of(place, shortened(summary))
                .filter(Objects::nonNull)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" – "));
    }

    /** Returns the label of a code, in the language or the nearest that it has; null for no code. */
    public String label(String vocabulary, JsonNode code, Language language) {
        if (!code.isTextual()) {
            return null;
        }
        return language.fallbacks().stream()
                .map(each -> each.of(vocabularies.label(vocabulary, code.textValue())))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(code.textValue());
    }

    /** Returns a text in the language, or in the nearest that it has; null if it has none. */
    public static String inLanguage(JsonNode translated, Language language) {
        return language.fallbacks().stream()
                .map(each -> translated.path(each.code()).textValue())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static String shortened(String text) {
        if (text == null || text.length() <= MAX_SUMMARY_LENGTH) {
            return text;
        }
        int end = text.offsetByCodePoints(0, text.codePointCount(0, MAX_SUMMARY_LENGTH - 1));
        return text.substring(0, end).strip() + "…";
    }
}

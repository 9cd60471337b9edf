package org.startupatlas.network.match.criterion;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.text.MessageFormat;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.startupatlas.http.format.TextJson;
import org.startupatlas.record.Translated;
import org.startupatlas.schema.Language;
import org.startupatlas.schema.Vocabularies;

/** Says what came of a criterion, in the three languages. */
@Singleton
public class Sentences {

    private static final Map<Language, ResourceBundle> BUNDLES = new EnumMap<>(Language.class);

    static {
        for (Language language : Language.values()) {
            BUNDLES.put(language, language.texts("network.reasons"));
        }
    }

    /** A sentence that names more of them is not read. */
    private static final int MAX_NAMED = 3;

    private final Vocabularies vocabularies;

    Sentences(Vocabularies vocabularies) {
        this.vocabularies = vocabularies;
    }

    /** Returns what a criterion is called; an object of all three languages for null. */
    public JsonNode label(Criterion criterion, Language language) {
        return TextJson.of(language, each -> label(criterion.code(), each));
    }

    /** Returns the sentence; an object of all three languages for null. */
    public JsonNode sentence(Criterion criterion, Compared compared, Language language) {
        return TextJson.of(language, each -> say(criterion, compared, each));
    }

    private static String label(String criterion, Language language) {
        return BUNDLES.get(language).getString(criterion + ".label");
    }

    private String say(Criterion criterion, Compared compared, Language language) {
        if (compared.outcome() == Outcome.UNKNOWN) {
            return format("unknown." + missing(criterion, compared), language, label(criterion.code(), language));
        }
        return format(
                criterion.code() + "." + form(criterion, compared),
                language,
                words(criterion, compared.ours(), compared.count(), language),
                words(criterion, compared.theirs(), compared.count(), language),
                compared.count());
    }

    private static String missing(Criterion criterion, Compared compared) {
        if (criterion.isOfTheirsOnly() || !compared.ours().isEmpty()) {
            return "theirs";
        }
        return compared.theirs().isEmpty() ? "both" : "ours";
    }

    private static String form(Criterion criterion, Compared compared) {
        if (criterion == Criterion.OPENNESS) {
            return compared.theirs().get(0).code();
        }
        if (compared.outcome() == Outcome.UNMET) {
            return "unmet";
        }
        return compared.closeness() == 1 ? "same" : "near";
    }

    private String words(Criterion criterion, List<Value> values, int count, Language language) {
        List<String> all = values.stream()
                .map(value -> word(criterion, value, language))
                .distinct()
                .toList();
        String separator = BUNDLES.get(language).getString("list.separator");
        // Of many records, only the first are in the list.
        boolean isCounted = criterion == Criterion.SHARED || criterion == Criterion.TRACK_RECORD;
        int total = isCounted ? Math.max(count, all.size()) : all.size();
        return all.size() <= MAX_NAMED
                ? joined(all, separator, BUNDLES.get(language).getString("list.last"))
                : format("list.more", language, String.join(separator, all.subList(0, MAX_NAMED)), total - MAX_NAMED);
    }

    /** Returns {@code A, B and C}. */
    private static String joined(List<String> words, String separator, String last) {
        int end = words.size() - 1;
        return end < 1
                ? String.join(separator, words)
                : String.join(separator, words.subList(0, end)) + last + words.get(end);
    }

    private String word(Criterion criterion, Value value, Language language) {
        if (value.name() != null) {
            return value.name();
        }
        if (criterion == Criterion.LANGUAGE) {
            return Locale.forLanguageTag(value.code()).getDisplayLanguage(language.locale());
        }
        return criterion
                .vocabulary()
                .map(vocabulary -> vocabularies.label(vocabulary, value.code()))
                .flatMap(label -> inLanguage(label, language).findFirst())
                .orElse(value.code());
    }

    private static Stream<String> inLanguage(Translated label, Language language) {
        return language.fallbacks().stream().map(each -> each.of(label)).filter(Objects::nonNull);
    }

    private static String format(String key, Language language, Object... arguments) {
        // Arabic in Morocco has Western digits.
        Locale locale = new Locale.Builder()
                .setLocale(language.locale())
                .setRegion("MA")
                .build();
        return new MessageFormat(BUNDLES.get(language).getString(key), locale).format(arguments);
    }
}

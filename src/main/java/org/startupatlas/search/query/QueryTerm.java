package org.startupatlas.search.query;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.startupatlas.schema.Language;
import org.startupatlas.search.text.Analysis;
import org.startupatlas.search.text.StopWords;

/**
 * A word that somebody asks for, in every form in which the index may hold it.
 *
 * @param word as it was typed, folded
 * @param inNames as names hold it
 * @param stems as texts of each language hold it
 * @param isLast whether it may be the beginning of a longer word that is still being typed
 */
public record QueryTerm(String word, String inNames, Map<Language, String> stems, boolean isLast) {

    public QueryTerm {
        stems = Map.copyOf(stems);
    }

    /** The word in all its forms; empty if nothing is left of it. */
    static Optional<QueryTerm> of(String word, boolean isLast) {
        Map<Language, String> stems = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            first(Analysis.terms(Analysis.of(language), word)).ifPresent(stem -> stems.put(language, stem));
        }
        return first(Analysis.terms(Analysis.NAMES, word))
                .filter(inNames -> stems.size() == Language.values().length)
                .map(inNames -> new QueryTerm(word, inNames, stems, isLast));
    }

    private static Optional<String> first(List<String> terms) {
        return terms.stream().findFirst();
    }

    /** Whether it says nothing by itself. */
    boolean isCommon() {
        return StopWords.include(word);
    }

    /** The longest names are hardly longer; what comes near a longer text would take too long to be found. */
    private static final int LONGEST_MISTYPED = 64;

    /** How many letters may be wrong in a word, as people mistype longer words more often. */
    static int mistakes(String word) {
        if (word.length() < 4 || word.length() > LONGEST_MISTYPED) {
            return 0;
        }
        return word.length() < 8 ? 1 : 2;
    }
}

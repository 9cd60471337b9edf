package org.startupatlas.search.query;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.startupatlas.schema.Language;
import org.startupatlas.search.text.Analysis;
import org.startupatlas.search.text.StopWords;

/**
 * A query term in every form in which the index may contain it.
 *
 * @param word the folded word
 * @param nameTerm the term in names
 * @param stems the stem in texts of each language
 * @param mayBePrefix whether it may be the prefix of a longer word, as the last word is still being typed
 */
public record QueryTerm(String word, String nameTerm, Map<Language, String> stems, boolean mayBePrefix) {

    public QueryTerm {
        stems = Map.copyOf(stems);
    }

    /** Returns the term of a word; empty if nothing is left of the word after analysis. */
    static Optional<QueryTerm> of(String word, boolean mayBePrefix) {
        Map<Language, String> stems = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            first(Analysis.terms(Analysis.of(language), word)).ifPresent(stem -> stems.put(language, stem));
        }
        return first(Analysis.terms(Analysis.NAMES, word))
                .filter(nameTerm -> stems.size() == Language.values().length)
                .map(nameTerm -> new QueryTerm(word, nameTerm, stems, mayBePrefix));
    }

    private static Optional<String> first(List<String> terms) {
        return terms.stream().findFirst();
    }

    /** Returns whether the word is a stop word. */
    boolean isStopWord() {
        return StopWords.include(word);
    }

    /** Names are hardly ever longer, and fuzzy matching of longer terms would take too long. */
    private static final int MAX_FUZZY_LENGTH = 64;

    /** Returns the maximum edit distance of a term: longer words are mistyped more often. */
    static int maxEdits(String word) {
        if (word.length() < 4 || word.length() > MAX_FUZZY_LENGTH) {
            return 0;
        }
        return word.length() < 8 ? 1 : 2;
    }
}

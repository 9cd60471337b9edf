package org.startupatlas.search.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.startupatlas.query.parameter.QueryLimits;
import org.startupatlas.search.text.Analysis;

/**
 * A parsed search query.
 *
 * @param terms the terms, in the order of the query
 * @param joined the query without word boundaries, in each form in which names are indexed
 * @param withSigns the same with the signs that distinguish names (C++, C#); empty if there are none
 */
public record ParsedQuery(List<QueryTerm> terms, List<String> joined, Optional<String> withSigns) {

    /** No folded name is longer, except with characters that fold to whole phrases. */
    private static final int MAX_NAME_LENGTH = 300;

    public ParsedQuery {
        terms = List.copyOf(terms);
        joined = List.copyOf(joined);
    }

    public static ParsedQuery of(String text) {
        List<String> words = Analysis.words(text);
        List<QueryTerm> terms = new ArrayList<>();
        boolean isLastUnfinished = Analysis.isOfWord(text.codePointBefore(text.length()));
        for (int i = 0; i < Math.min(words.size(), QueryLimits.MAX_SEARCH_TERMS); i++) {
            QueryTerm.of(words.get(i), isLastUnfinished && i == words.size() - 1)
                    .ifPresent(terms::add);
        }
        List<String> joined = Analysis.joined(text).stream()
                .map(ParsedQuery::truncate)
                .distinct()
                .toList();
        return new ParsedQuery(
                terms, joined, Analysis.withSigns(restorePluses(text)).map(ParsedQuery::truncate));
    }

    private static String truncate(String name) {
        return name.substring(0, Math.min(name.length(), MAX_NAME_LENGTH));
    }

    /**
     * Restores the pluses of {@code q=C++}, which arrive as spaces if the URL does not escape them. A single trailing
     * space is taken for the start of the next word.
     */
    private static String restorePluses(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == ' ') {
            end--;
        }
        int spaces = text.length() - end;
        return spaces < 2 ? text : text.substring(0, end) + "+".repeat(spaces);
    }

    /** Returns the terms that are not stop words; all terms if all are stop words. */
    List<QueryTerm> significantTerms() {
        List<QueryTerm> significantTerms =
                terms.stream().filter(term -> !term.isStopWord()).toList();
        return significantTerms.isEmpty() ? terms : significantTerms;
    }
}

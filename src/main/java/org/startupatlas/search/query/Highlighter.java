package org.startupatlas.search.query;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.lucene.util.automaton.CharacterRunAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.startupatlas.schema.Language;
import org.startupatlas.search.text.Analysis;
import org.startupatlas.search.text.Analysis.Token;
import org.startupatlas.search.text.IndexedText;

/**
 * Highlights the query terms in texts. The result is HTML with the terms in {@code <mark>} and everything else escaped.
 */
public final class Highlighter {

    /** Longer texts are cut to an excerpt around the first highlighted word. */
    private static final int MAX_EXCERPT_LENGTH = 240;

    /**
     * Longer texts are analyzed only up to this length: a page has hundreds of texts, and each may be as long as a
     * book.
     */
    private static final int MAX_ANALYZED_LENGTH = 20_000;

    /** The length of the excerpt before the first highlighted word. */
    private static final int CONTEXT_LENGTH = 60;

    private static final Map<Character, String> ESCAPED =
            Map.of('&', "&amp;", '<', "&lt;", '>', "&gt;", '"', "&quot;", '\'', "&#39;");

    private final ParsedQuery query;
    private final List<Predicate<String>> fuzzyWords;
    private List<Predicate<String>> fuzzyNames;

    /**
     * Creates a highlighter of a query.
     *
     * @param fuzzyWords the terms that are matched fuzzily
     */
    public Highlighter(ParsedQuery query, List<QueryTerm> fuzzyWords) {
        this.query = query;
        this.fuzzyWords = fuzzyWords.stream()
                .map(QueryTerm::nameTerm)
                .map(Highlighter::fuzzyMatcher)
                .toList();
    }

    private static Predicate<String> fuzzyMatcher(String word) {
        int maxEdits = QueryTerm.maxEdits(word);
        return maxEdits == 0
                ? word::equals
                : new CharacterRunAutomaton(new LevenshteinAutomata(word, true).toAutomaton(maxEdits))::run;
    }

    /** Returns a text as HTML, without highlights. */
    public static String escape(String text) {
        return write(text, List.of());
    }

    /** Returns the text with the query terms highlighted; empty if it contains none. */
    public Optional<String> highlight(IndexedText fullText) {
        IndexedText text = fullText.text().length() <= MAX_ANALYZED_LENGTH
                ? fullText
                : new IndexedText(
                        fullText.field(),
                        fullText.kind(),
                        fullText.language(),
                        fullText.text().substring(0, MAX_ANALYZED_LENGTH));
        Set<Token> matches = text.kind() == IndexedText.Kind.TEXT ? matchesInText(text) : matchesInName(text.text());
        List<Token> inOrder = matches.stream()
                .sorted((one, other) -> Integer.compare(one.start(), other.start()))
                .toList();
        return inOrder.isEmpty() ? Optional.empty() : Optional.of(write(text.text(), inOrder));
    }

    private Set<Token> matchesInText(IndexedText text) {
        Set<Token> matches = new HashSet<>();
        List<Language> languages = text.language() == null ? List.of(Language.values()) : List.of(text.language());
        for (Language language : languages) {
            Set<String> stems = new HashSet<>();
            query.significantTerms().forEach(term -> stems.add(term.stems().get(language)));
            addMatching(matches, Analysis.tokens(Analysis.of(language), text.text()), stems);
        }
        return positions(matches);
    }

    private Set<Token> matchesInName(String name) {
        Set<String> nameTerms = new HashSet<>();
        List<QueryTerm> significantTerms = query.significantTerms();
        for (int i = 0; i < significantTerms.size(); i++) {
            nameTerms.add(significantTerms.get(i).nameTerm());
            if (i > 0) {
                nameTerms.add(significantTerms.get(i - 1).nameTerm()
                        + significantTerms.get(i).nameTerm());
            }
        }
        Set<Token> matches = new HashSet<>();
        List<Token> tokens = Analysis.tokens(Analysis.NAMES, name);
        addMatching(matches, tokens, nameTerms);
        for (int i = 1; i < tokens.size(); i++) {
            if (nameTerms.contains(tokens.get(i - 1).term() + tokens.get(i).term())) {
                matches.add(tokens.get(i - 1));
                matches.add(tokens.get(i));
            }
        }
        addPrefixes(matches, name);
        if (matches.isEmpty()) {
            addLeadingWords(matches, tokens);
        }
        if (matches.isEmpty() && Analysis.joined(name).stream().anyMatch(this::isFuzzyMatch)) {
            matches.addAll(tokens);
        }
        return positions(matches);
    }

    /** Highlights the typed prefix of words that begin with the last query term. */
    private void addPrefixes(Set<Token> matches, String name) {
        for (QueryTerm term : query.terms()) {
            if (term.mayBePrefix()) {
                for (Token token : Analysis.tokens(Analysis.FOLDED, name)) {
                    if (token.term().startsWith(term.word()) && matches.stream().noneMatch(token::overlaps)) {
                        // If folding has changed the number of characters, the whole word is highlighted.
                        boolean isSame = token.term().length() == token.end() - token.start();
                        int end = isSame ? token.start() + term.word().length() : token.end();
                        matches.add(new Token(token.term(), token.start(), end));
                    }
                }
            }
        }
    }

    /** Highlights the first words of a name if their concatenation begins with the query. */
    private void addLeadingWords(Set<Token> matches, List<Token> tokens) {
        for (String typed : query.joined()) {
            String leading = "";
            for (Token token : tokens) {
                leading += token.term();
                if (leading.startsWith(typed)) {
                    matches.addAll(tokens.subList(0, tokens.indexOf(token) + 1));
                    return;
                }
            }
        }
    }

    private void addMatching(Set<Token> matches, List<Token> tokens, Set<String> terms) {
        for (Token token : tokens) {
            if (terms.contains(token.term()) || fuzzyWords.stream().anyMatch(matcher -> matcher.test(token.term()))) {
                matches.add(token);
            }
        }
    }

    /** Built lazily, because the automata take longer than everything else here. */
    private boolean isFuzzyMatch(String joined) {
        if (fuzzyNames == null) {
            fuzzyNames = query.joined().stream().map(Highlighter::fuzzyMatcher).toList();
        }
        return fuzzyNames.stream().anyMatch(matcher -> matcher.test(joined));
    }

    /** Removes duplicates: one position can match several forms of a term. */
    private static Set<Token> positions(Set<Token> tokens) {
        Set<Token> positions = new HashSet<>();
        tokens.forEach(token -> positions.add(new Token("", token.start(), token.end())));
        return positions;
    }

    private static String write(String text, List<Token> matches) {
        int from = 0;
        int to = text.length();
        if (text.length() > MAX_EXCERPT_LENGTH) {
            int first = matches.isEmpty() ? 0 : matches.get(0).start();
            from = startOfWord(text, Math.max(0, first - CONTEXT_LENGTH));
            to = Math.min(text.length(), from + MAX_EXCERPT_LENGTH);
            to -= to < text.length() && Character.isLowSurrogate(text.charAt(to)) ? 1 : 0;
        }
        StringBuilder html = new StringBuilder(from > 0 ? "…" : "");
        int written = from;
        for (Token token : matches) {
            if (token.start() >= written && token.end() <= to) {
                appendEscaped(html, text, written, token.start());
                html.append("<mark>");
                appendEscaped(html, text, token.start(), token.end());
                html.append("</mark>");
                written = token.end();
            }
        }
        appendEscaped(html, text, written, to);
        return html.append(to < text.length() ? "…" : "").toString();
    }

    private static int startOfWord(String text, int at) {
        int start = at;
        while (start > 0 && !Character.isWhitespace(text.charAt(start - 1)) && at - start < CONTEXT_LENGTH) {
            start--;
        }
        return start > 0 && Character.isLowSurrogate(text.charAt(start)) ? start - 1 : start;
    }

    private static void appendEscaped(StringBuilder html, String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            html.append(ESCAPED.getOrDefault(c, String.valueOf(c)));
        }
    }
}

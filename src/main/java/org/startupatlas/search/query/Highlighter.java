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
 * Marks in texts the words that were asked for, so that people see why something was found. What it answers is HTML: the
 * words in {@code <mark>}, everything else escaped.
 */
public final class Highlighter {

    /** Longer texts are cut around the first word that is marked. */
    private static final int LONGEST_EXCERPT = 240;

    /** What is further down in a text is not looked at: a page has hundreds of them, and each may be a book. */
    private static final int LOOKED_THROUGH = 20_000;

    /** So much of an excerpt stands before the first word that is marked. */
    private static final int BEFORE_FIRST = 60;

    private static final Map<Character, String> ESCAPED =
            Map.of('&', "&amp;", '<', "&lt;", '>', "&gt;", '"', "&quot;", '\'', "&#39;");

    private final ParsedQuery asked;
    private final List<Predicate<String>> mistyped;
    private List<Predicate<String>> nearNames;

    /**
     * Marks what was asked for.
     *
     * @param mistyped the words that may be mistyped
     */
    public Highlighter(ParsedQuery asked, List<QueryTerm> mistyped) {
        this.asked = asked;
        this.mistyped =
                mistyped.stream().map(QueryTerm::inNames).map(Highlighter::near).toList();
    }

    private static Predicate<String> near(String word) {
        int mistakes = QueryTerm.mistakes(word);
        return mistakes == 0
                ? word::equals
                : new CharacterRunAutomaton(new LevenshteinAutomata(word, true).toAutomaton(mistakes))::run;
    }

    /** A text in which nothing is marked, as HTML. */
    public static String unmarked(String text) {
        return write(text, List.of());
    }

    /** The text with the words marked; empty if none of them is in it. */
    public Optional<String> mark(IndexedText whole) {
        IndexedText text = whole.text().length() <= LOOKED_THROUGH
                ? whole
                : new IndexedText(
                        whole.field(),
                        whole.kind(),
                        whole.language(),
                        whole.text().substring(0, LOOKED_THROUGH));
        Set<Token> marked = text.kind() == IndexedText.Kind.TEXT ? inText(text) : inName(text.text());
        List<Token> inOrder = marked.stream()
                .sorted((one, other) -> Integer.compare(one.start(), other.start()))
                .toList();
        return inOrder.isEmpty() ? Optional.empty() : Optional.of(write(text.text(), inOrder));
    }

    private Set<Token> inText(IndexedText text) {
        Set<Token> marked = new HashSet<>();
        List<Language> languages = text.language() == null ? List.of(Language.values()) : List.of(text.language());
        for (Language language : languages) {
            Set<String> stems = new HashSet<>();
            asked.telling().forEach(word -> stems.add(word.stems().get(language)));
            addMatching(marked, Analysis.tokens(Analysis.of(language), text.text()), stems);
        }
        return places(marked);
    }

    private Set<Token> inName(String name) {
        Set<String> words = new HashSet<>();
        List<QueryTerm> telling = asked.telling();
        for (int i = 0; i < telling.size(); i++) {
            words.add(telling.get(i).inNames());
            if (i > 0) {
                words.add(telling.get(i - 1).inNames() + telling.get(i).inNames());
            }
        }
        Set<Token> marked = new HashSet<>();
        List<Token> tokens = Analysis.tokens(Analysis.NAMES, name);
        addMatching(marked, tokens, words);
        for (int i = 1; i < tokens.size(); i++) {
            if (words.contains(tokens.get(i - 1).term() + tokens.get(i).term())) {
                marked.add(tokens.get(i - 1));
                marked.add(tokens.get(i));
            }
        }
        addBeginnings(marked, name);
        if (marked.isEmpty()) {
            addBegun(marked, tokens);
        }
        if (marked.isEmpty() && Analysis.joined(name).stream().anyMatch(this::isNear)) {
            marked.addAll(tokens);
        }
        return places(marked);
    }

    /** Of the last word, which may still be being typed, only so much as was typed. */
    private void addBeginnings(Set<Token> marked, String name) {
        for (QueryTerm word : asked.words()) {
            if (word.isLast()) {
                for (Token token : Analysis.tokens(Analysis.FOLDED, name)) {
                    if (token.term().startsWith(word.word()) && marked.stream().noneMatch(token::overlaps)) {
                        // Where folding has made other letters of it, none of them is the typed one.
                        boolean isSame = token.term().length() == token.end() - token.start();
                        int end = isSame ? token.start() + word.word().length() : token.end();
                        marked.add(new Token(token.term(), token.start(), end));
                    }
                }
            }
        }
    }

    /** The first words of a name, where what was typed begins it with its words parted otherwise. */
    private void addBegun(Set<Token> marked, List<Token> tokens) {
        for (String typed : asked.joined()) {
            String begun = "";
            for (Token token : tokens) {
                begun += token.term();
                if (begun.startsWith(typed)) {
                    marked.addAll(tokens.subList(0, tokens.indexOf(token) + 1));
                    return;
                }
            }
        }
    }

    private void addMatching(Set<Token> marked, List<Token> tokens, Set<String> terms) {
        for (Token token : tokens) {
            if (terms.contains(token.term()) || mistyped.stream().anyMatch(near -> near.test(token.term()))) {
                marked.add(token);
            }
        }
    }

    /** What is near to the whole is worked out only for whoever needs it: it takes longer than all else here. */
    private boolean isNear(String joined) {
        if (nearNames == null) {
            nearNames = asked.joined().stream().map(Highlighter::near).toList();
        }
        return nearNames.stream().anyMatch(near -> near.test(joined));
    }

    /** The same place once, whichever of its forms was asked for. */
    private static Set<Token> places(Set<Token> tokens) {
        Set<Token> places = new HashSet<>();
        tokens.forEach(token -> places.add(new Token("", token.start(), token.end())));
        return places;
    }

    private static String write(String text, List<Token> marked) {
        int from = 0;
        int to = text.length();
        if (text.length() > LONGEST_EXCERPT) {
            int first = marked.isEmpty() ? 0 : marked.get(0).start();
            from = wordAt(text, Math.max(0, first - BEFORE_FIRST));
            to = Math.min(text.length(), from + LONGEST_EXCERPT);
            to -= to < text.length() && Character.isLowSurrogate(text.charAt(to)) ? 1 : 0;
        }
        StringBuilder html = new StringBuilder(from > 0 ? "…" : "");
        int written = from;
        for (Token token : marked) {
            if (token.start() >= written && token.end() <= to) {
                escape(html, text, written, token.start());
                html.append("<mark>");
                escape(html, text, token.start(), token.end());
                html.append("</mark>");
                written = token.end();
            }
        }
        escape(html, text, written, to);
        return html.append(to < text.length() ? "…" : "").toString();
    }

    private static int wordAt(String text, int at) {
        int start = at;
        while (start > 0 && !Character.isWhitespace(text.charAt(start - 1)) && at - start < BEFORE_FIRST) {
            start--;
        }
        return start > 0 && Character.isLowSurrogate(text.charAt(start)) ? start - 1 : start;
    }

    private static void escape(StringBuilder html, String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            html.append(ESCAPED.getOrDefault(c, String.valueOf(c)));
        }
    }
}

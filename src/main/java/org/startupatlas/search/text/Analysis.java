package org.startupatlas.search.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.ar.ArabicStemFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.util.CharTokenizer;
import org.startupatlas.record.Folding;
import org.startupatlas.schema.Language;

/**
 * Analyzes texts into the terms of the index and of queries. A word is a run of letters and digits, so apostrophes and
 * hyphens separate words; it is folded and then stemmed by the rules of a language. Names have no language: only what
 * Arabic writes together with a word, such as the article, is removed from their words.
 */
public final class Analysis {

    /** A term of a text with its offsets. */
    public record Token(String term, int start, int end) {

        public boolean overlaps(Token other) {
            return start < other.end && other.start < end;
        }
    }

    /** The analyzer of names. */
    public static final Analyzer NAMES = analyzer(Language.AR);

    /** The analyzer that folds words without stemming them. */
    public static final Analyzer FOLDED = analyzer(UnaryOperator.identity());

    private static final Analyzer FRENCH = analyzer(Language.FR);
    private static final Analyzer ENGLISH = analyzer(Language.EN);

    private Analysis() {}

    /** Returns the analyzer of a language. */
    public static Analyzer of(Language language) {
        return switch (language) {
            case FR -> FRENCH;
            case EN -> ENGLISH;
            case AR -> NAMES;
        };
    }

    /**
     * Stems {@linkplain #words folded words} into the terms that the {@linkplain #of analyzer of the language}
     * produces.
     */
    public static TokenStream stems(Language language, TokenStream words) {
        return switch (language) {
            case FR -> new FrenchLightStemFilter(words);
            case EN -> new PorterStemFilter(words);
            case AR -> new ArabicStemFilter(words);
        };
    }

    /** Returns the terms of a name with these folded words. */
    public static List<String> termsOfName(List<String> words) {
        return collect(stems(Language.AR, new TermStream(words)), CharTermAttribute::toString);
    }

    /** Returns the folded words of a text, without stemming. */
    public static List<String> words(String text) {
        return terms(FOLDED, text);
    }

    /**
     * Returns all letters and digits of a name without word boundaries: with what Arabic writes together with a word
     * and, where that makes a difference, without it.
     */
    public static List<String> joined(String name) {
        return joined(terms(NAMES, name), words(name));
    }

    /** Returns the same for a name that is analyzed already. */
    public static List<String> joined(List<String> terms, List<String> words) {
        return Stream.of(terms, words)
                .map(parts -> String.join("", parts))
                .distinct()
                .toList();
    }

    /**
     * Returns the name without word boundaries, but with the signs that distinguish it: {@code +} and {@code #} after a
     * letter or digit, a point before one (C++, C#, .NET). Empty for a name without such signs.
     */
    public static Optional<String> withSigns(String name) {
        int[] points = Folding.fold(name).codePoints().toArray();
        StringBuilder result = new StringBuilder();
        boolean hasSigns = false;
        boolean isAfterWord = false;
        for (int i = 0; i < points.length; i++) {
            boolean isWord = isOfWord(points[i]);
            boolean isPrefixSign = points[i] == '.' && !isAfterWord && i + 1 < points.length && isOfWord(points[i + 1]);
            boolean isSuffixSign = isAfterWord && (points[i] == '+' || points[i] == '#');
            if (isWord || isPrefixSign || isSuffixSign) {
                result.appendCodePoint(points[i]);
            }
            hasSigns |= isPrefixSign || isSuffixSign;
            isAfterWord = isWord || isSuffixSign;
        }
        return hasSigns ? Optional.of(result.toString()) : Optional.empty();
    }

    /** Returns the terms of a text in order. */
    public static List<String> terms(Analyzer analyzer, String text) {
        return collect(analyzer.tokenStream("", text), CharTermAttribute::toString);
    }

    /** Returns the terms of a text in order, with their offsets. */
    public static List<Token> tokens(Analyzer analyzer, String text) {
        TokenStream stream = analyzer.tokenStream("", text);
        OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
        return collect(stream, term -> new Token(term.toString(), offset.startOffset(), offset.endOffset()));
    }

    private static <T> List<T> collect(TokenStream stream, Function<CharTermAttribute, T> read) {
        List<T> terms = new ArrayList<>();
        try (stream) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                terms.add(read.apply(term));
            }
            stream.end();
        } catch (IOException neverInMemory) {
            throw new UncheckedIOException(neverInMemory);
        }
        return terms;
    }

    private static Analyzer analyzer(Language language) {
        return analyzer(words -> stems(language, words));
    }

    private static Analyzer analyzer(UnaryOperator<TokenStream> stem) {
        return new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                Tokenizer words = CharTokenizer.fromTokenCharPredicate(Analysis::isOfWord);
                return new TokenStreamComponents(words, stem.apply(new FoldingFilter(words)));
            }
        };
    }

    /**
     * Returns whether a code point belongs to a word: letters, digits, and combining marks, which belong to the letter
     * before them.
     */
    public static boolean isOfWord(int point) {
        return Character.isLetterOrDigit(point)
                || Character.getType(point) == Character.NON_SPACING_MARK
                || Character.getType(point) == Character.COMBINING_SPACING_MARK;
    }
}

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
 * How a text becomes the terms that the index holds and that queries ask for. A word is a run of letters and digits,
 * so apostrophes and hyphens part words; it is folded, and then reduced to its stem by the rules of a language. Names
 * have no language: of their words, only what Arabic writes together with them (the article) is taken off.
 */
public final class Analysis {

    /** A word of a text, and where it stands there. */
    public record Token(String term, int start, int end) {

        public boolean overlaps(Token other) {
            return start < other.end && other.start < end;
        }
    }

    /** The words of names. */
    public static final Analyzer NAMES = analyzer(Language.AR);

    /** The words as they are, folded. */
    public static final Analyzer FOLDED = analyzer(UnaryOperator.identity());

    private static final Analyzer FRENCH = analyzer(Language.FR);
    private static final Analyzer ENGLISH = analyzer(Language.EN);

    private Analysis() {}

    /** How texts in a language are reduced. */
    public static Analyzer of(Language language) {
        return switch (language) {
            case FR -> FRENCH;
            case EN -> ENGLISH;
            case AR -> NAMES;
        };
    }

    /** The stems of {@linkplain #words folded words}: the terms that the {@linkplain #of analyzer of the language} makes. */
    public static TokenStream stems(Language language, TokenStream words) {
        return switch (language) {
            case FR -> new FrenchLightStemFilter(words);
            case EN -> new PorterStemFilter(words);
            case AR -> new ArabicStemFilter(words);
        };
    }

    /** The terms of a name with these folded words. */
    public static List<String> termsOfName(List<String> words) {
        return collected(stems(Language.AR, new TermStream(words)), CharTermAttribute::toString);
    }

    /** The words of a text as they are, folded. */
    public static List<String> words(String text) {
        return terms(FOLDED, text);
    }

    /**
     * All letters and digits of a name run together, so that it does not matter where its words are parted: with and,
     * where that makes a difference, without what Arabic writes together with words.
     */
    public static List<String> joined(String name) {
        return joined(terms(NAMES, name), words(name));
    }

    /** The same of a name whose terms and whose words are known. */
    public static List<String> joined(List<String> terms, List<String> words) {
        return Stream.of(terms, words)
                .map(parts -> String.join("", parts))
                .distinct()
                .toList();
    }

    /**
     * The name run together with the signs that tell it from others: {@code +} and {@code #} behind a letter or digit, a
     * point before one (C++, C#, .NET). Empty for a name without any.
     */
    public static Optional<String> signed(String name) {
        int[] points = Folding.fold(name).codePoints().toArray();
        StringBuilder signed = new StringBuilder();
        boolean isSigned = false;
        boolean isBehindWord = false;
        for (int i = 0; i < points.length; i++) {
            boolean isWord = isOfWord(points[i]);
            boolean isBefore = points[i] == '.' && !isBehindWord && i + 1 < points.length && isOfWord(points[i + 1]);
            boolean isBehind = isBehindWord && (points[i] == '+' || points[i] == '#');
            if (isWord || isBefore || isBehind) {
                signed.appendCodePoint(points[i]);
            }
            isSigned |= isBefore || isBehind;
            isBehindWord = isWord || isBehind;
        }
        return isSigned ? Optional.of(signed.toString()) : Optional.empty();
    }

    /** The terms of a text, in its order. */
    public static List<String> terms(Analyzer analyzer, String text) {
        return collected(analyzer.tokenStream("", text), CharTermAttribute::toString);
    }

    /** The terms of a text and where they stand, in its order. */
    public static List<Token> tokens(Analyzer analyzer, String text) {
        TokenStream stream = analyzer.tokenStream("", text);
        OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
        return collected(stream, term -> new Token(term.toString(), offset.startOffset(), offset.endOffset()));
    }

    private static <T> List<T> collected(TokenStream stream, Function<CharTermAttribute, T> read) {
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

    /** Vowel marks and accents belong to the letter before them. */
    public static boolean isOfWord(int point) {
        return Character.isLetterOrDigit(point)
                || Character.getType(point) == Character.NON_SPACING_MARK
                || Character.getType(point) == Character.COMBINING_SPACING_MARK;
    }
}

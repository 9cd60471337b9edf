package org.startupatlas.resource.vocabulary;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.startupatlas.record.Folding;

/**
 * Computes the keys by which a label is found when it is written differently: a blank, a hyphen and nothing are the
 * same, {@code &}, {@code et}, {@code and} and {@code و} are left out like articles, and so are the endings of gender
 * and number.
 */
final class LabelKeys {

    /** Words without a meaning of their own: conjunctions, articles, prepositions, and what kind of thing a label is. */
    private static final Set<String> SMALL_WORDS = Set.of(
            "and", "et", "و", "the", "le", "la", "les", "l", "d", "de", "du", "des", "of", "region", "secteur",
            "sector", "جهه", "قطاع");

    private static final String ARABIC_ARTICLE = "ال";
    private static final String ARABIC_AND_THE = "وال";
    private static final String ARABIC_FEMININE = "ه";
    private static final String ARABIC_PLURAL = "ات";

    /** Shorter stems would be shared by words that have nothing in common. */
    private static final int MIN_STEM = 4;

    private static final int MIN_ARABIC_STEM = 3;

    private LabelKeys() {}

    /**
     * Returns the keys of a text, one or two: the stems of its words joined, and the stem of its words joined, because
     * people write a compound with and without a blank. Empty if it has neither letter nor digit.
     */
    static List<String> of(String text) {
        List<String> words = words(Folding.fold(text));
        List<String> stems = words.stream().map(LabelKeys::stem).toList();
        String joined = stem(String.join("", words));
        String ofStems = String.join("", stems);
        if (ofStems.isEmpty()) {
            return List.of();
        }
        return ofStems.equals(joined) ? List.of(ofStems) : List.of(ofStems, joined);
    }

    /** Returns the words that mean something; all words if none does. */
    private static List<String> words(String folded) {
        List<String> all = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        folded.codePoints().forEach(point -> {
            if (Character.isLetterOrDigit(point)) {
                word.appendCodePoint(point);
            } else if (point != '.') { // a dot is part of a word: U.S.A.
                addTo(all, word);
            }
        });
        addTo(all, word);
        List<String> meaningful =
                all.stream().filter(each -> !SMALL_WORDS.contains(each)).toList();
        return (meaningful.isEmpty() ? all : meaningful)
                .stream().map(LabelKeys::withoutArticle).toList();
    }

    private static void addTo(List<String> words, StringBuilder word) {
        if (word.length() > 0) {
            words.add(word.toString());
            word.setLength(0);
        }
    }

    private static String withoutArticle(String word) {
        if (word.startsWith(ARABIC_AND_THE) && word.length() >= ARABIC_AND_THE.length() + MIN_ARABIC_STEM) {
            return word.substring(ARABIC_AND_THE.length());
        }
        boolean hasArticle =
                word.startsWith(ARABIC_ARTICLE) && word.length() >= ARABIC_ARTICLE.length() + MIN_ARABIC_STEM;
        return hasArticle ? word.substring(ARABIC_ARTICLE.length()) : word;
    }

    private static String stem(String word) {
        if (word.endsWith(ARABIC_PLURAL) && word.length() >= ARABIC_PLURAL.length() + MIN_ARABIC_STEM) {
            return word.substring(0, word.length() - ARABIC_PLURAL.length());
        }
        if (word.endsWith(ARABIC_FEMININE) && word.length() > MIN_ARABIC_STEM) {
            return word.substring(0, word.length() - ARABIC_FEMININE.length());
        }
        int end = word.length();
        while (end > MIN_STEM && "sxe".indexOf(word.charAt(end - 1)) >= 0) {
            end--;
        }
        // Tunisienne, active, technology: the masculine or the plural ends otherwise.
        if (end > MIN_STEM && isLatin(word.charAt(end - 1)) && word.charAt(end - 1) == word.charAt(end - 2)) {
            end--;
        }
        return lastLetterUnified(word.substring(0, end));
    }

    private static String lastLetterUnified(String stem) {
        int last = stem.length() - 1;
        if (last < MIN_STEM - 1) {
            return stem;
        }
        String before = stem.substring(0, last);
        return switch (stem.charAt(last)) {
            case 'v' -> before + 'f';
            case 'y' -> before + 'i';
            case 'u' -> before.endsWith("a") ? before + 'l' : stem;
            default -> stem;
        };
    }

    private static boolean isLatin(char letter) {
        return letter >= 'a' && letter <= 'z';
    }
}

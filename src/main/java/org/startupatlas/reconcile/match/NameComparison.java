package org.startupatlas.reconcile.match;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.startupatlas.query.parameter.DidYouMean;
import org.startupatlas.reconcile.entity.Entity;
import org.startupatlas.record.Folding;
import org.startupatlas.record.NameKeys;

/** Compares a text with the names of entities. */
final class NameComparison {

    /** The score of names that are not the same has to be below that of the same name. */
    private static final double MAX_SIMILARITY = 0.99;

    /** Other names than the record's own and words in another order count for a little less. */
    private static final double OF_OTHER_NAME = 0.98;

    private static final double OF_WORDS = 0.92;

    /** An acronym may belong to an unregistered organisation. */
    private static final double OF_ACRONYM = 90;

    /** A word and its beginning, such as Casa for Casablanca, are as alike as this. */
    private static final double OF_BEGINNING = 0.9;

    private static final int MIN_BEGINNING = 3;

    /** Words that have less in common are different words. */
    private static final double MIN_WORD_SIMILARITY = 0.7;

    /** Longer texts are not compared letter by letter: the cost is the product of the lengths. */
    private static final int MAX_LENGTH = 120;

    /** Shorter names are the same only with their punctuation: C&A is not CA. */
    private static final int MIN_KEY_LENGTH = 4;

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final String folded;
    private final String key;
    private final List<String> words;

    NameComparison(String text) {
        this.folded = Folding.fold(text.strip());
        this.key = NameKeys.of(text).match();
        this.words = words(text);
    }

    /** Returns how like the text is to the name of an entity that is likest. */
    NameLikeness with(Entity entity) {
        NameLikeness best = new NameLikeness(0, false, false, false);
        for (Entity.Name name : entity.names()) {
            NameLikeness each = with(name);
            best = best.isBetterThan(each) ? best : each;
        }
        return best;
    }

    private NameLikeness with(Entity.Name name) {
        String other = NameKeys.of(name.text()).match();
        boolean isSame =
                key.equals(other) && (key.length() >= MIN_KEY_LENGTH || folded.equals(Folding.fold(name.text())));
        return isSame
                ? new NameLikeness(name.isAcronym() ? OF_ACRONYM : 100, true, name.isMain(), name.isAcronym())
                : different(name, other);
    }

    private NameLikeness different(Entity.Name name, String other) {
        double similarity = key.length() > MAX_LENGTH || other.length() > MAX_LENGTH
                ? 0
                : Math.max(DidYouMean.similarity(key, other), OF_WORDS * commonWords(name.text()));
        double weight = name.isMain() ? 1 : OF_OTHER_NAME;
        return new NameLikeness(100 * weight * Math.min(similarity, MAX_SIMILARITY), false, name.isMain(), false);
    }

    /** Returns which part of the letters of both names is in words that both have, in any order. */
    private double commonWords(String name) {
        List<String> others = words(name);
        int length = length(words) + length(others);
        return length == 0 ? 0 : (common(words, others) + common(others, words)) / length;
    }

    private static double common(List<String> words, List<String> others) {
        return words.stream()
                .mapToDouble(word -> word.length()
                        * others.stream()
                                .mapToDouble(other -> similarity(word, other))
                                .filter(similarity -> similarity >= MIN_WORD_SIMILARITY)
                                .max()
                                .orElse(0))
                .sum();
    }

    private static double similarity(String word, String other) {
        boolean isBeginning = Math.min(word.length(), other.length()) >= MIN_BEGINNING
                && (word.startsWith(other) || other.startsWith(word));
        double similarity = DidYouMean.similarity(word, other);
        return isBeginning ? Math.max(similarity, OF_BEGINNING) : similarity;
    }

    private static int length(List<String> words) {
        return words.stream().mapToInt(String::length).sum();
    }

    private static List<String> words(String text) {
        return Arrays.stream(BETWEEN_WORDS.split(Folding.fold(text)))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}

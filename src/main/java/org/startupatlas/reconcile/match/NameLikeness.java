package org.startupatlas.reconcile.match;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.startupatlas.query.parameter.DidYouMean;
import org.startupatlas.reconcile.entity.Entity;
import org.startupatlas.record.Folding;
import org.startupatlas.record.NameKeys;

/**
 * How like a text is to the names of an entity.
 *
 * @param score from 0 to 100; 100 only for the same name, unless it is an acronym
 * @param isSame whether the entity has the name, however it is spelled
 * @param isMain whether it is the name of the record rather than another name
 * @param isAcronym whether it is only the same as an acronym
 */
record NameLikeness(double score, boolean isSame, boolean isMain, boolean isAcronym) {

    /** The score of names that are not the same has to be below that of the same name. */
    private static final double MAX_SIMILARITY = 0.99;

    /** Other names than the record's own and words in another order count for a little less. */
    private static final double OF_OTHER_NAME = 0.98;

    private static final double OF_WORDS = 0.92;

    /** An acronym may be that of somebody who is not registered. */
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

    static NameLikeness of(String text, Entity entity) {
        String key = NameKeys.of(text).match();
        NameLikeness best = new NameLikeness(0, false, false, false);
        for (Entity.Name name : entity.names()) {
            NameLikeness each = isSame(text, key, name.text())
                    ? new NameLikeness(name.isAcronym() ? OF_ACRONYM : 100, true, name.isMain(), name.isAcronym())
                    : different(text, key, name);
            best = best.isBetterThan(each) ? best : each;
        }
        return best;
    }

    private static boolean isSame(String text, String key, String name) {
        return key.equals(NameKeys.of(name).match())
                && (key.length() >= MIN_KEY_LENGTH || Folding.fold(text.strip()).equals(Folding.fold(name)));
    }

    /** The name of the record before another name, that before an acronym, and the same name before a similar one. */
    private boolean isBetterThan(NameLikeness other) {
        return rank() == other.rank() ? score >= other.score : rank() > other.rank();
    }

    private int rank() {
        if (!isSame) {
            return 0;
        }
        int ofOtherName = isAcronym ? 1 : 2;
        return isMain ? 3 : ofOtherName;
    }

    private static NameLikeness different(String text, String key, Entity.Name name) {
        String other = NameKeys.of(name.text()).match();
        double similarity = key.length() > MAX_LENGTH || other.length() > MAX_LENGTH
                ? 0
                : Math.max(DidYouMean.similarity(key, other), OF_WORDS * commonWords(text, name.text()));
        double weight = name.isMain() ? 1 : OF_OTHER_NAME;
        return new NameLikeness(100 * weight * Math.min(similarity, MAX_SIMILARITY), false, name.isMain(), false);
    }

    /** Returns which part of the letters of both names is in words that both have, in any order. */
    private static double commonWords(String one, String other) {
        List<String> words = words(one);
        List<String> others = words(other);
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

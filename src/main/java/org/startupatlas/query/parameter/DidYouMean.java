package org.startupatlas.query.parameter;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.startupatlas.record.Folding;

/** Finds the valid word closest to an invalid one. */
public final class DidYouMean {

    /** Longer words are not compared: they are not typing errors, and the cost is the product of the lengths. */
    private static final int MAX_LENGTH = 80;

    private DidYouMean() {}

    /**
     * Returns the word with the smallest edit distance (insertion, deletion, substitution, transposition), if it is
     * small enough: at most two edits and one more for every eight letters, but fewer than half the letters. Otherwise
     * returns the only word that begins with the typed text, if there is exactly one.
     */
    public static Optional<String> nearest(String typed, Collection<String> words) {
        return allNearest(typed, words).stream().findFirst();
    }

    /** Returns all words with the smallest edit distance, in alphabetical order. */
    public static List<String> allNearest(String typed, Collection<String> words) {
        if (typed.length() > MAX_LENGTH) {
            return List.of();
        }
        String folded = Folding.fold(typed);
        List<Candidate> candidates = words.stream()
                .map(word -> new Candidate(word, distance(folded, Folding.fold(word))))
                .filter(candidate -> candidate.edits <= maxEdits(folded))
                .sorted(Comparator.comparingInt((Candidate candidate) -> candidate.edits)
                        .thenComparing(candidate -> candidate.word))
                .toList();
        return candidates.isEmpty()
                ? uniquePrefixMatch(folded, words).stream().toList()
                : candidates.stream()
                        .filter(candidate -> candidate.edits == candidates.get(0).edits)
                        .map(candidate -> candidate.word)
                        .toList();
    }

    /** Returns the similarity of two texts, from 1 if they are equal to 0 if they have nothing in common. */
    public static double similarity(String one, String other) {
        int maxLength = Math.max(one.length(), other.length());
        return maxLength == 0 ? 1 : 1 - (double) distance(one, other) / maxLength;
    }

    private record Candidate(String word, int edits) {}

    private static int maxEdits(String word) {
        return Math.min(2 + word.length() / 8, Math.max(1, (word.length() - 1) / 2));
    }

    private static Optional<String> uniquePrefixMatch(String folded, Collection<String> words) {
        var matches = words.stream()
                .filter(word -> folded.length() >= 3 && Folding.fold(word).startsWith(folded))
                .limit(2)
                .toList();
        return matches.size() == 1 ? Optional.of(matches.get(0)) : Optional.empty();
    }

    /** Returns the optimal string alignment distance (Damerau 1964, restricted to adjacent transpositions). */
    private static int distance(String a, String b) {
        int[][] edits = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                edits[i][j] = i == 0 || j == 0 ? i + j : minEdits(edits, a, b, i, j);
            }
        }
        return edits[a.length()][b.length()];
    }

    private static int minEdits(int[][] edits, String a, String b, int i, int j) {
        int substitution = edits[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int best = Math.min(substitution, 1 + Math.min(edits[i - 1][j], edits[i][j - 1]));
        boolean transposed = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return transposed ? Math.min(best, edits[i - 2][j - 2] + 1) : best;
    }
}

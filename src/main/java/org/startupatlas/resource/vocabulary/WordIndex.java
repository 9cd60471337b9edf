package org.startupatlas.resource.vocabulary;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.startupatlas.query.parameter.DidYouMean;
import org.startupatlas.record.Folding;

/** Finds the codes of one vocabulary by the words that people use for them. */
final class WordIndex {

    /** In the place of a code: the words denote several. */
    private static final String SEVERAL = "";

    /** What stands between two names of one thing: Maroc (MA), Morocco / Maroc, Korea, Republic of. */
    private static final Pattern BETWEEN_NAMES = Pattern.compile("[()\\[\\]/|,،;]|\\s[-–—]\\s");

    /** Longer texts are not taken apart. */
    private static final int MAX_LENGTH = 200;

    private static final Pattern FLAG = Pattern.compile("[\\x{1F1E6}-\\x{1F1FF}]{2}");
    private static final int FLAG_OF_A = 0x1F1E6;

    /** Bounds the memory of suggestions; a file repeats the few words that it has wrong. */
    private static final int MAX_SUGGESTIONS = 1_000;

    /** Shorter words are like too many others. */
    private static final int MIN_SUGGESTED = 4;

    /** Minimum similarity of a word to what is suggested in its place. */
    private static final double MIN_SIMILARITY = 0.7;

    private final Map<String, String> exact = new HashMap<>();
    private final Map<String, String> loose = new HashMap<>();
    /** More codes at the same distance, as of a word of two letters, help nobody. */
    private static final int MAX_NEAREST = 3;

    private final Map<String, List<String>> suggestions = new ConcurrentHashMap<>();

    /** Adds words for a code; words that an earlier code has are kept for it. */
    void add(String code, Collection<String> words) {
        words.stream().filter(Objects::nonNull).forEach(word -> {
            exact.putIfAbsent(Folding.fold(word), code);
            LabelKeys.of(word)
                    .forEach(key -> loose.merge(key, code, (one, other) -> one.equals(other) ? one : SEVERAL));
        });
    }

    /** Returns the code that is a text, or has it among its words. */
    Optional<String> codeOfLabel(String text) {
        return text.length() > MAX_LENGTH ? Optional.empty() : Optional.ofNullable(exact.get(Folding.fold(text)));
    }

    /** Returns the code of a text; empty if it means none, or several. */
    Optional<String> codeOf(String text) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        // A flag is no letter, and would not count in the words.
        return FLAG.matcher(text).find() ? codeOfParts(text) : codeOfWords(text).or(() -> codeOfParts(text));
    }

    private Optional<String> codeOfWords(String text) {
        String code = exact.get(Folding.fold(text));
        if (code != null) {
            return Optional.of(code);
        }
        List<String> codes = LabelKeys.of(text).stream()
                .map(loose::get)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return codes.size() == 1 && !codes.get(0).equals(SEVERAL) ? Optional.of(codes.get(0)) : Optional.empty();
    }

    /** Returns the code that all parts of a text mean, such as a name and its flag or its code in brackets. */
    private Optional<String> codeOfParts(String text) {
        List<String> parts = new ArrayList<>();
        Matcher flags = FLAG.matcher(text);
        while (flags.find()) {
            parts.add(letters(flags.group()));
        }
        for (String part : BETWEEN_NAMES.split(flags.replaceAll(" , "))) {
            if (!part.isBlank()) {
                parts.add(part);
            }
        }
        if (parts.size() == 1 && parts.get(0).equals(text)) {
            return Optional.empty();
        }
        Set<Optional<String>> codes = new HashSet<>();
        parts.forEach(part -> codes.add(codeOfWords(part)));
        return codes.size() == 1 ? codes.iterator().next() : Optional.empty();
    }

    /** Returns the two letters of a flag. */
    private static String letters(String flag) {
        StringBuilder letters = new StringBuilder();
        flag.codePoints().forEach(point -> letters.append((char) ('A' + point - FLAG_OF_A)));
        return letters.toString();
    }

    /** Returns the codes that are, or whose words are, nearest to a text that means none. */
    List<String> nearest(String text, List<String> codes) {
        String folded = Folding.fold(text);
        List<String> known = suggestions.get(folded);
        if (known != null) {
            return known;
        }
        List<String> found = DidYouMean.allNearest(text, codes);
        if (found.isEmpty() || found.size() > MAX_NEAREST) {
            found = nearestWords(folded);
        }
        if (suggestions.size() < MAX_SUGGESTIONS) {
            suggestions.put(folded, found);
        }
        return found;
    }

    private List<String> nearestWords(String folded) {
        List<String> words = exact.keySet().stream()
                .filter(word -> word.length() >= MIN_SUGGESTED)
                .filter(word -> Math.abs(word.length() - folded.length()) < folded.length() / 2)
                .toList();
        List<String> similar = DidYouMean.allNearest(folded, words).stream()
                .filter(word -> DidYouMean.similarity(folded, word) >= MIN_SIMILARITY)
                .map(exact::get)
                .distinct()
                .toList();
        return similar.isEmpty() || similar.size() > MAX_NEAREST ? onlyCodeIn(folded) : similar;
    }

    /** Returns the code of the words that a text contains, if all of them have the same: Maroc (Casablanca). */
    private List<String> onlyCodeIn(String folded) {
        String text = padded(folded);
        List<String> found = exact.keySet().stream()
                .filter(word -> word.length() >= MIN_SUGGESTED && text.contains(padded(word)))
                .map(exact::get)
                .distinct()
                .toList();
        return found.size() == 1 ? found : List.of();
    }

    private static String padded(String words) {
        return " " + BETWEEN_NAMES.matcher(words).replaceAll(" ") + " ";
    }
}

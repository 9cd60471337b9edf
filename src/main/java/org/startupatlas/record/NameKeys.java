package org.startupatlas.record;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The keys by which a record is found when its name is spelled differently.
 *
 * @param match the folded name without punctuation, spaces and legal forms: names with the same key are the same
 * @param rough the match key without vowels after the first letter and without doubled letters: names with the same
 *     key may be misspellings of each other
 */
public record NameKeys(String match, String rough) {

    /** Legal forms at the end of a company's name; au is the end of SARL AU. */
    private static final Set<String> SUFFIXES = Set.of(
            "sarl",
            "sarlau",
            "au",
            "sa",
            "sas",
            "sasu",
            "snc",
            "scs",
            "sca",
            "scop",
            "gie",
            "eurl",
            "ltd",
            "limited",
            "llc",
            "llp",
            "plc",
            "inc",
            "incorporated",
            "corp",
            "corporation",
            "co",
            "company",
            "gmbh",
            "ag",
            "kg",
            "se",
            "bv",
            "nv",
            "spa",
            "srl",
            "sl",
            "slu",
            "lda",
            "oy",
            "ab",
            "as",
            "aps",
            "pty",
            "شم",
            "شذمم",
            "شمم");

    private static final Set<String> PREFIXES = Set.of("ste", "societe", "sarl", "شركه");

    private static final String VOWELS = "aeiouy";

    /** Shorter rough keys would be shared by a large part of the registry. */
    private static final int MIN_ROUGH_LENGTH = 3;

    /** Returns the keys of a name. */
    public static NameKeys of(String name) {
        List<String> words = words(Folding.fold(name));
        int from = 0;
        int to = words.size();
        while (to - from > 1 && SUFFIXES.contains(words.get(to - 1))) {
            to--;
        }
        while (to - from > 1 && PREFIXES.contains(words.get(from))) {
            from++;
        }
        String match = String.join("", words.subList(from, to));
        String rough = rough(match);
        return new NameKeys(match, rough.length() < MIN_ROUGH_LENGTH ? match : rough);
    }

    /** Returns the match key as it is stored. */
    public byte[] matchBytes() {
        return match.getBytes(StandardCharsets.UTF_8);
    }

    /** Returns the rough key as it is stored. */
    public byte[] roughBytes() {
        return rough.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Splits a name into words. A dot or an apostrophe is part of a word (S.A.R.L., L'Atelier); all other characters
     * that are not letters or digits separate words.
     */
    private static List<String> words(String folded) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < folded.length(); i += Character.charCount(folded.codePointAt(i))) {
            int point = folded.codePointAt(i);
            if (Character.isLetterOrDigit(point)) {
                word.appendCodePoint(point);
            } else if (point != '.' && point != '\'' && word.length() > 0) {
                words.add(word.toString());
                word.setLength(0);
            }
        }
        if (word.length() > 0) {
            words.add(word.toString());
        }
        return words.isEmpty() ? List.of(folded) : words;
    }

    private static String rough(String match) {
        StringBuilder rough = new StringBuilder();
        int[] points = match.codePoints().toArray();
        for (int i = 0; i < points.length; i++) {
            boolean isDoubled = i > 0 && points[i] == points[i - 1] && !Character.isDigit(points[i]);
            boolean isVowel = i > 0 && VOWELS.indexOf(points[i]) >= 0;
            if (!isDoubled && !isVowel) {
                rough.appendCodePoint(points[i]);
            }
        }
        return rough.toString();
    }
}

package org.startupatlas.record;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * By what a record is found again whose name is written differently.
 *
 * @param match the folded name without punctuation, spaces and legal forms: names that are equal in it are the same
 * @param rough that without vowels behind the first letter and without doubled letters: names that are equal in it may
 *     be the same, mistyped
 */
public record NameKeys(String match, String rough) {

    /** What stands behind the name of a company and says only what kind of company it is; au is the end of SARL AU. */
    private static final Set<String> BEHIND = Set.of(
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

    private static final Set<String> BEFORE = Set.of("ste", "societe", "sarl", "شركه");

    private static final String VOWELS = "aeiouy";

    /** A shorter one would be that of half the registry. */
    private static final int SHORTEST_ROUGH = 3;

    /** The keys of a name. */
    public static NameKeys of(String name) {
        List<String> words = words(Folding.fold(name));
        int from = 0;
        int to = words.size();
        while (to - from > 1 && BEHIND.contains(words.get(to - 1))) {
            to--;
        }
        while (to - from > 1 && BEFORE.contains(words.get(from))) {
            from++;
        }
        String match = String.join("", words.subList(from, to));
        String rough = rough(match);
        return new NameKeys(match, rough.length() < SHORTEST_ROUGH ? match : rough);
    }

    /** The first key as the bytes that are stored. */
    public byte[] matchBytes() {
        return match.getBytes(StandardCharsets.UTF_8);
    }

    /** The second key as the bytes that are stored. */
    public byte[] roughBytes() {
        return rough.getBytes(StandardCharsets.UTF_8);
    }

    /** A dot or an apostrophe stands inside a word (S.A.R.L., L'Atelier), whatever else is no letter between words. */
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

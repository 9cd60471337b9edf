package org.startupatlas.imports.file.header;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.startupatlas.record.Folding;

/**
 * What a header says besides the name of a column: remarks in brackets, footnote marks, units, and the words of which the
 * name consists, without number, articles and prepositions.
 */
final class HeaderWords {

    private static final Pattern REMARK = Pattern.compile("[(\\[{（][^)\\]}）]*[)\\]}）]?");
    private static final Pattern FOOTNOTE = Pattern.compile("[*†‡¹²³⁴-⁹°:]+\\s*$");
    private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}\\p{Nd}]+");
    private static final Pattern BETWEEN_NAMES = Pattern.compile("\\s*[/|\\n\\r]+\\s*|\\s+[-–—:]+\\s+");

    private static final Set<String> PARTICLES = Set.of("de", "du", "des", "d", "l", "le", "la", "les", "the", "of");

    /** Units that say nothing more than the field does. */
    private static final Set<String> UNITS =
            Set.of("etp", "fte", "eur", "euro", "euros", "mad", "dh", "dhs", "usd", "en", "in");

    /** Words of a remark by which the numbers are multiples: 5 in a column of millions is not the sum of 5. */
    private static final Set<String> SCALES = Set.of(
            "m",
            "k",
            "mn",
            "bn",
            "md",
            "mds",
            "mrd",
            "mdh",
            "mdhs",
            "kdh",
            "mmad",
            "kmad",
            "meur",
            "keur",
            "musd",
            "kusd",
            "million",
            "millions",
            "millier",
            "milliers",
            "milliard",
            "milliards",
            "thousand",
            "thousands",
            "billion",
            "billions",
            "mille",
            "000",
            "الف",
            "الاف",
            "مليون",
            "ملايين",
            "مليار");

    /** Words of a remark by which the column is about a person, or another organisation. */
    private static final Set<String> OTHERS = Set.of(
            "contact",
            "gerant",
            "dirigeant",
            "fondateur",
            "fondatrice",
            "fondateurs",
            "founder",
            "founders",
            "ceo",
            "responsable",
            "person",
            "personne",
            "directeur",
            "manager",
            "owner",
            "representant",
            "porteur",
            "prenom",
            "first",
            "last",
            "investisseur",
            "investor",
            "client",
            "المؤسس",
            "المدير",
            "المسؤول");

    private HeaderWords() {}

    /** Returns a header without remarks in brackets and footnote marks. */
    static String withoutRemarks(String header) {
        String bare = REMARK.matcher(header).replaceAll(" ").strip();
        return FOOTNOTE.matcher(bare).replaceAll("").strip();
    }

    /** Whether the remarks of a header say that its numbers are multiples. */
    static boolean isScaled(String header) {
        return remarkHas(header, SCALES);
    }

    /** Whether the remarks of a header say that the column is about something else than the record. */
    static boolean isOfOthers(String header) {
        return remarkHas(header, OTHERS);
    }

    private static boolean remarkHas(String header, Set<String> words) {
        // A currency sign is no letter: "M€" is the word "m".
        return REMARK.matcher(header)
                .results()
                .flatMap(remark -> words(remark.group()).stream())
                .anyMatch(words::contains);
    }

    /** Returns the names in a header that gives the name of a column in several languages or words. */
    static List<String> names(String header) {
        return List.of(BETWEEN_NAMES.split(header));
    }

    /** Returns the words of a name in the singular, without particles and units. */
    static List<String> stems(String name) {
        List<String> stems = new ArrayList<>();
        for (String word : words(name)) {
            if (!PARTICLES.contains(word)) {
                stems.add(stem(word));
            }
        }
        while (stems.size() > 1 && UNITS.contains(stems.get(stems.size() - 1))) {
            stems.remove(stems.size() - 1);
        }
        return stems;
    }

    private static List<String> words(String text) {
        return NOT_LETTERS
                .splitAsStream(Folding.fold(text))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static String stem(String word) {
        if (word.length() > 4 && word.startsWith("ال")) {
            return word.substring(2);
        }
        if (word.length() > 4 && word.endsWith("ies")) {
            return word.substring(0, word.length() - 3) + "y";
        }
        boolean isPlural = word.length() > 3 && (word.endsWith("s") || word.endsWith("x")) && !word.endsWith("ss");
        return isPlural ? word.substring(0, word.length() - 1) : word;
    }
}

package org.startupatlas.imports.file.header;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.startupatlas.imports.cell.number.MoneyText;
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

    private static final Set<String> PERSONS = Set.of(
            "contact",
            "gerant",
            "dirigeant",
            "fondateur",
            "fondatrice",
            "founder",
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
            "مؤسس",
            "مدير",
            "مسؤول");

    /** Words of a remark by which the column is about another organisation. */
    private static final Set<String> OTHER_ORGANISATIONS = Set.of("investisseur", "investor", "client");

    /** Words beside the word for a name by which it is that of a file, a place or a product, and not of the record. */
    private static final Set<String> THINGS = Set.of(
            "middle",
            "family",
            "famille",
            "user",
            "username",
            "file",
            "fichier",
            "image",
            "logo",
            "domain",
            "domaine",
            "country",
            "pay",
            "pays",
            "city",
            "ville",
            "region",
            "product",
            "produit",
            "parent");

    /** The brackets of a remark, and the word before a unit. */
    private static final Pattern EDGES = Pattern.compile("^[(\\[{（]\\s*(?:(?:en|in|بال)\\s+)?|\\s*[)\\]}）]$");

    private HeaderWords() {}

    /** Returns a header without remarks in brackets and footnote marks. */
    static String withoutRemarks(String header) {
        String bare = REMARK.matcher(header).replaceAll(" ").strip();
        return FOOTNOTE.matcher(bare).replaceAll("").strip();
    }

    /** Whether the remarks of a header say that its numbers are multiples. */
    static boolean isScaled(String header) {
        // A currency sign is no letter: "M€" is the word "m".
        return REMARK.matcher(header)
                .results()
                .flatMap(remark -> words(remark.group()).stream())
                .anyMatch(SCALES::contains);
    }

    /** Whether the remarks of a header say that the column is about something else than the record. */
    static boolean isOfOthers(String header) {
        return REMARK.matcher(header)
                .results()
                .flatMap(remark -> stems(remark.group()).stream())
                .anyMatch(word -> PERSONS.contains(word) || OTHER_ORGANISATIONS.contains(word));
    }

    /** Whether the words of a header say that its names are not those of the records. */
    static boolean areNamesOfOthers(Collection<String> stems) {
        return stems.stream().anyMatch(word -> PERSONS.contains(word) || THINGS.contains(word));
    }

    /**
     * Returns the currency in a header of sums, with a power of ten if there is one: of {@code Montant (M€)} it is
     * {@code M€}, of {@code raised_amount_usd} it is {@code usd}. Returns null if the header names none.
     */
    static String unit(String header) {
        List<String> candidates = REMARK.matcher(header)
                .results()
                .map(remark -> EDGES.matcher(remark.group()).replaceAll(""))
                .collect(Collectors.toCollection(ArrayList::new));
        List<String> words = words(withoutRemarks(header));
        if (words.size() > 1) {
            candidates.add(words.get(words.size() - 1));
        }
        return candidates.stream()
                .filter(text ->
                        MoneyText.unit(text).filter(unit -> unit.code() != null).isPresent())
                .findFirst()
                .orElse(null);
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

package org.startupatlas.record;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The registers whose ids organisations have: how an id is recognised, and the one form in which it is stored. */
public enum ExternalIdScheme {
    /** Research Organization Registry: base 32 of Crockford with a checksum (ISO 7064, mod 97-10), stored as a URL. */
    ROR(
            "(?:(?:https?://)?(?:www\\.)?ror\\.org/)?(0[0-9a-hjkmnp-tv-z]{6}[0-9]{2})/?",
            id -> id.toLowerCase(Locale.ROOT),
            ExternalIdScheme::hasRorChecksum,
            id -> List.of("https://ror.org/" + id, id),
            "A URL or the bare id; stored as the URL. Its checksum is verified."),

    /** An item of Wikidata. */
    WIKIDATA(
            "(?:(?:https?://)?(?:www\\.|m\\.)?wikidata\\.org/(?:wiki|entity)/)?(Q[1-9][0-9]{0,11})",
            id -> id.toUpperCase(Locale.ROOT),
            id -> true,
            id -> List.of(id, "https://www.wikidata.org/wiki/" + id, "http://www.wikidata.org/entity/" + id),
            "The number of an item or its URL; stored as the number."),

    /** Moroccan common company identifier. */
    ICE(
            "([0-9]{15})",
            id -> id,
            id -> true,
            List::of,
            "15 digits, leading zeros included; blanks, points and hyphens between them are left out."),

    /** International Standard Name Identifier; real registers hold some whose check character is wrong. */
    ISNI(
            "(?:(?:https?://)?(?:www\\.)?isni\\.org/(?:isni/)?|ISNI:?)?([0-9]{15}[0-9X])",
            id -> id.toUpperCase(Locale.ROOT),
            id -> true,
            id -> List.of(id, inFours(id), "https://isni.org/isni/" + id),
            "16 characters, with or without blanks between them, or its URL; stored as the 16 characters."),

    /** Crossref Funder Registry. */
    FUNDREF(
            "(?:(?:https?://)?(?:dx\\.)?doi\\.org/)?(?:10\\.13039/)?([0-9]{1,12})",
            id -> id,
            id -> true,
            id -> List.of(id, "10.13039/" + id, "https://doi.org/10.13039/" + id),
            "The number, the DOI or its URL; stored as the number.");

    private static final String BASE_32 = "0123456789abcdefghjkmnpqrstvwxyz";

    /** What people put between the digits of an id. */
    private static final Pattern SEPARATORS = Pattern.compile("[\\h.-]");

    private final Pattern accepted;
    private final UnaryOperator<String> casing;
    private final Predicate<String> check;
    private final Function<String, List<String>> spellings;
    private final String description;

    ExternalIdScheme(
            String accepted,
            UnaryOperator<String> casing,
            Predicate<String> check,
            Function<String, List<String>> spellings,
            String description) {
        this.accepted = Pattern.compile(accepted, Pattern.CASE_INSENSITIVE);
        this.casing = casing;
        this.check = check;
        this.spellings = spellings;
        this.description = description;
    }

    /** The name of the field that holds ids of the register, and the key of its name in problems. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the stored form of an id; empty if the text is no id of the register. */
    public Optional<String> normalize(String text) {
        return id(text).map(id -> spellings.apply(id).get(0));
    }

    /**
     * Returns all forms in which records may hold the id of a text, the stored form first: before ids were normalized,
     * records took any of them. The text itself if it is no id.
     */
    public List<String> spellings(String text) {
        return id(text).map(spellings).orElse(List.of(text));
    }

    /** Whether two texts are the same id. */
    public boolean isSame(String one, String other) {
        return normalize(one).orElse(one).equals(normalize(other).orElse(other));
    }

    /** What is accepted and how it is stored, for the documents. */
    public String description() {
        return description;
    }

    private Optional<String> id(String text) {
        String plain = asciiDigits(text.strip());
        String compact = this == ICE || this == ISNI ? withoutSeparators(plain) : plain;
        Matcher matcher = accepted.matcher(compact);
        return matcher.matches() ? Optional.of(casing.apply(matcher.group(1))).filter(check) : Optional.empty();
    }

    /** The host in front of an ISNI keeps its points. */
    private static String withoutSeparators(String text) {
        int behindHost = text.lastIndexOf('/') + 1;
        return text.substring(0, behindHost)
                + SEPARATORS.matcher(text.substring(behindHost)).replaceAll("");
    }

    private static String asciiDigits(String text) {
        StringBuilder ascii = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (Character.isDigit(point)) {
                ascii.append(Character.digit(point, 10));
            } else {
                ascii.appendCodePoint(point);
            }
        });
        return ascii.toString();
    }

    /** The checksum of the seven characters before it, as ROR computes it. */
    private static boolean hasRorChecksum(String id) {
        int digits = id.length() - 2;
        long number = 0;
        for (int i = 0; i < digits; i++) {
            number = number * BASE_32.length() + BASE_32.indexOf(id.charAt(i));
        }
        return 98 - number * 100 % 97 == Integer.parseInt(id.substring(digits));
    }

    private static String inFours(String id) {
        return id.replaceAll("(.{4})(?!$)", "$1 ");
    }
}

package org.startupatlas.record;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The external registries that assign ids to organisations, each with the syntax of its ids and their stored form. */
public enum ExternalIdScheme {
    /** Research Organization Registry: Crockford base 32 with a checksum (ISO 7064, mod 97-10), stored as a URL. */
    ROR(
            "(?:(?:https?://)?(?:www\\.)?ror\\.org/)?(0[0-9a-hjkmnp-tv-z]{6}[0-9]{2})/?",
            id -> id.toLowerCase(Locale.ROOT),
            ExternalIdScheme::hasRorChecksum,
            id -> List.of("https://ror.org/" + id, id),
            "A URL or the bare id; stored as the URL. Its checksum is verified."),

    /** Wikidata items. */
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

    /**
     * International Standard Name Identifier. The check character is not verified, because real registries hold ids
     * where it is wrong.
     */
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

    /** The characters that people put between the digits of an id. */
    private static final Pattern SEPARATORS = Pattern.compile("[\\h.-]");

    /** Stands for no number. */
    private static final Pattern ONLY_ZEROS = Pattern.compile("0+");

    private final String code = name().toLowerCase(Locale.ROOT);
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

    /** Returns the name of the field that holds the ids, which is also the key of the registry's name in messages. */
    public String code() {
        return code;
    }

    /** Returns the stored form of an id; empty if the text is not an id of the registry. */
    public Optional<String> normalize(String text) {
        return id(text).map(id -> spellings.apply(id).get(0));
    }

    /**
     * Returns all forms in which records may hold an id, the stored form first: records written before ids were
     * normalized hold any of them. Returns the text itself if it is not an id.
     */
    public List<String> spellings(String text) {
        return id(text).map(spellings).orElse(List.of(text));
    }

    /** Returns whether two texts are the same id. */
    public boolean isSame(String one, String other) {
        return normalize(one).orElse(one).equals(normalize(other).orElse(other));
    }

    /** Returns the description of the accepted and the stored forms, for the documentation. */
    public String description() {
        return description;
    }

    private Optional<String> id(String text) {
        String plain = asciiDigits(text.strip());
        String compact = this == ICE || this == ISNI ? withoutSeparators(plain) : plain;
        Matcher matcher = accepted.matcher(compact);
        return matcher.matches() && !ONLY_ZEROS.matcher(matcher.group(1)).matches()
                ? Optional.of(casing.apply(matcher.group(1))).filter(check)
                : Optional.empty();
    }

    /** Keeps the dots in the host name before an ISNI. */
    private static String withoutSeparators(String text) {
        int hostEnd = text.lastIndexOf('/') + 1;
        return text.substring(0, hostEnd)
                + SEPARATORS.matcher(text.substring(hostEnd)).replaceAll("");
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

    /** Verifies the checksum over the first seven characters, as defined by ROR. */
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

package org.startupatlas.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.startupatlas.record.AtlasRecord;
import org.startupatlas.record.Claim;
import org.startupatlas.record.Folding;
import org.startupatlas.record.OtherName;
import org.startupatlas.record.PartialDate;

/** Compares the cells of a raw row with the record made from it. */
final class RawComparison {
    private static final String UNVERIFIED = "unverified";
    private static final Pattern SOURCE = Pattern.compile("(https?://\\S+)(?: \\((.*)\\))?");
    private static final Pattern TWO_YEARS = Pattern.compile("(\\d{4})-(\\d{4})");

    private final AtlasRecord record;
    private final Spellings spellings;

    RawComparison(AtlasRecord record, Spellings spellings) {
        this.record = Objects.requireNonNull(record);
        this.spellings = spellings;
    }

    /** Asserts that a value of the record is the text of the cell, or null for an empty cell. */
    void same(String raw, Object value) {
        assertEquals(raw, value == null ? null : value.toString(), record.slug());
    }

    /**
     * Asserts that the record has the date of the cell, with its uncertainty and interval in the notation of the API.
     */
    void date(String field, String raw, PartialDate date) {
        same(raw == null ? null : dateText(raw), date);
        if (raw != null && raw.contains("?")) {
            assertUnverified(field, raw);
        }
    }

    /** Returns a raw date in the notation of the API. */
    static String dateText(String raw) {
        String certain = raw.replaceFirst("\\?.*", "").replace("..", "/");
        Matcher years = TWO_YEARS.matcher(certain);
        return years.matches() ? years.group(1) + "/" + years.group(2) : certain;
    }

    /** Asserts that the record has the code of a raw text, and the text as a claim, unless both are the same word. */
    void code(String field, String vocabulary, String raw, String code) {
        if (raw == null || raw.equals(UNVERIFIED)) {
            assertNull(code, record.slug() + "." + field);
            if (raw != null) {
                assertUnverified(field, null);
            }
        } else {
            oneOf(field, vocabulary, raw, code == null ? List.of() : List.of(code));
        }
    }

    /**
     * Asserts that one of the record's codes is the code of a raw text, with the text as a claim unless it is the same
     * word.
     */
    void oneOf(String field, String vocabulary, String raw, List<String> codes) {
        String meant = spellings
                .find(vocabulary, raw)
                .orElseThrow(() -> new AssertionError(raw + " is no spelling of " + vocabulary));
        assertTrue(codes.contains(meant), () -> record.slug() + "." + field + " is " + codes + ", not " + meant);
        if (!word(raw).equals(meant)) {
            assertClaimed(field, raw);
        }
    }

    private static String word(String raw) {
        return raw.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
    }

    /** Asserts that a claim has the text for the field. */
    void assertClaimed(String field, String raw) {
        assertClaim(field + " is " + raw, claim -> field.equals(claim.field()) && raw.equals(claim.value()));
    }

    /** Whether a claim has the text for the field. */
    boolean isClaimed(String field, String raw) {
        return record.provenance().stream().anyMatch(claim -> field.equals(claim.field()) && raw.equals(claim.value()));
    }

    /** Asserts that an unverified claim has the published text for the field. */
    void assertUnverified(String field, String raw) {
        assertClaim(
                field + " is unverified",
                claim -> field.equals(claim.field())
                        && Objects.equals(raw, claim.value())
                        && claim.confidence().equals(UNVERIFIED));
    }

    /** Asserts that each name of the cell is a name of the record, or a claim about its name. */
    void name(String raw) {
        Stream.of(raw.split(" *[()/] *"))
                .map(name -> name.replaceFirst("^(ex|page:) ", ""))
                .filter(name -> !name.isEmpty())
                .forEach(name -> assertTrue(isNamed(name), () -> record.slug() + " is not called " + name));
    }

    private boolean isNamed(String name) {
        Stream<String> claimed = record.provenance().stream()
                .filter(claim -> "name".equals(claim.field()) && claim.value() != null)
                .map(Claim::value);
        Stream<String> names = record.otherNames().stream().map(OtherName::name);
        return Stream.of(Stream.of(record.name()), names, claimed)
                .flatMap(some -> some)
                .anyMatch(known -> Folding.fold(known).contains(Folding.fold(name)));
    }

    /** Asserts that each source is a claim about the whole record, with the text in brackets as its note. */
    void sources(String cell) {
        sources(cell, claim -> claim.field() == null && claim.used());
    }

    /** Asserts that each source is in a claim of a kind. */
    void sources(String cell, Predicate<Claim> kind) {
        for (String source : cell.split(" \\| ")) {
            Matcher link = SOURCE.matcher(source);
            boolean online = link.matches();
            String url = online ? link.group(1) : null;
            String note = online ? link.group(2) : source;
            assertClaim(
                    source,
                    kind.and(claim -> Objects.equals(url, claim.url())
                            && (note == null
                                    || claim.note() != null && claim.note().contains(note))));
        }
    }

    private void assertClaim(String what, Predicate<Claim> kind) {
        assertTrue(
                record.provenance().stream().anyMatch(kind),
                () -> record.slug() + ": no claim that " + what + " in " + record.provenance());
    }
}

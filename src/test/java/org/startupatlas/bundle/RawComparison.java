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

/** Compares the cells of a raw row with the record that was made of it. */
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

    /** The cell stands in the record as it is; an empty one is null. */
    void same(String raw, Object value) {
        assertEquals(raw, value == null ? null : value.toString(), record.slug());
    }

    /** A raw date stands in the record, its guess and its interval written as ours are. */
    void date(String field, String raw, PartialDate date) {
        same(raw == null ? null : dateText(raw), date);
        if (raw != null && raw.contains("?")) {
            assertUnverified(field, raw);
        }
    }

    /** A raw date as the records write it. */
    static String dateText(String raw) {
        String certain = raw.replaceFirst("\\?.*", "").replace("..", "/");
        Matcher years = TWO_YEARS.matcher(certain);
        return years.matches() ? years.group(1) + "/" + years.group(2) : certain;
    }

    /** The record holds the code that the raw text means, and the text itself unless both are the same word. */
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

    /** One of the record's codes is what the raw text means; the text itself is claimed unless it is that word. */
    void oneOf(String field, String vocabulary, String raw, List<String> codes) {
        String meant = spellings
                .find(vocabulary, raw)
                .orElseThrow(() -> new AssertionError(raw + " is no spelling of " + vocabulary));
        assertTrue(codes.contains(meant), () -> record.slug() + "." + field + " is " + codes + ", not " + meant);
        if (!word(raw).equals(meant)) {
            claimed(field, raw);
        }
    }

    private static String word(String raw) {
        return raw.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
    }

    /** A source is said to give the field this text. */
    void claimed(String field, String raw) {
        assertClaim(field + " is " + raw, claim -> field.equals(claim.field()) && raw.equals(claim.value()));
    }

    /** Whether a source is said to give the field this text. */
    boolean isClaimed(String field, String raw) {
        return record.provenance().stream().anyMatch(claim -> field.equals(claim.field()) && raw.equals(claim.value()));
    }

    /** The field is said to be unsure, the text as it was published with it. */
    void assertUnverified(String field, String raw) {
        assertClaim(
                field + " is unverified",
                claim -> field.equals(claim.field())
                        && Objects.equals(raw, claim.value())
                        && claim.confidence().equals(UNVERIFIED));
    }

    /** Each name that the cell gives is a name of the record, or told of its name. */
    void name(String raw) {
        Stream.of(raw.split(" *[()/] *"))
                .map(piece -> piece.replaceFirst("^(ex|page:) ", ""))
                .filter(piece -> !piece.isEmpty())
                .forEach(piece -> assertTrue(isNamed(piece), () -> record.slug() + " is not called " + piece));
    }

    private boolean isNamed(String piece) {
        Stream<String> claimed = record.provenance().stream()
                .filter(claim -> "name".equals(claim.field()) && claim.value() != null)
                .map(Claim::value);
        Stream<String> names = record.otherNames().stream().map(OtherName::name);
        return Stream.of(Stream.of(record.name()), names, claimed)
                .flatMap(some -> some)
                .anyMatch(name -> Folding.fold(name).contains(Folding.fold(piece)));
    }

    /** Each source backs the record as a whole, with what is said about the source in brackets. */
    void sources(String cell) {
        sources(cell, claim -> claim.field() == null && claim.used());
    }

    /** Each source is told in a claim of that kind. */
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

package org.startupatlas.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
    private static final Pattern TWO_YEARS = Pattern.compile("(\\d{4})-(\\d{4})");

    private final AtlasRecord record;
    private final Spellings spellings;
    private final RawCollection collection;

    RawComparison(AtlasRecord record, Spellings spellings, RawCollection collection) {
        this.record = Objects.requireNonNull(record);
        this.spellings = spellings;
        this.collection = collection;
    }

    /** Asserts that a value of the record is the text of the cell, or null for an empty cell. */
    void same(String raw, Object value) {
        assertEquals(raw, value == null ? null : value.toString(), record.slug());
    }

    /** Asserts that the record has the text of the cell, or that it is a claim for the field. */
    void sameOrClaimed(String field, String raw, String value) {
        if (!Objects.equals(raw, value)) {
            assertClaimed(field, raw);
        }
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

    /**
     * Asserts that the record has the code of a raw text, and the text as a claim, unless both are the same word. Where
     * the row has none, another source of the second collection may have given it.
     */
    void code(String field, String vocabulary, String raw, String code) {
        if (raw == null || raw.equals(UNVERIFIED)) {
            if (code != null) {
                assertAdded(field, code);
            }
            if (raw != null) {
                assertAbsent(field, "not_found", code == null);
            }
        } else {
            oneOf(field, vocabulary, raw, code == null ? List.of() : List.of(code));
            assertTrue(
                    record.provenance().stream()
                            .noneMatch(claim -> field.equals(claim.field()) && claim.absent() != null),
                    () -> record.slug() + "." + field + " is said to be absent");
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

    /** Asserts that a claim for the field has a text that starts so. */
    void assertClaimStarting(String field, String start) {
        assertClaim(
                field + " is " + start,
                claim -> field.equals(claim.field())
                        && claim.value() != null
                        && claim.value().startsWith(start));
    }

    /** Whether a claim has the text for the field. */
    boolean isClaimed(String field, String raw) {
        return record.provenance().stream().anyMatch(claim -> field.equals(claim.field()) && raw.equals(claim.value()));
    }

    /** Asserts that a claim has the text for the field but that the record does not hold it. */
    void assertNotHeld(String field, String raw) {
        assertClaim(
                field + " is not " + raw,
                claim -> field.equals(claim.field()) && raw.equals(claim.value()) && !claim.used());
    }

    /** Asserts that a claim says why the field has no value; it is not used once another source gave one. */
    void assertAbsent(String field, String reason, boolean isEmpty) {
        assertClaim(
                field + " is absent",
                claim -> field.equals(claim.field())
                        && claim.value() == null
                        && reason.equals(claim.absent())
                        && claim.used() == isEmpty
                        && claim.confidence().equals(reason.equals("not_public") ? "reported" : UNVERIFIED));
    }

    /** Asserts that a claim of the second collection gave the field a value that the raw row does not have. */
    void assertAdded(String field, String value) {
        assertClaim(
                field + " was filled with " + value,
                claim -> field.equals(claim.field())
                        && value.equals(claim.value())
                        && claim.used()
                        && RawCollection.SECOND.isSeen(claim));
    }

    /** Asserts the same of a date behind a text that says of what it is. */
    void assertAddedDate(String field, String before, PartialDate date) {
        assertClaim(
                field + " was filled with " + before + date,
                claim -> field.equals(claim.field())
                        && claim.value() != null
                        && claim.value().startsWith(before)
                        && dateText(claim.value().substring(before.length())).equals(date.text())
                        && claim.used()
                        && RawCollection.SECOND.isSeen(claim));
    }

    /** Whether a claim of ours says that the field's codes are inferred. */
    boolean isInferred(String field, List<String> codes) {
        String value = String.join("; ", codes);
        return record.provenance().stream()
                .anyMatch(claim -> field.equals(claim.field())
                        && value.equals(claim.value())
                        && claim.used()
                        && claim.confidence().equals("inferred")
                        && claim.publisher().equals("Startup Atlas"));
    }

    /**
     * Asserts that a claim has the text from which we worded the field, with the row's main source; it is used if it
     * is still the text of the field, as a summary always counts.
     */
    void collected(String field, String raw, boolean used, String sources) {
        if (raw == null) {
            return;
        }
        boolean unsure = raw.contains("?") || raw.contains(UNVERIFIED);
        RawSource first = RawSource.first(sources);
        assertClaim(
                field + " was collected as " + raw,
                claim -> field.equals(claim.field())
                        && raw.equals(claim.value())
                        && claim.used() == used
                        && claim.note() != null
                        && claim.note().startsWith("as collected")
                        && claim.confidence().equals(unsure ? UNVERIFIED : "reported")
                        && Objects.equals(first.url(), claim.url())
                        && first.publisher().equals(claim.publisher())
                        && collection.isSeen(claim));
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

    /** Returns a name without its accents, apostrophes and case, of which the raw files have lost some. */
    static String plain(String name) {
        return Folding.fold(name).replace('\'', ' ');
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

    /** Asserts that each source is a claim about the whole record. */
    void sources(String cell) {
        sources(cell, claim -> claim.field() == null && claim.used());
    }

    /** Asserts that each source is in a claim of a kind, seen when the collection was made. */
    void sources(String cell, Predicate<Claim> kind) {
        RawSource.all(cell)
                .forEach(source ->
                        assertClaim("is of " + source, kind.and(source::isOf).and(collection::isSeen)));
    }

    private void assertClaim(String what, Predicate<Claim> kind) {
        assertTrue(
                record.provenance().stream().anyMatch(kind),
                () -> record.slug() + ": no claim that " + what + " in " + record.provenance());
    }
}

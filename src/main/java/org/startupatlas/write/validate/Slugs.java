package org.startupatlas.write.validate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.startupatlas.query.parameter.Violation;
import org.startupatlas.record.Folding;
import org.startupatlas.schema.ResourceSchema;

/** Generates and validates slugs. */
public final class Slugs {

    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(?:[-_][a-z0-9]+)*");
    private static final Pattern UUID_LIKE = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern OTHER = Pattern.compile("[^a-z0-9]+");

    /** The pattern of ids that are words. */
    private static final Pattern WORD = Pattern.compile("[a-z0-9]+(?:_[a-z0-9]+)*");

    /** The maximum length of a generated slug; a chosen one may be as long as the field allows. */
    private static final int MAX_GENERATED_LENGTH = 120;

    /** The highest number appended to equal slugs; after that, the end of the id distinguishes them. */
    private static final int MAX_NUMBER = 9;

    /** The length of the random end of a UUIDv7 (RFC 9562, section 5.7). */
    private static final int RANDOM_SUFFIX_LENGTH = 12;

    /** Looks up whether slugs are taken. */
    public interface TakenSlugs {
        /** Returns whether a record other than this one has or had the slug. */
        boolean isTaken(ResourceSchema schema, String slug, String id);
    }

    private final TakenSlugs taken;

    public Slugs(TakenSlugs taken) {
        this.taken = taken;
    }

    /** Returns the slug itself unless another record has or had it, else one that is generated from it. */
    public String free(ResourceSchema schema, String slug, String id) {
        return taken.isTaken(schema, slug, id) ? generate(schema, slug, id) : slug;
    }

    /**
     * Generates a slug that no record has or had: without accents, words joined by hyphens, with a number if it is
     * taken.
     *
     * @param source the text that it is generated from; if none of its characters can be used, the singular of the
     *     resource takes its place
     */
    String generate(ResourceSchema schema, String source, String id) {
        String separator = separator(schema);
        String words = firstCandidate(schema, source);
        String base = words.isEmpty()
                ? schema.singular().replaceAll("[ -]", separator)
                : trimmed(words, maxNumberedLength(schema), separator);
        List<String> candidates = Stream.concat(
                        words.isEmpty() ? Stream.empty() : Stream.of(words),
                        IntStream.rangeClosed(2, MAX_NUMBER).mapToObj(number -> base + separator + number))
                .toList();
        return candidates.stream()
                .filter(candidate -> !taken.isTaken(schema, candidate, id))
                .findFirst()
                .orElseGet(() -> base + separator + id.substring(Math.max(0, id.length() - RANDOM_SUFFIX_LENGTH)));
    }

    /** Returns the violation in a slug that was chosen for the record with that id. */
    Optional<Violation> violation(ResourceSchema schema, JsonNode slug, String id) {
        String text = slug.textValue();
        int maxLength = maxLength(schema, "slug");
        if (text.length() > maxLength) {
            return Optional.of(Violation.at("/slug", "too-long", String.valueOf(maxLength)));
        }
        if (!SLUG.matcher(text).matches() || UUID_LIKE.matcher(text).matches()) {
            return Optional.of(Violation.at("/slug", "invalid-value", text, "slug"));
        }
        return taken.isTaken(schema, text, id)
                ? Optional.of(Violation.at("/slug", "taken", text).suggesting(generate(schema, text, id)))
                : Optional.empty();
    }

    /** Returns the violation in a word that was chosen as the id of a record. */
    public static Optional<Violation> idViolation(ResourceSchema schema, String id) {
        int maxLength = maxLength(schema, "id");
        if (id.length() > maxLength) {
            return Optional.of(Violation.at("/id", "too-long", String.valueOf(maxLength)));
        }
        return WORD.matcher(id).matches()
                ? Optional.empty()
                : Optional.of(Violation.at("/id", "invalid-value", id, "word").suggesting(firstCandidate(schema, id)));
    }

    /** Returns the slug that {@link #generate} tries first; empty if no character of the text can be used. */
    public static String firstCandidate(ResourceSchema schema, String source) {
        String separator = separator(schema);
        String words = OTHER.matcher(Folding.fold(source == null ? "" : source)).replaceAll(separator);
        int maxLength = schema.hasCodeIds() ? maxLength(schema, "id") : MAX_GENERATED_LENGTH;
        return trimmed(words, maxLength, separator);
    }

    private static int maxLength(ResourceSchema schema, String field) {
        return schema.field(field).orElseThrow().maxLength();
    }

    /** An id that is a word leaves room for the number or suffix. */
    private static int maxNumberedLength(ResourceSchema schema) {
        return schema.hasCodeIds() ? maxLength(schema, "id") - 1 - RANDOM_SUFFIX_LENGTH : MAX_GENERATED_LENGTH;
    }

    private static String separator(ResourceSchema schema) {
        return schema.hasCodeIds() ? "_" : "-";
    }

    private static String trimmed(String text, int maxLength, String separator) {
        String cut = text.length() > maxLength ? text.substring(0, maxLength) : text;
        return cut.replaceAll("^" + separator + "+|" + separator + "+$", "");
    }
}

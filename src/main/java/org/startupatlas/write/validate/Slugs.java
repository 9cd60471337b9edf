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

/** Chooses and checks the names of records in URLs. */
public final class Slugs {

    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(?:[-_][a-z0-9]+)*");
    private static final Pattern UUID_LIKE = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern OTHER = Pattern.compile("[^a-z0-9]+");

    /** Of a word that is an id, too. */
    private static final Pattern WORD = Pattern.compile("[a-z0-9]+(?:_[a-z0-9]+)*");

    /** Of a slug that is made; one that is chosen may be as long as the field says. */
    private static final int LONGEST_MADE = 120;

    /** Behind so many of the same name, the end of the id tells them apart. */
    private static final int MOST_NUMBERED = 9;

    /** The random end of a UUIDv7 (RFC 9562, section 5.7). */
    private static final int RANDOM_END = 12;

    /** Tells which names cannot be given. */
    public interface TakenNames {
        /** Whether a record has or had the name that is not this one. */
        boolean isTaken(ResourceSchema declaration, String name, String id);
    }

    private final TakenNames taken;

    public Slugs(TakenNames taken) {
        this.taken = taken;
    }

    /**
     * A slug that no record has or had, made from that text: without accents, words joined by hyphens; numbered where it
     * is taken.
     *
     * @param source what it is made from; the id where nothing of it can stand in a slug
     */
    String choose(ResourceSchema declaration, String source, String id) {
        String separator = separator(declaration);
        String words = first(declaration, source);
        String base = words.isEmpty()
                ? declaration.singular().replaceAll("[ -]", separator)
                : trimmed(words, longestNumbered(declaration), separator);
        List<String> candidates = Stream.concat(
                        words.isEmpty() ? Stream.empty() : Stream.of(words),
                        IntStream.rangeClosed(2, MOST_NUMBERED).mapToObj(number -> base + separator + number))
                .toList();
        return candidates.stream()
                .filter(candidate -> !taken.isTaken(declaration, candidate, id))
                .findFirst()
                .orElseGet(() -> base + separator + id.substring(Math.max(0, id.length() - RANDOM_END)));
    }

    /** What is wrong with a slug that somebody has chosen for the record of that id. */
    Optional<Violation> fault(ResourceSchema declaration, JsonNode slug, String id) {
        String text = slug.textValue();
        int longest = longest(declaration, "slug");
        if (text.length() > longest) {
            return Optional.of(Violation.at("/slug", "too-long", String.valueOf(longest)));
        }
        if (!SLUG.matcher(text).matches() || UUID_LIKE.matcher(text).matches()) {
            return Optional.of(Violation.at("/slug", "invalid-value", text, "slug"));
        }
        return taken.isTaken(declaration, text, id)
                ? Optional.of(Violation.at("/slug", "taken", text).suggesting(choose(declaration, text, id)))
                : Optional.empty();
    }

    /** What is wrong with a word that somebody has chosen for the id of a record. */
    public static Optional<Violation> wordFault(ResourceSchema declaration, String id) {
        int longest = longest(declaration, "id");
        if (id.length() > longest) {
            return Optional.of(Violation.at("/id", "too-long", String.valueOf(longest)));
        }
        return WORD.matcher(id).matches()
                ? Optional.empty()
                : Optional.of(Violation.at("/id", "invalid-value", id, "word").suggesting(first(declaration, id)));
    }

    /** The slug that {@link #choose} tries first; empty where nothing of the text can stand in one. */
    public static String first(ResourceSchema declaration, String source) {
        String separator = separator(declaration);
        String words = OTHER.matcher(Folding.fold(source == null ? "" : source)).replaceAll(separator);
        int longest = declaration.hasWordsAsIds() ? longest(declaration, "id") : LONGEST_MADE;
        return trimmed(words, longest, separator);
    }

    private static int longest(ResourceSchema declaration, String field) {
        return declaration.field(field).orElseThrow().maxLength();
    }

    /** A word that is an id leaves room for what tells it from others. */
    private static int longestNumbered(ResourceSchema declaration) {
        return declaration.hasWordsAsIds() ? longest(declaration, "id") - 1 - RANDOM_END : LONGEST_MADE;
    }

    private static String separator(ResourceSchema declaration) {
        return declaration.hasWordsAsIds() ? "_" : "-";
    }

    private static String trimmed(String text, int longest, String separator) {
        String cut = text.length() > longest ? text.substring(0, longest) : text;
        return cut.replaceAll("^" + separator + "+|" + separator + "+$", "");
    }
}

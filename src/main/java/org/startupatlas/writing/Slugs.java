package org.startupatlas.writing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.startupatlas.change.Fault;
import org.startupatlas.query.Declaration;
import org.startupatlas.record.Folding;

/** Chooses and checks the names of records in URLs. */
final class Slugs {

    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(?:[-_][a-z0-9]+)*");
    private static final Pattern UUID_LIKE = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern OTHER = Pattern.compile("[^a-z0-9]+");
    private static final int LONGEST = 120;

    /** Behind so many of the same name, the end of the id tells them apart. */
    private static final int MOST_NUMBERED = 9;

    /** The random end of a UUIDv7 (RFC 9562, section 5.7). */
    private static final int RANDOM_END = 12;

    /** Tells which names cannot be given. */
    interface TakenNames {
        /** Whether a record has or had the name that is not this one. */
        boolean isTaken(Declaration declaration, String name, String id);
    }

    private final TakenNames taken;

    Slugs(TakenNames taken) {
        this.taken = taken;
    }

    /**
     * A slug that no record has or had, made from that text: without accents, words joined by hyphens; numbered where it
     * is taken.
     *
     * @param source what it is made from; the id where nothing of it can stand in a slug
     */
    String choose(Declaration declaration, String source, String id) {
        String separator = separator(declaration);
        String words = words(source);
        String base = (words.isEmpty() ? declaration.singular() : words).replaceAll("[ -]", separator);
        List<String> candidates = Stream.concat(
                        words.isEmpty() ? Stream.empty() : Stream.of(base),
                        IntStream.rangeClosed(2, MOST_NUMBERED).mapToObj(number -> base + separator + number))
                .toList();
        return candidates.stream()
                .filter(candidate -> !taken.isTaken(declaration, candidate, id))
                .findFirst()
                .orElse(base + separator + id.substring(id.length() - RANDOM_END));
    }

    /** What is wrong with a slug that somebody has chosen for the record of that id. */
    Optional<Fault> fault(Declaration declaration, JsonNode slug, String id) {
        String text = slug.textValue();
        if (!SLUG.matcher(text).matches() || UUID_LIKE.matcher(text).matches()) {
            return Optional.of(Fault.of("/slug", "invalid-value", text, "slug"));
        }
        return taken.isTaken(declaration, text, id)
                ? Optional.of(new Fault("/slug", "taken", List.of(text), choose(declaration, text, id), null))
                : Optional.empty();
    }

    /** The slug that {@link #choose} tries first; empty where nothing of the text can stand in one. */
    static String first(Declaration declaration, String source) {
        return words(source).replace("-", separator(declaration));
    }

    private static String separator(Declaration declaration) {
        return declaration.hasWordsAsIds() ? "_" : "-";
    }

    private static String words(String source) {
        return trimmed(source == null ? "" : OTHER.matcher(Folding.fold(source)).replaceAll("-"));
    }

    private static String trimmed(String text) {
        String cut = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        return cut.replaceAll("^-+|-+$", "");
    }
}

package org.startupatlas.network.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.startupatlas.network.model.Documents.Header;
import org.startupatlas.record.Claim;

/** Makes the links that one record proves, with its claims as their sources. */
final class LinkFactory {

    private final RecordKey record;
    private final Header header;
    private final List<Claim> claims;

    /** The sources of each list of words, because agreements of many parties have many links at one place. */
    private final Map<List<String>, List<Source>> sources = new LinkedHashMap<>();

    LinkFactory(RecordKey record, Header header) {
        this.record = record;
        this.header = header;
        this.claims = header.provenance().stream().filter(Claim::used).toList();
    }

    /**
     * Makes a link.
     *
     * @param pointer the place that proves it
     * @param words what the claims call the element at that place, the most specific word first; null where unknown
     */
    Link link(
            LinkKind kind,
            RecordKey from,
            RecordKey to,
            String detail,
            Validity validity,
            String pointer,
            String... words) {
        return new Link(kind, from, to, detail, validity, evidence(pointer), sources(pointer, words));
    }

    /** Returns the place in the record. */
    Evidence evidence(String pointer) {
        return new Evidence(record, header.slug(), header.name(), pointer);
    }

    /** Returns all claims on a field, whether the record has their value or not. */
    Stream<Claim> claims(String field) {
        return header.provenance().stream().filter(claim -> field.equals(claim.field()));
    }

    /** Returns the sources of what stands at a place; {@code words} as for {@link #link}. */
    List<Source> sources(String pointer, String... words) {
        List<String> asked = new ArrayList<>(List.of(field(pointer)));
        for (String word : words) {
            if (word != null) {
                asked.add(word);
            }
        }
        return sources.computeIfAbsent(asked, this::find);
    }

    /**
     * Returns the sources of the claims on the field: of those whose value names the element, else of all, else of the
     * claims on the record as a whole. A partner with forty presences has a claim for each, and each presence is
     * proven by its own.
     */
    private List<Source> find(List<String> fieldAndWords) {
        String field = fieldAndWords.get(0);
        List<Claim> onField =
                claims.stream().filter(claim -> isOn(field, claim.field())).toList();
        for (String word : fieldAndWords.subList(1, fieldAndWords.size())) {
            List<Claim> naming = onField.stream()
                    .filter(claim -> claim.value() != null && names(claim.value(), word))
                    .toList();
            if (!naming.isEmpty()) {
                return distinct(naming);
            }
        }
        return distinct(
                onField.isEmpty()
                        ? claims.stream().filter(claim -> claim.field() == null).toList()
                        : onField);
    }

    private static List<Source> distinct(List<Claim> found) {
        return found.stream().map(Source::of).distinct().toList();
    }

    private static boolean isOn(String field, String claimed) {
        return claimed != null && (claimed.equals(field) || claimed.startsWith(field + "."));
    }

    private static String field(String pointer) {
        return Objects.requireNonNull(pointer).split("/", 3)[1];
    }

    /** Returns whether a text has a word, as written and not as a part of another: {@code MA}, not {@code MALTA}. */
    private static boolean names(String text, String word) {
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
            int end = at + word.length();
            boolean isAlone = (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)))
                    && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)));
            if (isAlone) {
                return true;
            }
        }
        return false;
    }
}

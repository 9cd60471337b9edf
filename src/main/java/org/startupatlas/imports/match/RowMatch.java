package org.startupatlas.imports.match;

import java.util.List;
import org.startupatlas.query.parameter.Violation;

/**
 * The match of a row with the records in the registry.
 *
 * @param existingId the id of the record that the row updates, or null if there is none
 * @param matchKey the key that matched, which decides whether the record keeps its slug and name; null if none matched
 * @param likely possible duplicates, best score first; they are reported, never merged
 * @param problems why the row cannot be matched
 */
public record RowMatch(Object existingId, MatchKey matchKey, List<Likely> likely, List<Violation> problems) {

    /** A key by which a row is matched with a record. */
    public enum MatchKey {
        /** The id: the record gets the row's slug and name. */
        ID,
        /** The slug, or an external id if the names differ: the record keeps its slug. */
        OTHER_ID,
        /**
         * The name, which may be spelled differently, with or without an external id: the record keeps slug and name.
         */
        NAME
    }

    /**
     * A possible duplicate.
     *
     * @param score the similarity of the names; 1 for the same name
     */
    public record Likely(String id, String slug, String name, double score) {}

    public RowMatch {
        likely = List.copyOf(likely);
        problems = List.copyOf(problems);
    }

    static final RowMatch NONE = new RowMatch(null, null, List.of(), List.of());

    static RowMatch of(Object existingId, MatchKey matchKey) {
        return new RowMatch(existingId, matchKey, List.of(), List.of());
    }

    static RowMatch refused(Violation problem) {
        return new RowMatch(null, null, List.of(), List.of(problem));
    }

    static RowMatch refused(List<Violation> problems) {
        return new RowMatch(null, null, List.of(), problems);
    }

    /** Returns a match without a record, but with possible duplicates. */
    static RowMatch likely(List<Likely> likely) {
        return new RowMatch(null, null, likely, List.of());
    }
}

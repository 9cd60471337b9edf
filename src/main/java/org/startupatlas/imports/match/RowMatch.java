package org.startupatlas.imports.match;

import java.util.List;
import org.startupatlas.imports.file.RowFault;

/**
 * What the registry has of a row.
 *
 * @param existingId the id of the record that the row is of, or null if it is of none
 * @param matchKey what it was found by, which says what of the row are names that it has already; null if it was not
 * @param likely records that may be the same, the likeliest first; told, never merged
 * @param problems why it cannot be said
 */
public record RowMatch(Object existingId, MatchKey matchKey, List<Likely> likely, List<RowFault> problems) {

    /** What a record can be found by. */
    public enum MatchKey {
        /** Its id: the row's slug and name are those that it is to get. */
        ID,
        /** Its slug, or an id of another register under another name: it keeps its slug. */
        OTHER_ID,
        /** Its name, which may be written differently, with or without such an id: it keeps its slug and its name. */
        NAME
    }

    /**
     * A record that may be the same.
     *
     * @param score 1 for the same name, less for one that is nearly so
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

    static RowMatch refused(RowFault problem) {
        return new RowMatch(null, null, List.of(), List.of(problem));
    }

    /** Nothing, but what may be the same. */
    static RowMatch likely(List<Likely> likely) {
        return new RowMatch(null, null, likely, List.of());
    }
}

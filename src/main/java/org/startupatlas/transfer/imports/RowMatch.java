package org.startupatlas.transfer.imports;

import java.util.List;

/**
 * What the registry has of a row.
 *
 * @param existing the id of the record that the row is of, or null if it is of none
 * @param byId whether it was found by the row's own id, so that the row's slug is one that it is to get
 * @param likely records that may be the same, the likeliest first; told, never merged
 * @param faults why it cannot be said
 */
record RowMatch(Object existing, boolean byId, List<Likely> likely, List<RowFault> faults) {

    /**
     * A record that may be the same.
     *
     * @param score 1 for the same name, less for one that is nearly so
     */
    record Likely(String id, String slug, String name, double score) {}

    RowMatch {
        likely = List.copyOf(likely);
        faults = List.copyOf(faults);
    }

    static final RowMatch NONE = new RowMatch(null, false, List.of(), List.of());

    static RowMatch of(Object existing, boolean byId) {
        return new RowMatch(existing, byId, List.of(), List.of());
    }

    static RowMatch refused(RowFault fault) {
        return new RowMatch(null, false, List.of(), List.of(fault));
    }

    /** Nothing, but what may be the same. */
    static RowMatch likely(List<Likely> likely) {
        return new RowMatch(null, false, likely, List.of());
    }
}

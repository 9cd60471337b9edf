package org.startupatlas.query;

import java.util.List;

/**
 * How many records have each value of a field.
 *
 * @param facet what was counted
 * @param values those that occur, the most frequent first; a record with several counts for each of them
 * @param missing how many records have none
 */
public record FacetCounts(Facet facet, List<Count> values, long missing) {

    /** A code or a boolean, and how many records have it. */
    public record Count(Object value, long count) {}

    public FacetCounts {
        values = List.copyOf(values);
    }
}

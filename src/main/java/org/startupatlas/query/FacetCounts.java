package org.startupatlas.query;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

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

    /** Returns the summary of each facet, from the counts of all of them. */
    static List<FacetCounts> all(Declaration declaration, List<Facet> facets, Map<Figure, Map<Object, Long>> counts) {
        return facets.stream()
                .map(facet -> of(facet, counts.getOrDefault(Figure.values(declaration, facet), Map.of())))
                .toList();
    }

    /** From how many records have which value, none among them. */
    private static FacetCounts of(Facet facet, Map<Object, Long> counts) {
        List<Count> values = counts.entrySet().stream()
                .filter(count -> count.getKey() != Figure.NONE)
                .map(count -> new Count(count.getKey(), count.getValue()))
                .sorted(Comparator.comparingLong(Count::count).reversed().thenComparing(count -> count.value()
                        .toString()))
                .toList();
        return new FacetCounts(facet, values, counts.getOrDefault(Figure.NONE, 0L));
    }
}

package org.startupatlas.query.facet;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.startupatlas.schema.ResourceSchema;

/**
 * The number of records by value of a field.
 *
 * @param facet the facet
 * @param values the values that occur, the most frequent first; a record with several values counts for each of
 *     them
 * @param missing the number of records without a value
 */
public record FacetSummary(Facet facet, List<Count> values, long missing) {

    /** A code or a boolean, and the number of records that have it. */
    public record Count(Object value, long count) {}

    public FacetSummary {
        values = List.copyOf(values);
    }

    /** Returns the summary of each facet. */
    public static List<FacetSummary> all(
            ResourceSchema schema, List<Facet> facets, Map<CountAggregation, Map<Object, Long>> counts) {
        return facets.stream()
                .map(facet -> of(facet, counts.getOrDefault(CountAggregation.values(schema, facet), Map.of())))
                .toList();
    }

    /** Returns the summary of a facet from the counts by value, including those for no value. */
    private static FacetSummary of(Facet facet, Map<Object, Long> counts) {
        List<Count> values = counts.entrySet().stream()
                .filter(count -> count.getKey() != CountAggregation.NONE)
                .map(count -> new Count(count.getKey(), count.getValue()))
                .sorted(Comparator.comparingLong(Count::count).reversed().thenComparing(count -> count.value()
                        .toString()))
                .toList();
        return new FacetSummary(facet, values, counts.getOrDefault(CountAggregation.NONE, 0L));
    }
}

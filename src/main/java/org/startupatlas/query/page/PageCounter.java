package org.startupatlas.query.page;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.startupatlas.query.ListQuery;
import org.startupatlas.query.facet.CountAggregation;
import org.startupatlas.query.facet.FacetSummary;
import org.startupatlas.query.facet.RecordCounter;
import org.startupatlas.query.filter.Condition;
import org.startupatlas.query.lookup.FullText;
import org.startupatlas.schema.ResourceSchema;

/** Counts the total and the facets of a list, at the revision of its page. */
final class PageCounter {

    private final RecordCounter counter;

    PageCounter(RecordCounter counter) {
        this.counter = counter;
    }

    /**
     * Counts all records that satisfy the query.
     *
     * @param revision the revision that the connection sees
     */
    PageCounts count(Connection connection, ListQuery query, long revision) throws SQLException {
        return counts(query, counter.counts(connection, revision, query.schema(), aggregations(query)));
    }

    /** Counts the hits of a search that satisfy the query. */
    PageCounts count(Connection connection, ListQuery query, FullText.Hits hits, long revision) throws SQLException {
        if (!query.hasCounts()) {
            return PageCounts.NONE;
        }
        Map<CountAggregation, Map<Object, Long>> sums = new HashMap<>();
        Iterator<List<Object>> batches = hits.batches().iterator();
        while (batches.hasNext()) {
            Map<CountAggregation, Condition> batchAggregations = aggregations(query.restrictedTo(batches.next()));
            counter.counts(connection, revision, query.schema(), batchAggregations)
                    .forEach((aggregation, counts) ->
                            counts.forEach((value, count) -> sums.computeIfAbsent(aggregation, first -> new HashMap<>())
                                    .merge(value, count, Long::sum)));
        }
        return counts(query, sums);
    }

    private static Map<CountAggregation, Condition> aggregations(ListQuery query) {
        Map<CountAggregation, Condition> aggregations = CountAggregation.all(query.schema(), query.facets());
        if (query.total()) {
            aggregations.put(CountAggregation.records(query.schema()), query.condition());
        }
        return aggregations;
    }

    private static PageCounts counts(ListQuery query, Map<CountAggregation, Map<Object, Long>> counts) {
        ResourceSchema schema = query.schema();
        return new PageCounts(
                query.total()
                        ? OptionalLong.of(CountAggregation.recordCount(counts, CountAggregation.records(schema)))
                        : OptionalLong.empty(),
                FacetSummary.all(schema, query.facets(), counts));
    }
}

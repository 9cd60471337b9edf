package org.startupatlas.query.aggregate;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.startupatlas.query.filter.Condition;
import org.startupatlas.schema.Format;
import org.startupatlas.schema.Language;
import org.startupatlas.schema.ResourceSchema;

/**
 * A parsed and validated request for statistics.
 *
 * @param schema the resource
 * @param condition the condition that a record must satisfy
 * @param searchText the search text, or null
 * @param groupBy the requested dimensions
 * @param metrics the requested metrics
 * @param language the language of labels, or null for no labels
 * @param format the format of the response
 */
public record AggregationQuery(
        ResourceSchema schema,
        Condition condition,
        String searchText,
        List<Dimension> groupBy,
        List<Metric> metrics,
        Language language,
        Format format) {

    /** The maximum number of requested dimensions: what a table can show. */
    public static final int MAX_DIMENSIONS = 2;

    /**
     * The maximum number of buckets in a response. Requests with more are rejected rather than truncated, because a
     * truncated result would be misleading.
     */
    public static final int MAX_ROWS = 10_000;

    public static final List<Format> FORMATS = List.of(Format.JSON, Format.CSV, Format.XLSX);

    public AggregationQuery {
        groupBy = List.copyOf(groupBy);
        metrics = List.copyOf(metrics);
    }

    /** Returns the query restricted to these records. */
    AggregationQuery restrictedTo(List<Object> ids) {
        Condition restricted = condition.and(new Condition.IdIn(ids, schema.hasCodeIds()));
        return new AggregationQuery(schema, restricted, searchText, groupBy, metrics, language, format);
    }

    /** Returns all dimensions of the buckets: the requested ones and those that group the sums of money. */
    public List<Dimension> dimensions() {
        return Stream.concat(groupBy.stream(), metrics.stream().flatMap(metric -> metric.groupings().stream()))
                .distinct()
                .toList();
    }

    /** Returns the distinct measures of the metrics. */
    List<Measure> measures() {
        return metrics.stream()
                .map(Metric::measure)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** Returns whether a median is requested, which must be computed from all values. */
    boolean hasMedian() {
        return metrics.stream().anyMatch(metric -> metric.aggregate() == Aggregate.MEDIAN);
    }
}

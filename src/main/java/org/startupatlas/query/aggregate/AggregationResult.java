package org.startupatlas.query.aggregate;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Statistics of the records that satisfy a query, from one snapshot.
 *
 * @param revision the revision of the snapshot
 * @param total the number of records; a record with several values is in several buckets
 * @param isCacheable whether the same request returns the same response until something is written
 * @param buckets one bucket for each combination of values that occurs
 */
public record AggregationResult(long revision, long total, boolean isCacheable, List<Bucket> buckets) {

    /**
     * The records with the same values.
     *
     * @param values the values of the query's dimensions: texts, numbers and booleans; null if unknown
     * @param metrics the values of the query's metrics; null if no record has the number
     */
    public record Bucket(List<Object> values, List<BigDecimal> metrics) {

        public Bucket {
            values = Collections.unmodifiableList(Arrays.asList(values.toArray()));
            metrics = Collections.unmodifiableList(Arrays.asList(metrics.toArray(BigDecimal[]::new)));
        }
    }

    public AggregationResult {
        buckets = List.copyOf(buckets);
    }
}

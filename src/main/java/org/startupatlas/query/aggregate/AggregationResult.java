package org.startupatlas.query.aggregate;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Statistics of the records that satisfy a query, all of one moment.
 *
 * @param revision the revision of that moment
 * @param total how many records there are; one with several values is in several rows
 * @param isLasting whether the same request has the same answer as long as nothing is written
 * @param rows one for each combination of values that occurs
 */
public record AggregationResult(long revision, long total, boolean isCacheable, List<Bucket> rows) {

    /**
     * Records with the same values.
     *
     * @param values of the query's dimensions: texts, numbers and booleans; null is unknown
     * @param figures of the query's metrics; null where no record has the number
     */
    public record Bucket(List<Object> values, List<BigDecimal> metrics) {

        public Bucket {
            values = Collections.unmodifiableList(Arrays.asList(values.toArray()));
            metrics = Collections.unmodifiableList(Arrays.asList(metrics.toArray(BigDecimal[]::new)));
        }
    }

    public AggregationResult {
        rows = List.copyOf(rows);
    }
}

package org.startupatlas.query.aggregate;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/** Accumulates the count and the measures of one bucket. */
final class GroupStats {

    private final List<StatsAccumulator> accumulators;
    private long count;

    /**
     * Creates empty statistics.
     *
     * @param measureCount the number of measures
     */
    GroupStats(int measureCount) {
        accumulators =
                Stream.generate(StatsAccumulator::new).limit(measureCount).toList();
    }

    void add(GroupByQuery.Group group) {
        count += group.count();
        for (int i = 0; i < accumulators.size(); i++) {
            accumulators.get(i).add(group.stats().get(i));
        }
    }

    long count() {
        return count;
    }

    /**
     * Returns the value of a metric.
     *
     * @param measures the measures of the query, in the order of the accumulators
     */
    BigDecimal metric(Metric metric, List<Measure> measures) {
        return metric.isCount()
                ? BigDecimal.valueOf(count)
                : metric.aggregate().of(accumulators.get(measures.indexOf(metric.measure())));
    }
}

package org.startupatlas.query.aggregate;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/** The records that have the same values: how many they are, and their numbers. */
final class GroupStats {

    private final List<StatsAccumulator> accumulators;
    private long count;

    /** Nothing yet, of so many numbers. */
    GroupStats(int measureCount) {
        accumulators = Stream.generate(StatsAccumulator::new).limit(measureCount).toList();
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

    /** The figure of that metric, whose number is one of these, in their order. */
    BigDecimal metric(Metric metric, List<Measure> measures) {
        return metric.isCount()
                ? BigDecimal.valueOf(count)
                : metric.aggregate().of(accumulators.get(measures.indexOf(metric.measure())));
    }
}

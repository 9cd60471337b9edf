package org.startupatlas.query.aggregate;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/** The records that have the same values: how many they are, and their numbers. */
final class GroupStats {

    private final List<StatsAccumulator> spreads;
    private long count;

    /** Nothing yet, of so many numbers. */
    GroupStats(int numbers) {
        spreads = Stream.generate(StatsAccumulator::new).limit(numbers).toList();
    }

    void add(GroupByQuery.Group group) {
        count += group.count();
        for (int i = 0; i < spreads.size(); i++) {
            spreads.get(i).add(group.figures().get(i));
        }
    }

    long count() {
        return count;
    }

    /** The figure of that metric, whose number is one of these, in their order. */
    BigDecimal figure(Metric metric, List<Measure> measures) {
        return metric.isCount()
                ? BigDecimal.valueOf(count)
                : metric.aggregate().of(spreads.get(measures.indexOf(metric.measure())));
    }
}

package org.startupatlas.query.aggregate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.startupatlas.query.parameter.ProblemKind;
import org.startupatlas.query.parameter.RejectedException;
import org.startupatlas.query.parameter.Violation;

/**
 * Merges database groups into the buckets of a query. A database group has the same stored values, lists included; a
 * record counts in one bucket for each of its values.
 */
final class BucketMerger {

    /**
     * The maximum number of database groups, which are merged in memory. Different lists are different groups, and with
     * a median each distinct number is one.
     */
    static final int MAX_GROUPS = 200_000;

    private final AggregationQuery query;
    private final List<Measure> measures;
    private final Map<List<Object>, GroupStats> buckets = new HashMap<>();
    private int groups;

    BucketMerger(AggregationQuery query) {
        this.query = query;
        this.measures = query.measures();
        if (query.dimensions().isEmpty()) {
            // Without dimensions there is one bucket, even for no records.
            buckets.put(List.of(), new GroupStats(measures.size()));
        }
    }

    /** Starts the groups of the next batch of records; the maximum number of groups applies to each batch. */
    void beginPart() {
        groups = 0;
    }

    /**
     * Adds a database group.
     *
     * @throws RejectedException if there are more groups or buckets than allowed
     */
    void add(GroupByQuery.Group group) {
        rejectIfAbove(MAX_GROUPS, ++groups, query.hasMedian() ? "metrics" : "group_by");
        for (List<Object> values : combinations(group.values())) {
            buckets.computeIfAbsent(values, key -> new GroupStats(measures.size()))
                    .add(group);
        }
        rejectIfAbove(AggregationQuery.MAX_ROWS, buckets.size(), "group_by");
    }

    /** Returns the buckets in their order. */
    List<AggregationResult.Bucket> buckets() {
        return buckets.entrySet().stream()
                .sorted(new BucketOrder(query.dimensions()))
                .map(bucket -> new AggregationResult.Bucket(
                        bucket.getKey(),
                        query.metrics().stream()
                                .map(metric -> bucket.getValue().metric(metric, measures))
                                .toList()))
                .toList();
    }

    private static void rejectIfAbove(int max, int count, String parameter) {
        if (count > max) {
            throw RejectedException.of(
                    ProblemKind.INVALID_PARAMETERS, Violation.of(parameter, "too-many-groups", String.valueOf(max)));
        }
    }

    /** Returns the Cartesian product of the values of all dimensions. */
    private static List<List<Object>> combinations(List<List<Object>> values) {
        List<List<Object>> combinations = List.of(List.of());
        for (List<Object> each : values) {
            List<List<Object>> extended = new ArrayList<>(combinations.size() * each.size());
            for (List<Object> prefix : combinations) {
                for (Object value : each) {
                    List<Object> combination = new ArrayList<>(prefix);
                    combination.add(value);
                    extended.add(combination);
                }
            }
            combinations = extended;
        }
        return combinations;
    }
}

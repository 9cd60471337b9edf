package org.startupatlas.query.aggregate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.startupatlas.query.parameter.InvalidQueryException;
import org.startupatlas.query.parameter.Violation;

/** Merges records that are stored alike to the rows that a query asks for: a record is in one for each of its values. */
final class BucketMerger {

    /**
     * The most groups of records stored alike that are merged, in memory: lists that differ are different groups, and
     * for a median each number is one.
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
            buckets.put(List.of(), new GroupStats(measures.size())); // also of no records there is one row
        }
    }

    /** Begins with the groups of other records, which are merged one part after the other. */
    void beginPart() {
        groups = 0;
    }

    /**
     * Adds records that are stored alike.
     *
     * @throws InvalidQuery if there are more than an answer can have
     */
    void add(GroupByQuery.Group group) {
        rejectIfAbove(MAX_GROUPS, ++groups, query.hasMedian() ? "metrics" : "group_by");
        for (List<Object> values : combinations(group.values())) {
            buckets.computeIfAbsent(values, key -> new GroupStats(measures.size()))
                    .add(group);
        }
        rejectIfAbove(AggregationQuery.MAX_ROWS, buckets.size(), "group_by");
    }

    /** The rows, in their order. */
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
            throw new InvalidQueryException(List.of(Violation.of(parameter, "too-many-groups", String.valueOf(max))));
        }
    }

    /** One value of each dimension, in every way. */
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

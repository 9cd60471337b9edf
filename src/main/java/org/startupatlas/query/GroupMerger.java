package org.startupatlas.query;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Merges records that are stored alike to the rows that a query asks for: a record is in one for each of its values. */
final class GroupMerger {

    /**
     * The most groups of records stored alike that are merged, in memory: lists that differ are different groups, and
     * for a median each number is one.
     */
    static final int MOST_GROUPS = 200_000;

    private final StatsQuery query;
    private final List<Measure> measures;
    private final Map<List<Object>, GroupFigures> merger = new HashMap<>();
    private int groups;

    GroupMerger(StatsQuery query) {
        this.query = query;
        this.measures = query.measures();
        if (query.dimensions().isEmpty()) {
            merger.put(List.of(), new GroupFigures(measures.size())); // also of no records there is one row
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
    void add(Groups.Group group) {
        refuseBeyond(MOST_GROUPS, ++groups, query.tellsMedian() ? "metrics" : "group_by");
        for (List<Object> values : combinations(group.values())) {
            merger.computeIfAbsent(values, key -> new GroupFigures(measures.size()))
                    .add(group);
        }
        refuseBeyond(StatsQuery.MAX_ROWS, merger.size(), "group_by");
    }

    /** The rows, in their order. */
    List<Stats.Row> rows() {
        return merger.entrySet().stream()
                .sorted(new RowOrder(query.dimensions()))
                .map(row -> new Stats.Row(
                        row.getKey(),
                        query.metrics().stream()
                                .map(metric -> row.getValue().figure(metric, measures))
                                .toList()))
                .toList();
    }

    private static void refuseBeyond(int most, int count, String parameter) {
        if (count > most) {
            throw new InvalidQuery(List.of(Violation.of(parameter, "too-many-groups", String.valueOf(most))));
        }
    }

    /** One value of each dimension, in every way. */
    private static List<List<Object>> combinations(List<List<Object>> values) {
        List<List<Object>> combinations = List.of(List.of());
        for (List<Object> each : values) {
            List<List<Object>> longer = new ArrayList<>(combinations.size() * each.size());
            for (List<Object> begun : combinations) {
                for (Object value : each) {
                    List<Object> combination = new ArrayList<>(begun);
                    combination.add(value);
                    longer.add(combination);
                }
            }
            combinations = longer;
        }
        return combinations;
    }
}

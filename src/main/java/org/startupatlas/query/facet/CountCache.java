package org.startupatlas.query.facet;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.startupatlas.query.filter.Condition;
import org.startupatlas.query.lookup.RecordDelta;
import org.startupatlas.query.lookup.RecordDeltas;
import org.startupatlas.schema.ResourceSchema;

/**
 * Caches the counts of all records of a resource. A count is computed at its first use; later uses advance it to the
 * revision of the caller's snapshot by the changes in between.
 */
final class CountCache {

    /**
     * Reading a change with both documents takes 50 to 100 microseconds. This many take as long as counting some
     * thousand records by eight fields, which bounds the wait of a request.
     */
    static final int MAX_CHANGES = 1_000;

    /**
     * More versions than a node has connections, each of which may see a revision older than others. A request for a
     * still older revision counts anew.
     */
    private static final int MAX_VERSIONS = 16;

    private final RecordDeltas deltas;

    /** The latest cached counts of each aggregation, the latest first. */
    private final Map<CountAggregation, List<CachedCount>> versions = new ConcurrentHashMap<>();

    CountCache(RecordDeltas deltas) {
        this.deltas = deltas;
    }

    /**
     * Counts records of one resource: all records from the cache, those that satisfy a condition anew.
     *
     * @param connection a connection whose statements see one snapshot
     * @param revision the revision of the snapshot
     * @param requested the aggregations, each with the condition for the counted records
     */
    Map<CountAggregation, Map<Object, Long>> counts(
            Connection connection, long revision, ResourceSchema schema, Map<CountAggregation, Condition> requested)
            throws SQLException {
        Map<CountAggregation, Map<Object, Long>> counts = new HashMap<>();
        List<CountAggregation> unfiltered = new ArrayList<>();
        for (Map.Entry<CountAggregation, Condition> entry : requested.entrySet()) {
            if (entry.getValue().equals(Condition.ALWAYS)) {
                unfiltered.add(entry.getKey());
            } else {
                counts.put(entry.getKey(), entry.getKey().count(connection, entry.getValue()));
            }
        }
        countAll(connection, revision, schema, unfiltered)
                .forEach(cachedCount -> counts.put(cachedCount.aggregation(), cachedCount.counts()));
        return counts;
    }

    private List<CachedCount> countAll(
            Connection connection, long revision, ResourceSchema schema, List<CountAggregation> aggregations)
            throws SQLException {
        Map<CountAggregation, CachedCount> cached = new HashMap<>();
        aggregations.forEach(aggregation ->
                latest(aggregation, revision).ifPresent(cachedCount -> cached.put(aggregation, cachedCount)));
        long since =
                cached.values().stream().mapToLong(CachedCount::revision).min().orElse(revision);
        Optional<List<RecordDelta>> changes =
                since == revision ? Optional.of(List.of()) : deltas.since(connection, schema, since, MAX_CHANGES);
        List<CachedCount> cachedCounts = new ArrayList<>();
        for (CountAggregation aggregation : aggregations) {
            CachedCount cachedCount = cached.containsKey(aggregation) && changes.isPresent()
                    ? cached.get(aggregation).advancedTo(revision, changes.get())
                    : new CachedCount(aggregation, revision, aggregation.count(connection, Condition.ALWAYS));
            store(cachedCount);
            cachedCounts.add(cachedCount);
        }
        return cachedCounts;
    }

    private Optional<CachedCount> latest(CountAggregation aggregation, long revision) {
        return versions.getOrDefault(aggregation, List.of()).stream()
                .filter(cachedCount -> cachedCount.revision() <= revision)
                .findFirst();
    }

    private void store(CachedCount cachedCount) {
        versions.merge(cachedCount.aggregation(), List.of(cachedCount), (before, added) -> {
            if (before.get(0).revision() >= cachedCount.revision()) {
                return before;
            }
            List<CachedCount> newest = new ArrayList<>(added);
            newest.addAll(before.subList(0, Math.min(before.size(), MAX_VERSIONS - 1)));
            return List.copyOf(newest);
        });
    }
}

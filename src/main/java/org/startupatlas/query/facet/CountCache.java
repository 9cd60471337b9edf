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
 * What this node has counted of all records. A figure is counted when it is asked for first; from then on, whoever asks
 * brings it to the revision that his snapshot shows, by what the log tells of the records in between.
 */
final class CountCache {

    /**
     * A change is read with two documents in 50 to 100 microseconds: so many take as long as counting some thousand
     * records by eight fields, and no reader waits longer than that.
     */
    static final int MOST_CHANGES = 1_000;

    /**
     * More than a node has connections, each of which may show a revision that others have gone beyond; who comes later
     * still counts for himself.
     */
    private static final int MOST_KEPT = 16;

    private final RecordDeltas log;

    /** The last tallies of each figure, the latest first. */
    private final Map<CountAggregation, List<CachedCount>> kept = new ConcurrentHashMap<>();

    CountCache(RecordDeltas log) {
        this.log = log;
    }

    /**
     * Counts records of one resource: all of them by what is known, those that satisfy a condition anew.
     *
     * @param connection sees the database as it is at one moment
     * @param revision the revision at that moment
     * @param asked the figures, each with what the counted records satisfy
     */
    Map<CountAggregation, Map<Object, Long>> counts(
            Connection connection, long revision, ResourceSchema declaration, Map<CountAggregation, Condition> asked)
            throws SQLException {
        Map<CountAggregation, Map<Object, Long>> counts = new HashMap<>();
        List<CountAggregation> ofAll = new ArrayList<>();
        for (Map.Entry<CountAggregation, Condition> each : asked.entrySet()) {
            if (each.getValue().equals(Condition.ALWAYS)) {
                ofAll.add(each.getKey());
            } else {
                counts.put(each.getKey(), each.getKey().count(connection, each.getValue()));
            }
        }
        countAll(connection, revision, declaration, ofAll).forEach(tally -> counts.put(tally.figure(), tally.counts()));
        return counts;
    }

    private List<CachedCount> countAll(
            Connection connection, long revision, ResourceSchema declaration, List<CountAggregation> figures)
            throws SQLException {
        Map<CountAggregation, CachedCount> known = new HashMap<>();
        figures.forEach(figure -> latest(figure, revision).ifPresent(tally -> known.put(figure, tally)));
        long since =
                known.values().stream().mapToLong(CachedCount::revision).min().orElse(revision);
        Optional<List<RecordDelta>> behind =
                since == revision ? Optional.of(List.of()) : log.behind(connection, declaration, since, MOST_CHANGES);
        List<CachedCount> tallies = new ArrayList<>();
        for (CountAggregation figure : figures) {
            CachedCount tally = known.containsKey(figure) && behind.isPresent()
                    ? known.get(figure).at(revision, behind.get())
                    : new CachedCount(figure, revision, figure.count(connection, Condition.ALWAYS));
            keep(tally);
            tallies.add(tally);
        }
        return tallies;
    }

    private Optional<CachedCount> latest(CountAggregation figure, long revision) {
        return kept.getOrDefault(figure, List.of()).stream()
                .filter(tally -> tally.revision() <= revision)
                .findFirst();
    }

    private void keep(CachedCount tally) {
        kept.merge(tally.figure(), List.of(tally), (before, added) -> {
            if (before.get(0).revision() >= tally.revision()) {
                return before;
            }
            List<CachedCount> all = new ArrayList<>(added);
            all.addAll(before.subList(0, Math.min(before.size(), MOST_KEPT - 1)));
            return List.copyOf(all);
        });
    }
}

package org.startupatlas.query.facet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.startupatlas.query.lookup.RecordDelta;

/**
 * The counts of an aggregation over all records of its resource, at a revision.
 *
 * @param counts the number of records by value
 */
record CachedCount(CountAggregation aggregation, long revision, Map<Object, Long> counts) {

    CachedCount {
        counts = Map.copyOf(counts);
    }

    /**
     * Returns the counts at a later revision.
     *
     * @param deltas the changes of records, some of which may be before this count's revision
     */
    CachedCount advancedTo(long newRevision, List<RecordDelta> deltas) {
        if (deltas.isEmpty()) {
            return new CachedCount(aggregation, newRevision, counts);
        }
        Map<Object, Long> changed = new HashMap<>(counts);
        for (RecordDelta delta : deltas) {
            if (delta.revision() > revision) {
                delta.before()
                        .ifPresent(record -> aggregation.valuesOf(record).forEach(value -> add(changed, value, -1)));
                delta.after()
                        .ifPresent(record -> aggregation.valuesOf(record).forEach(value -> add(changed, value, 1)));
            }
        }
        return new CachedCount(aggregation, newRevision, changed);
    }

    private static void add(Map<Object, Long> counts, Object value, long difference) {
        counts.merge(value, difference, (before, more) -> before + more == 0 ? null : before + more);
    }
}

package org.startupatlas.query.facet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.startupatlas.query.lookup.RecordDelta;

/**
 * A figure over all records of its resource, at a revision.
 *
 * @param counts how many records have which value
 */
record CachedCount(CountAggregation figure, long revision, Map<Object, Long> counts) {

    CachedCount {
        counts = Map.copyOf(counts);
    }

    /** The same figure at a later revision. */
    CachedCount at(long later, List<RecordDelta> replacements) {
        if (replacements.isEmpty()) {
            return new CachedCount(figure, later, counts);
        }
        Map<Object, Long> changed = new HashMap<>(counts);
        for (RecordDelta each : replacements) {
            if (each.revision() > revision) {
                each.before().ifPresent(record -> figure.of(record).forEach(value -> add(changed, value, -1)));
                each.after().ifPresent(record -> figure.of(record).forEach(value -> add(changed, value, 1)));
            }
        }
        return new CachedCount(figure, later, changed);
    }

    private static void add(Map<Object, Long> counts, Object value, long difference) {
        counts.merge(value, difference, (before, more) -> before + more == 0 ? null : before + more);
    }
}

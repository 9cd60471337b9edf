package org.startupatlas.query;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A figure over all records of its resource, at a revision.
 *
 * @param counts how many records have which value
 */
record Tally(Figure figure, long revision, Map<Object, Long> counts) {

    Tally {
        counts = Map.copyOf(counts);
    }

    /** The same figure at a later revision. */
    Tally at(long later, List<Replacement> replacements) {
        if (replacements.isEmpty()) {
            return new Tally(figure, later, counts);
        }
        Map<Object, Long> changed = new HashMap<>(counts);
        for (Replacement each : replacements) {
            if (each.revision() > revision) {
                each.before().ifPresent(record -> figure.of(record).forEach(value -> add(changed, value, -1)));
                each.after().ifPresent(record -> figure.of(record).forEach(value -> add(changed, value, 1)));
            }
        }
        return new Tally(figure, later, changed);
    }

    private static void add(Map<Object, Long> counts, Object value, long difference) {
        counts.merge(value, difference, (before, more) -> before + more == 0 ? null : before + more);
    }
}

package org.startupatlas.query;

import java.util.List;
import java.util.Map;

/**
 * How many of all records have which values.
 *
 * @param revision when they were counted
 * @param counts by resource
 */
public record Census(long revision, Map<Declaration, List<FacetCounts>> counts) {

    public Census {
        counts = Map.copyOf(counts);
    }
}

package org.startupatlas.query.facet;

import java.util.List;
import java.util.Map;
import org.startupatlas.schema.ResourceSchema;

/**
 * How many of all records have which values.
 *
 * @param revision when they were counted
 * @param counts by resource
 */
public record ResourceCounts(long revision, Map<ResourceSchema, List<FacetSummary>> counts) {

    public ResourceCounts {
        counts = Map.copyOf(counts);
    }
}

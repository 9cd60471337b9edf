package org.startupatlas.query.facet;

import java.util.List;
import java.util.Map;
import org.startupatlas.schema.ResourceSchema;

/**
 * The facets over all records of several resources.
 *
 * @param revision the revision at which they were counted
 * @param counts the facets by resource
 */
public record ResourceCounts(long revision, Map<ResourceSchema, List<FacetSummary>> counts) {

    public ResourceCounts {
        counts = Map.copyOf(counts);
    }
}

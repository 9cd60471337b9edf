package org.startupatlas.query.page;

import java.util.List;
import java.util.OptionalLong;
import org.startupatlas.query.facet.FacetSummary;

/**
 * The total and the facets of a list.
 *
 * @param total empty unless the request wants it
 */
record PageCounts(OptionalLong total, List<FacetSummary> facets) {

    static final PageCounts NONE = new PageCounts(OptionalLong.empty(), List.of());

    PageCounts {
        facets = List.copyOf(facets);
    }
}

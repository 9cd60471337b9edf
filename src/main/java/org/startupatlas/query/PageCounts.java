package org.startupatlas.query;

import java.util.List;
import java.util.OptionalLong;

/**
 * The total and the facets of a list.
 *
 * @param total empty unless it was asked for
 */
record PageCounts(OptionalLong total, List<FacetCounts> facets) {

    static final PageCounts NONE = new PageCounts(OptionalLong.empty(), List.of());

    PageCounts {
        facets = List.copyOf(facets);
    }
}

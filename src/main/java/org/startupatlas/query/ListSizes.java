package org.startupatlas.query;

import java.util.Map;
import java.util.Optional;

/**
 * How many records lists have.
 *
 * @param revision when they were counted
 */
public record ListSizes(long revision, Map<NamedList, Long> sizes) {

    public ListSizes {
        sizes = Map.copyOf(sizes);
    }

    /** Returns the size of a list; empty if there is no such list. */
    public Optional<Long> of(NamedList list) {
        return Optional.ofNullable(sizes.get(list));
    }
}

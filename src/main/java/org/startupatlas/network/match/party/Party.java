package org.startupatlas.network.match.party;

import java.util.List;
import org.startupatlas.network.match.criterion.Criterion;
import org.startupatlas.network.match.criterion.Value;

/** One side of a match. */
public interface Party {

    /** Returns what it has under a criterion, in an order that does not depend on the order of writes; empty if unknown. */
    List<Value> values(Criterion criterion);

    /**
     * Returns whether there is nothing else under a criterion than what is known. If there may be, having nothing in common
     * is unknown and not unmet: that a country has an official language does not say that no other is spoken.
     */
    default boolean isExhaustive(Criterion criterion) {
        return criterion != Criterion.LANGUAGE;
    }
}

package org.startupatlas.network.match.party;

import java.util.List;
import org.startupatlas.network.match.criterion.Criterion;
import org.startupatlas.network.match.criterion.Value;

/** One side of a match. */
public interface Party {

    /** Returns what it has under a criterion, in an order that does not depend on the order of writes; empty if unknown. */
    List<Value> values(Criterion criterion);
}

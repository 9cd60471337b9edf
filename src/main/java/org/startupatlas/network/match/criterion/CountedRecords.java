package org.startupatlas.network.match.criterion;

import java.util.List;

/**
 * How many records the other side has to show: n of them make n / (n + 3). It does not depend on what others have, so
 * that a record changes nothing in matches that it does not take part in.
 */
final class CountedRecords implements Comparison {

    /** So many make one half. */
    private static final double HALF = 3;

    @Override
    public Compared compare(List<Value> ours, List<Value> theirs, boolean asked, Closeness closeness) {
        int count = (int) theirs.stream().map(Value::code).distinct().count();
        return count == 0
                ? Compared.unknown(List.of(), theirs)
                : Comparison.known(count / (count + HALF), count, List.of(), theirs);
    }
}

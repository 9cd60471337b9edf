package org.startupatlas.network.match.criterion;

import java.util.List;

/** Compares the values that two sides have under one criterion. */
interface Comparison {

    /**
     * Compares two sides. Nothing known on a side that counts is unknown, never unmet.
     *
     * @param asked whether a request asks for our values, all of which then count; of a record, the best one counts
     */
    Compared compare(List<Value> ours, List<Value> theirs, boolean asked, Closeness closeness);

    /** Returns that it is met as far as it is close, or unmet where it is not close at all. */
    static Compared known(double closeness, int count, List<Value> ours, List<Value> theirs) {
        return new Compared(closeness > 0 ? Outcome.MET : Outcome.UNMET, closeness, count, ours, theirs);
    }
}

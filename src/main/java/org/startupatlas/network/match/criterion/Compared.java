package org.startupatlas.network.match.criterion;

import java.util.List;

/**
 * The result of a comparison.
 *
 * @param closeness from 0 to 1; 0 unless it is met
 * @param count how many values it rests on, of which the lists may have only the first
 * @param ours the values on our side that decided, in an order that does not depend on the order of writes
 * @param theirs those on the other side
 */
public record Compared(Outcome outcome, double closeness, int count, List<Value> ours, List<Value> theirs) {

    /** Enough to judge by; a partner with hundreds of startups is not listed in each match. */
    public static final int MAX_VALUES = 10;

    public Compared {
        ours = first(ours);
        theirs = first(theirs);
    }

    /** Returns that the values, if there are any, decide nothing. */
    public static Compared unknown(List<Value> ours, List<Value> theirs) {
        return new Compared(Outcome.UNKNOWN, 0, ours.size() + theirs.size(), ours, theirs);
    }

    private static List<Value> first(List<Value> values) {
        return List.copyOf(values.subList(0, Math.min(MAX_VALUES, values.size())));
    }
}

package org.startupatlas.bench.network;

/**
 * How high a list has the one that is looked for.
 *
 * @param hit whether it is among the first five, or how likely
 * @param reciprocal one divided by its place, or what that is on average
 */
record Rank(double hit, double reciprocal) {

    private static final int AMONG = 5;

    static Rank at(int place) {
        return amongEquals(place - 1, 1);
    }

    /** Returns what a list of so many in random order has on average. */
    static Rank random(int candidates) {
        return amongEquals(0, candidates);
    }

    /**
     * Returns what a list has on average in which equals are in random order.
     *
     * @param better how many come before
     * @param equals how many are equal, with itself
     */
    static Rank amongEquals(int better, int equals) {
        double hit = (double) Math.min(equals, Math.max(0, AMONG - better)) / equals;
        double reciprocal = 0;
        for (int place = better + 1; place <= better + equals; place++) {
            reciprocal += 1.0 / place;
        }
        return new Rank(hit, reciprocal / equals);
    }
}

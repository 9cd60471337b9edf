package org.startupatlas.network.match.criterion;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The closest pair of codes. Where a request asks for several codes, the mean over them, so that what covers more of
 * them is better.
 */
class ClosestCodes implements Comparison {

    static final String COUNTRIES = "countries";

    private final String vocabulary;

    ClosestCodes(String vocabulary) {
        this.vocabulary = vocabulary;
    }

    private record Pair(Value ours, Value theirs, double closeness) {}

    @Override
    public Compared compare(List<Value> ours, List<Value> theirs, boolean asked, Closeness closeness) {
        if (ours.isEmpty() || theirs.isEmpty()) {
            return Compared.unknown(ours, theirs);
        }
        if (!asked) {
            List<Pair> same = same(ours, theirs);
            // No other pair can be closer.
            if (!same.isEmpty()) {
                return decided(1, same);
            }
        }
        List<Pair> pairs = ours.stream()
                .map(value -> closest(value, theirs, closeness))
                .filter(Objects::nonNull)
                .toList();
        if (pairs.isEmpty()) {
            return Comparison.known(0, 0, ours, theirs);
        }
        double best = pairs.stream().mapToDouble(Pair::closeness).max().orElse(0);
        double reached = asked ? pairs.stream().mapToDouble(Pair::closeness).sum() / ours.size() : best;
        List<Pair> deciding = asked
                ? pairs
                : pairs.stream().filter(pair -> pair.closeness == best).toList();
        return decided(reached, deciding);
    }

    private static Compared decided(double reached, List<Pair> deciding) {
        return Comparison.known(
                reached,
                deciding.size(),
                deciding.stream().map(Pair::ours).distinct().toList(),
                deciding.stream().map(Pair::theirs).distinct().toList());
    }

    /** Returns the values of our side that the other has too, each with the first such value. */
    private static List<Pair> same(List<Value> ours, List<Value> theirs) {
        Map<String, Value> byCode = new HashMap<>();
        theirs.forEach(value -> byCode.putIfAbsent(value.code(), value));
        return ours.stream()
                .filter(value -> byCode.containsKey(value.code()))
                .map(value -> new Pair(value, byCode.get(value.code()), 1))
                .toList();
    }

    /** Returns the closest value of the other side, the first among equals; null if none is close. */
    private Pair closest(Value value, List<Value> theirs, Closeness closeness) {
        List<Pair> best = new ArrayList<>();
        for (Value other : theirs) {
            double reached = between(value.code(), other.code(), closeness);
            if (reached > (best.isEmpty() ? 0 : best.get(0).closeness)) {
                best = List.of(new Pair(value, other, reached));
            }
        }
        return best.isEmpty() ? null : best.get(0);
    }

    double between(String one, String other, Closeness closeness) {
        return closeness.of(vocabulary, one, other);
    }
}

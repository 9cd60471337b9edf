package org.startupatlas.network.match.criterion;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The records that both sides are linked to: one makes 0.5, two 0.75, and each further one half of what is missing. */
final class SharedRecords implements Comparison {

    @Override
    public Compared compare(List<Value> ours, List<Value> theirs, boolean asked, Closeness closeness) {
        if (ours.isEmpty() || theirs.isEmpty()) {
            return Compared.unknown(ours, theirs);
        }
        Set<String> codes = codes(ours);
        List<Value> shared =
                theirs.stream().filter(value -> codes.contains(value.code())).toList();
        if (shared.isEmpty()) {
            return Comparison.known(0, 0, ours, theirs);
        }
        Set<String> sharedCodes = codes(shared);
        return Comparison.known(
                1 - Math.pow(0.5, sharedCodes.size()),
                sharedCodes.size(),
                ours.stream()
                        .filter(value -> sharedCodes.contains(value.code()))
                        .toList(),
                shared);
    }

    private static Set<String> codes(List<Value> values) {
        return values.stream().map(Value::code).collect(Collectors.toSet());
    }
}

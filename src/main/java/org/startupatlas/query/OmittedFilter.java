package org.startupatlas.query;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A list without one of its filters, to be counted where the filter leaves nothing.
 *
 * @param parameter the filter, as it was sent
 * @param without what the records satisfy that come without it
 * @param unknown what those of them satisfy whose field has no value, or null where the filter asks of a relation
 */
record OmittedFilter(String parameter, Condition without, Condition unknown) {

    /**
     * The first filters, each left out.
     *
     * @param condition what the records satisfy of which this is asked
     */
    static List<OmittedFilter> of(List<Conditions.Asked> asked, Function<List<Conditions.Asked>, Condition> condition) {
        return asked.stream()
                .limit(QueryLimits.MAX_EMPTY_REASONS)
                .map(filter -> {
                    List<Conditions.Asked> others = new ArrayList<>(asked);
                    others.remove(filter);
                    Condition without = condition.apply(others);
                    return new OmittedFilter(
                            filter.operator().parameter(filter.path().name()),
                            without,
                            unknown(filter.path(), without));
                })
                .toList();
    }

    private static Condition unknown(Path path, Condition without) {
        if (path.steps().stream().anyMatch(step -> step instanceof Step.From)) {
            return null;
        }
        return OperatorRules.operators(path).contains(Operator.EXISTS)
                ? without.and(new Condition.Not(Conditions.reached(path, 0, Condition.Exists::new)))
                : Condition.NEVER;
    }
}

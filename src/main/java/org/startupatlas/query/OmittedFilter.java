package org.startupatlas.query;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.startupatlas.query.filter.Condition;
import org.startupatlas.query.filter.Conditions;
import org.startupatlas.query.parameter.QueryLimits;
import org.startupatlas.schema.FieldPath;
import org.startupatlas.schema.Join;
import org.startupatlas.schema.OperatorRules;
import org.startupatlas.schema.type.Operator;

/**
 * A list without one of its filters, counted to explain why the list is empty.
 *
 * @param parameter the name of the filter
 * @param without the condition without the filter
 * @param unknown the same condition for records without a value for the filter's field, or null if the filter is on
 *     a relation
 */
public record OmittedFilter(String parameter, Condition without, Condition unknown) {

    /**
     * Returns the first filters, each omitted in turn.
     *
     * @param condition builds the condition of the list from the remaining filters
     */
    public static List<OmittedFilter> of(
            List<Conditions.FieldFilter> filters, Function<List<Conditions.FieldFilter>, Condition> condition) {
        return filters.stream()
                .limit(QueryLimits.MAX_EMPTY_REASONS)
                .map(filter -> {
                    List<Conditions.FieldFilter> others = new ArrayList<>(filters);
                    others.remove(filter);
                    Condition without = condition.apply(others);
                    return new OmittedFilter(
                            filter.operator().parameter(filter.path().name()),
                            without,
                            unknown(filter.path(), without));
                })
                .toList();
    }

    private static Condition unknown(FieldPath path, Condition without) {
        if (path.joins().stream().anyMatch(join -> join instanceof Join.Referrers)) {
            return null;
        }
        return OperatorRules.operators(path).contains(Operator.EXISTS)
                ? without.and(new Condition.Not(Conditions.atEnd(path, 0, Condition.Exists::new)))
                : Condition.NEVER;
    }
}

package org.startupatlas.query.filter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.startupatlas.schema.FieldPath;
import org.startupatlas.schema.Join;
import org.startupatlas.schema.type.Operator;

/** Builds conditions from filters. */
public final class Conditions {

    /**
     * One parsed filter parameter.
     *
     * @param claim the condition that a claim gives the reason of an absent value; null for other operators
     */
    public record FieldFilter(FieldPath path, Operator operator, List<?> values, Condition claim) {

        public FieldFilter(FieldPath path, Operator operator, List<?> values) {
            this(path, operator, values, null);
        }

        /**
         * Returns the filter on values that are missing for one of the reasons.
         *
         * @param claimField the path to the fields of claims
         * @param claimAbsent the path to the reasons of claims
         */
        public static FieldFilter absent(FieldPath path, List<?> reasons, FieldPath claimField, FieldPath claimAbsent) {
            Condition claim = of(List.of(
                    new FieldFilter(claimField, Operator.EQUAL, List.of(path.name())),
                    new FieldFilter(claimAbsent, Operator.EQUAL, reasons)));
            return new FieldFilter(path, Operator.ABSENT, reasons, claim);
        }

        /**
         * Returns whether the filter matches an element, so that it can be combined with other filters on the same
         * element.
         */
        boolean isPositive() {
            return switch (operator) {
                case NOT_EQUAL, ALL, ABSENT -> false;
                case EXISTS -> values.get(0).equals(true);
                default -> true;
            };
        }
    }

    private Conditions() {}

    /**
     * Returns the conjunction of the filters. Filters on the same list, reference or relation must match the same
     * element: {@code markets.country=FR&markets.mode=export} is one market.
     */
    public static Condition of(List<FieldFilter> filters) {
        return groupByElement(filters, 0);
    }

    /** Returns the filters on other fields than the one at the path. */
    public static List<FieldFilter> exceptOn(List<FieldFilter> filters, FieldPath path) {
        return filters.stream()
                .filter(filter -> !filter.path().name().equals(path.name()))
                .toList();
    }

    private static Condition groupByElement(List<FieldFilter> filters, int depth) {
        List<Condition> conditions = new ArrayList<>();
        Map<Join, List<FieldFilter>> byJoin = new LinkedHashMap<>();
        for (FieldFilter filter : filters) {
            boolean isAtEnd = filter.path().joins().size() == depth;
            if (isAtEnd || !filter.isPositive()) {
                conditions.add(single(filter, depth));
            } else {
                byJoin.computeIfAbsent(filter.path().joins().get(depth), join -> new ArrayList<>())
                        .add(filter);
            }
        }
        byJoin.forEach((join, elementFilters) ->
                conditions.add(new Condition.Joined(join, groupByElement(elementFilters, depth + 1))));
        return conditions.size() == 1 ? conditions.get(0) : new Condition.And(conditions);
    }

    private static Condition single(FieldFilter filter, int depth) {
        FieldPath path = filter.path();
        return switch (filter.operator()) {
            case EXISTS -> {
                Condition exists = atEnd(path, depth, Condition.Exists::new);
                yield filter.values().get(0).equals(true) ? exists : new Condition.Not(exists);
            }
            case ABSENT -> new Condition.Not(atEnd(path, depth, Condition.Exists::new)).and(filter.claim());
            case NOT_EQUAL -> new Condition.Not(atEnd(path, depth, end -> equal(end, filter.values())));
            case ALL -> new Condition.And(filter.values().stream()
                    .map(value -> atEnd(path, depth, end -> equal(end, List.of(value))))
                    .toList());
            default -> atEnd(path, depth, end -> new Condition.Comparison(end, filter.operator(), filter.values()));
        };
    }

    private static Condition equal(FieldPath path, List<?> values) {
        return new Condition.Comparison(path, Operator.EQUAL, values);
    }

    /**
     * Returns the condition that {@code leafCondition} holds at the end of the path, starting with the join at index
     * {@code depth}.
     */
    public static Condition atEnd(FieldPath path, int depth, Function<FieldPath, Condition> leafCondition) {
        Condition condition = leafCondition.apply(path);
        for (int i = path.joins().size() - 1; i >= depth; i--) {
            condition = new Condition.Joined(path.joins().get(i), condition);
        }
        return condition;
    }

    /** Returns whether the condition involves only the record itself and no other records. */
    public static boolean isOwn(Condition condition) {
        if (condition instanceof Condition.And and) {
            return and.conditions().stream().allMatch(Conditions::isOwn);
        }
        if (condition instanceof Condition.Or or) {
            return or.conditions().stream().allMatch(Conditions::isOwn);
        }
        if (condition instanceof Condition.Not not) {
            return isOwn(not.condition());
        }
        if (condition instanceof Condition.IdIn) {
            return false;
        }
        return !(condition instanceof Condition.Joined joined)
                || joined.join() instanceof Join.Elements && isOwn(joined.condition());
    }
}

package org.startupatlas.query.filter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.startupatlas.schema.FieldPath;
import org.startupatlas.schema.Join;
import org.startupatlas.schema.type.Operator;

/** Builds conditions from what was asked of paths. */
public final class Conditions {

    /** One parameter, read. */
    public record Asked(FieldPath path, Operator operator, List<?> values) {

        /** Whether it asks for an element that several parameters may speak of together. */
        boolean isPositive() {
            return switch (operator) {
                case NOT_EQUAL, ALL -> false;
                case EXISTS -> values.get(0).equals(true);
                default -> true;
            };
        }
    }

    private Conditions() {}

    /**
     * All that was asked, together. What is asked of the same list, reference or relation is asked of one and the
     * same element: {@code markets.country=FR&markets.mode=export} is one market.
     */
    public static Condition of(List<Asked> all) {
        return together(all, 0);
    }

    /** What was asked of anything but the field at that path. */
    public static List<Asked> besides(List<Asked> all, FieldPath path) {
        return all.stream()
                .filter(asked -> !asked.path().name().equals(path.name()))
                .toList();
    }

    private static Condition together(List<Asked> all, int depth) {
        List<Condition> conditions = new ArrayList<>();
        Map<Join, List<Asked>> sameElement = new LinkedHashMap<>();
        for (Asked asked : all) {
            boolean atEnd = asked.path().joins().size() == depth;
            if (atEnd || !asked.isPositive()) {
                conditions.add(alone(asked, depth));
            } else {
                sameElement
                        .computeIfAbsent(asked.path().joins().get(depth), step -> new ArrayList<>())
                        .add(asked);
            }
        }
        sameElement.forEach((step, those) -> conditions.add(new Condition.Reaches(step, together(those, depth + 1))));
        return conditions.size() == 1 ? conditions.get(0) : new Condition.All(conditions);
    }

    private static Condition alone(Asked asked, int depth) {
        FieldPath path = asked.path();
        return switch (asked.operator()) {
            case EXISTS -> {
                Condition exists = reached(path, depth, Condition.Exists::new);
                yield asked.values().get(0).equals(true) ? exists : new Condition.Not(exists);
            }
            case NOT_EQUAL -> new Condition.Not(reached(path, depth, last -> equal(last, asked.values())));
            case ALL -> new Condition.All(asked.values().stream()
                    .map(value -> reached(path, depth, last -> equal(last, List.of(value))))
                    .toList());
            default -> reached(path, depth, last -> new Condition.Compares(last, asked.operator(), asked.values()));
        };
    }

    private static Condition equal(FieldPath path, List<?> values) {
        return new Condition.Compares(path, Operator.EQUAL, values);
    }

    /** The condition that {@code leaf} holds at the end of the path, seen from its step number {@code depth}. */
    public static Condition reached(FieldPath path, int depth, Function<FieldPath, Condition> leaf) {
        Condition condition = leaf.apply(path);
        for (int i = path.joins().size() - 1; i >= depth; i--) {
            condition = new Condition.Reaches(path.joins().get(i), condition);
        }
        return condition;
    }

    /** Whether a record alone, without any other, tells if it satisfies the condition. */
    public static boolean isOwn(Condition condition) {
        if (condition instanceof Condition.All all) {
            return all.conditions().stream().allMatch(Conditions::isOwn);
        }
        if (condition instanceof Condition.Any any) {
            return any.conditions().stream().allMatch(Conditions::isOwn);
        }
        if (condition instanceof Condition.Not not) {
            return isOwn(not.condition());
        }
        if (condition instanceof Condition.Among) {
            return false;
        }
        return !(condition instanceof Condition.Reaches reaches)
                || reaches.step() instanceof Join.Into && isOwn(reaches.condition());
    }
}

package org.startupatlas.schema;

import java.util.EnumSet;
import java.util.Set;
import org.startupatlas.schema.type.Operator;

/**
 * Determines the operators of a path: those that its type defines, and {@code ne}, {@code all} and {@code exists},
 * which follow from the field.
 */
public final class OperatorRules {

    private OperatorRules() {}

    public static Set<Operator> operators(FieldPath path) {
        Set<Operator> operators = EnumSet.noneOf(Operator.class);
        Field field = path.field();
        if (field.type() != null) {
            operators.addAll(field.type().operators());
            if (operators.contains(Operator.EQUAL)) {
                operators.add(Operator.NOT_EQUAL);
            }
            if (path.isMany() && field.type().multiValued() && operators.contains(Operator.EQUAL)) {
                operators.add(Operator.ALL);
            }
        }
        if (canBeMissing(path)) {
            operators.add(Operator.EXISTS);
        }
        return operators;
    }

    /** Whether the filter takes several values, separated by commas. */
    public static boolean takeSeveral(Field field, Operator operator) {
        return switch (operator) {
            case EQUAL, NOT_EQUAL, ALL -> field.type() != null && field.type().multiValued();
            default -> false;
        };
    }

    private static boolean canBeMissing(FieldPath path) {
        return !path.joins().isEmpty()
                || !path.field().isNonNull()
                || path.field().isComposed()
                || path.field().isList();
    }
}

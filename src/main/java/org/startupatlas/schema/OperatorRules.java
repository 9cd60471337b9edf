package org.startupatlas.schema;

import java.util.EnumSet;
import java.util.Set;
import org.startupatlas.schema.type.Operator;

/**
 * Determines the operators of a path: those that its type defines, and {@code ne}, {@code all}, {@code exists} and
 * {@code absent}, which follow from the field.
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
            if (canHaveReason(path)) {
                operators.add(Operator.ABSENT);
            }
        }
        return operators;
    }

    /** Whether the filter takes several values, separated by commas. */
    public static boolean takeSeveral(Field field, Operator operator) {
        return switch (operator) {
            case EQUAL, NOT_EQUAL, ALL -> field.type() != null && field.type().multiValued();
            case ABSENT -> true;
            default -> false;
        };
    }

    /** Whether a claim can say why the value is missing: not of what is inside a list, nor of common fields. */
    private static boolean canHaveReason(FieldPath path) {
        boolean isInsideList = !path.joins().isEmpty() && path.name().contains(".");
        return path.isOwn() && !isInsideList && !CommonFields.contains(path.name());
    }

    private static boolean canBeMissing(FieldPath path) {
        return !path.joins().isEmpty()
                || !path.field().isNonNull()
                || path.field().isComposed()
                || path.field().isList();
    }
}

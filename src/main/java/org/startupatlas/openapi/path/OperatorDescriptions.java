package org.startupatlas.openapi.path;

import org.startupatlas.schema.type.Operator;
import org.startupatlas.schema.type.ValueType;
import org.startupatlas.schema.type.ValueTypes;

/** What operators mean, in the descriptions of parameters. */
final class OperatorDescriptions {

    private OperatorDescriptions() {}

    static String of(Operator operator, ValueType<?> type, boolean several) {
        if (type == ValueTypes.PARTIAL_DATE && several) {
            return ofDates(operator);
        }
        return switch (operator) {
            case EQUAL -> several ? "Is one of these:" : "Is this:";
            case NOT_EQUAL -> several ? "Is none of these, or has no value:" : "Is not this, or has no value:";
            case LESS -> "Is less than this:";
            case LESS_OR_EQUAL -> "Is this or less:";
            case GREATER -> "Is greater than this:";
            case GREATER_OR_EQUAL -> "Is this or greater:";
            case STARTS -> "Begins so, whatever the case and accents:";
            case CONTAINS -> "Contains this, whatever the case and accents:";
            case ALL -> "Has all of these:";
            case EXISTS -> "Has a value, or has none:";
        };
    }

    private static String ofDates(Operator operator) {
        return switch (operator) {
            case EQUAL -> "Lies within one of these:";
            case NOT_EQUAL -> "Lies within none of these, or has no value:";
            default -> "Has a date within each of these:";
        };
    }
}

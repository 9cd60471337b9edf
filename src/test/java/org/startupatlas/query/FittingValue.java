package org.startupatlas.query;

import org.startupatlas.schema.CommonFields;
import org.startupatlas.schema.Field;
import org.startupatlas.schema.Vocabularies;
import org.startupatlas.schema.type.Operator;

/** A valid value of a filter, independent of the data. */
public final class FittingValue {
    private FittingValue() {}

    /** Returns a valid value for an operator on a field. */
    public static String of(Field field, Operator operator, Vocabularies terms) {
        if (operator == Operator.ABSENT) {
            return terms.codes(CommonFields.ABSENCE_REASONS).get(0);
        }
        if (operator == Operator.EXISTS) {
            return "true";
        }
        if (field.isCurrency()) {
            return "MAD";
        }
        if (field.vocabulary() != null) {
            return terms.codes(field.vocabulary()).get(0);
        }
        return switch (field.type().name()) {
            case "token", "text", "prose" -> "a";
            case "id", "reference" -> "019dadd7-e400-7000-8000-000000000001";
            case "integer" -> "2020";
            case "decimal" -> "12.5";
            case "timestamp" -> "2026-11-23T06:00:00.5+01:00";
            case "boolean" -> "true";
            case "partial_date" -> "2024-H1";
            default -> throw new IllegalArgumentException("no value for " + field.type());
        };
    }
}

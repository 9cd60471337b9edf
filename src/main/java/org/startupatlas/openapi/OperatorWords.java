package org.startupatlas.openapi;

import org.startupatlas.query.ValueType;
import org.startupatlas.query.ValueTypes;

/** What equality means, in the descriptions of parameters. */
final class OperatorWords {

    private OperatorWords() {}

    static String ofEquality(ValueType<?> type, boolean several) {
        if (type == ValueTypes.PARTIAL_DATE) {
            return "Lies within one of these:";
        }
        return several ? "Is one of these:" : "Is this:";
    }
}

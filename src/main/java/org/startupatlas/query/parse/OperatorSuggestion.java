package org.startupatlas.query.parse;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.startupatlas.query.parameter.DidYouMean;
import org.startupatlas.schema.type.Operator;

/** Finds the operator that was meant by a suffix, and never one that asks the opposite. */
final class OperatorSuggestion {

    /** What other APIs call them. */
    private static final Map<String, Operator> SYNONYMS = Map.of(
            "eq", Operator.EQUAL,
            "in", Operator.EQUAL,
            "neq", Operator.NOT_EQUAL,
            "not", Operator.NOT_EQUAL,
            "nin", Operator.NOT_EQUAL,
            "ge", Operator.GREATER_OR_EQUAL,
            "le", Operator.LESS_OR_EQUAL);

    private OperatorSuggestion() {}

    /**
     * The operator that was meant.
     *
     * @param suffix stands behind the field; empty for equality
     * @param fitting the operators that the field has
     */
    static Optional<Operator> of(String suffix, Collection<Operator> supported) {
        Optional<Operator> known = Operator.ofSuffix(suffix)
                .or(() -> Optional.ofNullable(suffix.isEmpty() ? Operator.EQUAL : SYNONYMS.get(suffix)));
        if (known.isEmpty()) {
            return nearest(suffix, supported);
        }
        return supported.contains(known.get())
                ? known
                : supported.stream().filter(known.get()::hasSameDirection).findFirst();
    }

    /** The nearest suffix, unless others that are as near ask something else. */
    private static Optional<Operator> nearest(String suffix, Collection<Operator> supported) {
        Map<String, Operator> bySuffix = supported.stream()
                .filter(operator -> operator != Operator.EQUAL)
                // Two letters are near to any two: a denial must begin like one.
                .filter(operator -> operator != Operator.NOT_EQUAL || suffix.startsWith("n"))
                .collect(Collectors.toMap(Operator::code, operator -> operator));
        List<Operator> nearest = DidYouMean.allNearest(suffix, bySuffix.keySet()).stream()
                .map(bySuffix::get)
                .toList();
        return nearest.stream().findFirst().filter(first -> nearest.stream()
                .allMatch(each -> each == first || each.hasSameDirection(first)));
    }
}

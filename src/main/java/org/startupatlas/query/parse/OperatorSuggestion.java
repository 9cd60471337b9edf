package org.startupatlas.query.parse;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.startupatlas.query.parameter.DidYouMean;
import org.startupatlas.schema.type.Operator;

/** Suggests an operator for an unknown suffix, but never one with the opposite meaning. */
final class OperatorSuggestion {

    /** The names of operators in other APIs. */
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
     * Returns the operator that an unsupported suffix probably means.
     *
     * @param suffix the suffix after the field's name; empty for equality
     * @param supported the operators that the field supports
     */
    static Optional<Operator> of(String suffix, Collection<Operator> supported) {
        Optional<Operator> operator = Operator.ofSuffix(suffix)
                .or(() -> Optional.ofNullable(suffix.isEmpty() ? Operator.EQUAL : SYNONYMS.get(suffix)));
        if (operator.isEmpty()) {
            return nearest(suffix, supported);
        }
        return supported.contains(operator.get())
                ? operator
                : supported.stream().filter(operator.get()::hasSameDirection).findFirst();
    }

    /** Returns the operator with the closest suffix, unless equally close ones restrict in another direction. */
    private static Optional<Operator> nearest(String suffix, Collection<Operator> supported) {
        Map<String, Operator> bySuffix = supported.stream()
                .filter(operator -> operator != Operator.EQUAL)
                // Any two letters are close to {@code ne}, so a suffix must begin like a negation.
                .filter(operator -> operator != Operator.NOT_EQUAL || suffix.startsWith("n"))
                .collect(Collectors.toMap(Operator::code, operator -> operator));
        List<Operator> nearest = DidYouMean.allNearest(suffix, bySuffix.keySet()).stream()
                .map(bySuffix::get)
                .toList();
        return nearest.stream().findFirst().filter(first -> nearest.stream()
                .allMatch(each -> each == first || each.hasSameDirection(first)));
    }
}

package org.startupatlas.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** Reads what a request for statistics says beside its filters: what to count by, and what to tell. */
final class StatsOptionReader {

    private final Register register;
    private final AggregationSchema aggregations;
    private final Declaration declaration;
    private final ParameterSet parameters;

    StatsOptionReader(
            Register register, AggregationSchema aggregations, Declaration declaration, ParameterSet parameters) {
        this.register = register;
        this.aggregations = aggregations;
        this.declaration = declaration;
        this.parameters = parameters;
    }

    List<Dimension> groupBy(List<String> words) {
        List<Dimension> groupBy =
                read("group_by", words, aggregations.dimensions(declaration), Dimension::name, "not-groupable");
        if (groupBy.size() > StatsQuery.MAX_DIMENSIONS) {
            parameters.reject(Violation.of("group_by", "too-many", String.valueOf(StatsQuery.MAX_DIMENSIONS)));
        }
        return groupBy;
    }

    /** Without words, the records are counted. */
    List<Metric> metrics(List<String> words) {
        return words.isEmpty()
                ? List.of(Metric.COUNT)
                : read("metrics", words, aggregations.metrics(declaration), Metric::name, "no-metric");
    }

    private <T> List<T> read(
            String parameter, List<String> words, Collection<T> possible, Function<T, String> name, String unfit) {
        List<T> found = new ArrayList<>();
        for (String word : words) {
            T meant = possible.stream()
                    .filter(each -> name.apply(each).equals(word))
                    .findFirst()
                    .orElse(null);
            if (meant == null) {
                parameters.reject(
                        unknown(parameter, word, possible.stream().map(name).toList(), unfit));
            } else if (found.contains(meant)) {
                parameters.reject(Violation.of(parameter, "repeated-value", word));
            } else {
                found.add(meant);
            }
        }
        return found;
    }

    /** A field that records have but that does not fit is told from a word that is none. */
    private Violation unknown(String parameter, String word, List<String> names, String unfit) {
        boolean known = register.paths(declaration).containsKey(Operator.field(word));
        Violation violation = Violation.unknown(parameter, known ? unfit : "unknown-field", word, names);
        // Of two figures that are as near, as the least and the greatest, neither is said to be meant.
        List<String> nearest = Spelling.allNearest(word, names);
        return nearest.isEmpty()
                ? violation.meaning(beginning(word, names))
                : violation.meaning(nearest.size() == 1 ? nearest.get(0) : null);
    }

    /** A field of which only a period, or only a figure, is asked: the first of these. */
    private static String beginning(String word, List<String> names) {
        return names.stream()
                .filter(name -> name.startsWith(Operator.field(word) + Operator.SEPARATOR))
                .findFirst()
                .orElse(null);
    }
}

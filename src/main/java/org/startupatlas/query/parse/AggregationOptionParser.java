package org.startupatlas.query.parse;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.startupatlas.query.aggregate.AggregationQuery;
import org.startupatlas.query.aggregate.AggregationSchema;
import org.startupatlas.query.aggregate.Dimension;
import org.startupatlas.query.aggregate.Metric;
import org.startupatlas.query.parameter.DidYouMean;
import org.startupatlas.query.parameter.ParameterSet;
import org.startupatlas.query.parameter.Violation;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.SchemaRegistry;
import org.startupatlas.schema.type.Operator;

/** Parses the parameters of a statistics request that are not filters: the dimensions and the metrics. */
final class AggregationOptionParser {

    private final SchemaRegistry registry;
    private final AggregationSchema aggregations;
    private final ResourceSchema schema;
    private final ParameterSet parameters;

    AggregationOptionParser(
            SchemaRegistry registry, AggregationSchema aggregations, ResourceSchema schema, ParameterSet parameters) {
        this.registry = registry;
        this.aggregations = aggregations;
        this.schema = schema;
        this.parameters = parameters;
    }

    List<Dimension> groupBy() {
        List<Dimension> groupBy = read("group_by", aggregations.dimensions(schema), Dimension::name, "not-groupable");
        if (groupBy.size() > AggregationQuery.MAX_DIMENSIONS) {
            parameters.reject(Violation.of("group_by", "too-many", String.valueOf(AggregationQuery.MAX_DIMENSIONS)));
        }
        return groupBy;
    }

    /** Returns the requested metrics; the count if none is requested. */
    List<Metric> metrics() {
        List<Metric> metrics = read("metrics", aggregations.metrics(schema), Metric::name, "no-metric");
        return metrics.isEmpty() ? List.of(Metric.COUNT) : metrics;
    }

    private <T> List<T> read(String parameter, Collection<T> allowed, Function<T, String> name, String mismatchCode) {
        List<T> found = new ArrayList<>();
        for (String value : parameters.list(parameter)) {
            T match = allowed.stream()
                    .filter(each -> name.apply(each).equals(value))
                    .findFirst()
                    .orElse(null);
            if (match == null) {
                parameters.reject(
                        unknown(parameter, value, allowed.stream().map(name).toList(), mismatchCode));
            } else if (found.contains(match)) {
                parameters.reject(Violation.of(parameter, "repeated-value", value));
            } else {
                found.add(match);
            }
        }
        return found;
    }

    /** Distinguishes a field that exists but does not fit from an unknown one. */
    private Violation unknown(String parameter, String value, List<String> names, String mismatchCode) {
        boolean isField = registry.paths(schema).containsKey(Operator.field(value));
        Violation violation = Violation.unknown(parameter, isField ? mismatchCode : "unknown-field", value, names);
        // If two names are equally close, such as the minimum and the maximum, neither is suggested.
        List<String> nearest = DidYouMean.allNearest(value, names);
        return nearest.isEmpty()
                ? violation.suggesting(firstWithField(value, names))
                : violation.suggesting(nearest.size() == 1 ? nearest.get(0) : null);
    }

    /**
     * Returns the first name that begins with the field: the request omitted the calendar interval or the aggregate, or
     * named a wrong one.
     */
    private static String firstWithField(String value, List<String> names) {
        return names.stream()
                .filter(name -> name.startsWith(Operator.field(value) + Operator.SEPARATOR))
                .findFirst()
                .orElse(null);
    }
}

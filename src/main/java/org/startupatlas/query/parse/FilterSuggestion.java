package org.startupatlas.query.parse;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.startupatlas.query.parameter.DidYouMean;
import org.startupatlas.schema.Filter;
import org.startupatlas.schema.type.Operator;

/** Suggests a parameter for a filter on an unknown field, but never one with the opposite meaning. */
final class FilterSuggestion {

    private final List<Filter> filters;
    private final List<String> options;

    /**
     * @param options the parameters of the operation that are not filters, which may be suggested too
     */
    FilterSuggestion(List<Filter> filters, List<String> options) {
        this.filters = List.copyOf(filters);
        this.options = List.copyOf(options);
    }

    /** Returns the closest parameter. */
    Optional<String> of(String parameter) {
        return parameter.contains(Operator.SEPARATOR) ? withOperator(parameter) : withoutOperator(parameter);
    }

    /** Returns the closest field that supports the operator. */
    private Optional<String> withOperator(String parameter) {
        Map<String, Operator> operators = new LinkedHashMap<>();
        for (Filter filter : filters) {
            OperatorSuggestion.of(Operator.suffix(parameter), filter.operators())
                    .ifPresent(operator -> operators.put(filter.name(), operator));
        }
        return DidYouMean.nearest(Operator.field(parameter), operators.keySet())
                .map(field -> operators.get(field).parameter(field));
    }

    /**
     * Returns the closest option, equality filter, or filter whose operator lacks an underscore: {@code founded_gte}.
     */
    private Optional<String> withoutOperator(String parameter) {
        Stream<String> parameters = filters.stream().flatMap(filter -> filter.operators().stream()
                .filter(operator -> operator == Operator.EQUAL || parameter.endsWith(operator.code()))
                .map(operator -> operator.parameter(filter.name())));
        return DidYouMean.nearest(
                parameter, Stream.concat(options.stream(), parameters).toList());
    }
}

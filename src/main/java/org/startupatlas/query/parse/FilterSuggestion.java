package org.startupatlas.query.parse;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.startupatlas.query.parameter.DidYouMean;
import org.startupatlas.schema.Filter;
import org.startupatlas.schema.type.Operator;

/** Finds the parameter that was meant by one whose field is unknown, and never one that asks the opposite. */
final class FilterSuggestion {

    private final List<Filter> filters;
    private final List<String> options;

    /**
     * @param options the parameters that the request can have beside filters, one of which may be meant
     */
    FilterSuggestion(List<Filter> filters, List<String> options) {
        this.filters = List.copyOf(filters);
        this.options = List.copyOf(options);
    }

    /** The nearest parameter. */
    Optional<String> of(String parameter) {
        return parameter.contains(Operator.SEPARATOR) ? withOperator(parameter) : withoutOperator(parameter);
    }

    /** The nearest field that can be asked so. */
    private Optional<String> withOperator(String parameter) {
        Map<String, Operator> operators = new LinkedHashMap<>();
        for (Filter filter : filters) {
            OperatorSuggestion.of(Operator.suffix(parameter), filter.operators())
                    .ifPresent(operator -> operators.put(filter.name(), operator));
        }
        return DidYouMean.nearest(Operator.field(parameter), operators.keySet())
                .map(field -> operators.get(field).parameter(field));
    }

    /** An option, equality, or an operator before which an underscore is missing: {@code founded_gte}. */
    private Optional<String> withoutOperator(String parameter) {
        Stream<String> parameters = filters.stream().flatMap(filter -> filter.operators().stream()
                .filter(operator -> operator == Operator.EQUAL || parameter.endsWith(operator.code()))
                .map(operator -> operator.parameter(filter.name())));
        return DidYouMean.nearest(
                parameter, Stream.concat(options.stream(), parameters).toList());
    }
}

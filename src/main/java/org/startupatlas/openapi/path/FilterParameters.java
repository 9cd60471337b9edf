package org.startupatlas.openapi.path;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.startupatlas.openapi.schema.ValueSchemas;
import org.startupatlas.schema.CommonFields;
import org.startupatlas.schema.Field;
import org.startupatlas.schema.Filter;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.SchemaRegistry;
import org.startupatlas.schema.type.Operator;

/**
 * Adds the filter parameters of each resource. The most used filters are separate parameters of the resource's list:
 * equality on the record's own fields, then ranges, then existence, with a resource's own fields before those that
 * every record has, up to {@link #MAX_NAMED_FILTERS}. Lists below a record, statistics and exports have none: with them
 * there too, filters would make up a third of the document. All other filters, several hundred, are one object parameter; the document describes how their names are
 * built, and {@code /v1/meta} lists them.
 */
public final class FilterParameters {

    /** The maximum number of parameters of an operation, up to which generated clients and Swagger UI stay usable. */
    public static final int MAX_PARAMETERS = 60;

    /**
     * The number of parameters of a list besides its named filters: options, headers, and the object of all other
     * filters.
     */
    private static final int OPTIONS = 13;

    private static final int MAX_NAMED_FILTERS = MAX_PARAMETERS - OPTIONS;

    private static final int MAX_FILTER_LENGTH = 16_384;

    /** The operators that have named parameters, in order of priority. */
    private static final List<Operator> NAMED_OPERATORS =
            List.of(Operator.EQUAL, Operator.GREATER_OR_EQUAL, Operator.LESS_OR_EQUAL, Operator.EXISTS);

    private static final String WORD = "[a-z0-9]+(_[a-z0-9]+)*";

    private static final String SUFFIXES = Arrays.stream(Operator.values())
            .filter(operator -> operator != Operator.EQUAL)
            .map(Operator::code)
            .collect(Collectors.joining("|", "(__(", "))?"));

    /** The pattern of the name of a filter of any resource. */
    static final String NAME = "^" + WORD + "([.]" + WORD + ")*" + SUFFIXES + "$";

    private record Named(Filter filter, Operator operator) {

        String parameter() {
            return operator.parameter(filter.name());
        }

        boolean isCommon() {
            return CommonFields.contains(filter.name());
        }
    }

    private final SchemaRegistry registry;
    private final Components components;

    FilterParameters(SchemaRegistry registry, Components components) {
        this.registry = registry;
        this.components = components;
    }

    void add(ResourceSchema resourceSchema) {
        named(resourceSchema)
                .filter(Named::isCommon)
                .forEach(named -> components.addParameter(named.parameter(), parameter(named)));
        components.addParameter(component(resourceSchema), anyOf("Other filters.", name(resourceSchema)));
    }

    /**
     * Returns the named filters of a resource's list. Those of its own fields are on the list itself: components that one
     * operation refers to would be written twice in the document and in generated types.
     */
    Stream<Parameter> ofList(ResourceSchema resourceSchema) {
        return named(resourceSchema)
                .map(named -> named.isCommon() ? Parameters.reference(named.parameter()) : parameter(named));
    }

    /** Returns the component of all filters of a resource, except the named ones where an operation has them. */
    static String component(ResourceSchema resourceSchema) {
        return resourceSchema.resource() + ".filters";
    }

    private Stream<Named> named(ResourceSchema resourceSchema) {
        List<Filter> own = registry.ownFilters(resourceSchema).stream()
                .filter(filter -> !filter.name().contains("."))
                .toList();
        return NAMED_OPERATORS.stream()
                .flatMap(operator -> own.stream()
                        .filter(filter -> filter.operators().contains(operator))
                        .map(filter -> new Named(filter, operator)))
                .sorted(Comparator.comparing((Named named) -> priority(named.operator()))
                        .thenComparing(Named::isCommon))
                .limit(MAX_NAMED_FILTERS);
    }

    /** Returns the rank of the operator; both ends of a range have the same rank, so that they are named together. */
    private static int priority(Operator operator) {
        return operator == Operator.LESS_OR_EQUAL
                ? NAMED_OPERATORS.indexOf(Operator.GREATER_OR_EQUAL)
                : NAMED_OPERATORS.indexOf(operator);
    }

    /** Describes the field only on the equality parameter; operators are described once for the whole document. */
    private static Parameter parameter(Named named) {
        Field field = named.filter().field();
        Schema value = named.operator() == Operator.EXISTS ? ValueSchemas.bool() : ValueSchemas.inFilter(field);
        String description = named.operator() == Operator.EQUAL ? field.description() : null;
        return named.filter().takesSeveral(named.operator())
                ? Parameters.list(named.parameter(), description, value)
                : Parameters.query(named.parameter(), description, value);
    }

    /** Returns the pattern of the filter names of the resource, which begin with one of its fields or relations. */
    private String name(ResourceSchema resourceSchema) {
        String first = registry.filters(resourceSchema).stream()
                .map(filter -> filter.name().split("[.]", 2)[0])
                .distinct()
                .collect(Collectors.joining("|", "(", ")"));
        return "^" + first + "([.]" + WORD + ")*" + SUFFIXES + "$";
    }

    /**
     * Returns an object parameter for any number of filters, each serialised as a separate query parameter.
     *
     * @param pattern the pattern that the filter names match
     */
    static Parameter anyOf(String description, String pattern) {
        Schema filters = OASFactory.createSchema()
                .addType(SchemaType.OBJECT)
                // Without a default, Swagger UI would prefill an invented property, which is refused.
                .defaultValue(Map.of())
                .propertyNames(OASFactory.createSchema().pattern(pattern))
                .additionalPropertiesSchema(ValueSchemas.string(MAX_FILTER_LENGTH));
        return Parameters.query("filters", description, filters)
                .style(Parameter.Style.FORM)
                .explode(true);
    }
}

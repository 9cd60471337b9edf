package org.startupatlas.openapi.path;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.Components;
import org.startupatlas.openapi.schema.ValueSchemas;
import org.startupatlas.query.Expansion;
import org.startupatlas.query.aggregate.AggregationQuery;
import org.startupatlas.query.aggregate.AggregationSchema;
import org.startupatlas.query.aggregate.Dimension;
import org.startupatlas.query.aggregate.Metric;
import org.startupatlas.query.parameter.QueryLimits;
import org.startupatlas.schema.Format;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.SchemaRegistry;

/**
 * Adds the options of each resource whose values depend on the resource: enums of fields, facets, expansions and
 * metrics.
 */
final class ResourceParameters {

    private final SchemaRegistry registry;
    private final AggregationSchema aggregations;
    private final Components components;

    ResourceParameters(SchemaRegistry registry, Components components) {
        this.registry = registry;
        this.aggregations = new AggregationSchema(registry);
        this.components = components;
    }

    void add(ResourceSchema schema) {
        addId(schema);
        addSort(schema);
        addFacets(schema);
        addFields(schema);
        addExpand(schema);
        addFormat(Format.of(schema));
        addFormat(Format.ofRecord(schema));
        addStats(schema);
    }

    /** The example is a record of the resource: forms prefill it, and their first request is answered. */
    private void addId(ResourceSchema schema) {
        Object example = schema.field("slug").orElseThrow().example();
        components.addParameter(Parameters.id(schema), Parameters.path("id", "The id or slug.", example));
    }

    private void addSort(ResourceSchema schema) {
        List<String> sortable = registry.sortable(schema).stream()
                .flatMap(name -> Stream.of(name, "-" + name))
                .toList();
        components.addParameter(
                schema.resource() + ".sort",
                Parameters.list(
                        "sort",
                        "The order; a minus is descending.",
                        ValueSchemas.oneOf(sortable),
                        QueryLimits.MAX_SORT_KEYS));
    }

    private void addFacets(ResourceSchema schema) {
        List<String> facetable = registry.facetable(schema);
        if (!facetable.isEmpty()) {
            components.addParameter(
                    schema.resource() + ".facets",
                    Parameters.list("facets", "What to count.", ValueSchemas.oneOf(facetable), QueryLimits.MAX_FACETS));
        }
    }

    private void addFields(ResourceSchema schema) {
        components.addParameter(
                schema.resource() + ".fields",
                Parameters.list("fields", "Only these and the id.", ValueSchemas.oneOf(schema.selectable())));
    }

    private void addExpand(ResourceSchema schema) {
        List<String> possible = Expansion.expandable(schema);
        if (!possible.isEmpty()) {
            List<String> dotted = possible.stream()
                    .flatMap(name -> Stream.concat(Stream.of(name), nestedExpansions(schema, name)))
                    .toList();
            components.addParameter(
                    schema.resource() + ".expand",
                    Parameters.list("expand", "What to put under expanded.", ValueSchemas.oneOf(dotted)));
        }
    }

    /** Returns the dotted names of what can be expanded in the records of an expansion. */
    private Stream<String> nestedExpansions(ResourceSchema schema, String name) {
        return Expansion.target(schema, name).stream()
                .flatMap(target -> Expansion.expandable(registry.get(target)).stream())
                .map(second -> name + "." + second);
    }

    private void addFormat(List<Format> formats) {
        List<String> codes = formats.stream().map(Format::code).toList();
        components.addParameter(format(formats), Parameters.choice("format", Parameters.FORMAT, codes));
    }

    /**
     * Returns the component of the parameter that selects one of the formats, named after those that not every list has.
     */
    static String format(List<Format> formats) {
        return formats.stream()
                .filter(format -> !Format.ofEveryList().contains(format))
                .map(format -> "." + format.code())
                .collect(Collectors.joining("", "format", ""));
    }

    private void addStats(ResourceSchema schema) {
        List<String> dimensions =
                aggregations.dimensions(schema).stream().map(Dimension::name).toList();
        components.addParameter(
                schema.resource() + ".group_by",
                Parameters.list(
                        "group_by",
                        "What to count by.",
                        ValueSchemas.oneOf(dimensions),
                        AggregationQuery.MAX_DIMENSIONS));
        List<String> metrics =
                aggregations.metrics(schema).stream().map(Metric::name).toList();
        components.addParameter(
                schema.resource() + ".metrics",
                Parameters.list("metrics", "The figures; the count when absent.", ValueSchemas.oneOf(metrics)));
    }
}

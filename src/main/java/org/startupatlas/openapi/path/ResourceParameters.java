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

    private final SchemaRegistry register;
    private final Components components;

    ResourceParameters(SchemaRegistry register, Components components) {
        this.register = register;
        this.components = components;
    }

    void add(ResourceSchema declaration) {
        addSort(declaration);
        addFacets(declaration);
        addFields(declaration);
        addExpand(declaration);
        addFormat(Format.of(declaration));
        addFormat(Format.ofRecord(declaration));
        addStats(declaration);
    }

    private void addSort(ResourceSchema declaration) {
        List<String> sortable = register.sortable(declaration).stream()
                .flatMap(name -> Stream.of(name, "-" + name))
                .toList();
        components.addParameter(
                declaration.resource() + ".sort",
                Parameters.list(
                        "sort",
                        "The order; a minus is descending.",
                        ValueSchemas.oneOf(sortable),
                        QueryLimits.MAX_SORT_KEYS));
    }

    private void addFacets(ResourceSchema declaration) {
        List<String> facetable = register.facetable(declaration);
        if (!facetable.isEmpty()) {
            components.addParameter(
                    declaration.resource() + ".facets",
                    Parameters.list(
                            "facets",
                            "What to count; not with CSV and NDJSON.",
                            ValueSchemas.oneOf(facetable),
                            QueryLimits.MAX_FACETS));
        }
    }

    private void addFields(ResourceSchema declaration) {
        components.addParameter(
                declaration.resource() + ".fields",
                Parameters.list("fields", "Only these and the id.", ValueSchemas.oneOf(declaration.selectable())));
    }

    private void addExpand(ResourceSchema declaration) {
        List<String> possible = Expansion.expandable(declaration);
        if (!possible.isEmpty()) {
            List<String> dotted = possible.stream()
                    .flatMap(name -> Stream.concat(Stream.of(name), behind(declaration, name)))
                    .toList();
            components.addParameter(
                    declaration.resource() + ".expand",
                    Parameters.list("expand", "What to put under expanded.", ValueSchemas.oneOf(dotted)));
        }
    }

    /** Returns the dotted names of what can be expanded in the records of an expansion. */
    private Stream<String> behind(ResourceSchema declaration, String name) {
        return Expansion.target(declaration, name).stream()
                .flatMap(target -> Expansion.expandable(register.get(target)).stream())
                .map(second -> name + "." + second);
    }

    private void addFormat(List<Format> formats) {
        List<String> codes = formats.stream().map(Format::code).toList();
        components.addParameter(format(formats), Parameters.choice("format", Parameters.FORMAT, codes));
    }

    /** Returns the component of the parameter that selects one of the formats. */
    static String format(List<Format> formats) {
        return formats.stream().map(Format::code).collect(Collectors.joining("_", "format.", ""));
    }

    private void addStats(ResourceSchema declaration) {
        List<String> dimensions = new AggregationSchema(register)
                .dimensions(declaration).stream().map(Dimension::name).toList();
        components.addParameter(
                declaration.resource() + ".group_by",
                Parameters.list(
                        "group_by",
                        "What to count by.",
                        ValueSchemas.oneOf(dimensions),
                        AggregationQuery.MAX_DIMENSIONS));
        List<String> metrics = new AggregationSchema(register)
                .metrics(declaration).stream().map(Metric::name).toList();
        components.addParameter(
                declaration.resource() + ".metrics",
                Parameters.list(
                        "metrics", "What to tell of each group; the count when absent.", ValueSchemas.oneOf(metrics)));
    }
}

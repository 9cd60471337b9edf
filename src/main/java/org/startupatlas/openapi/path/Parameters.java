package org.startupatlas.openapi.path;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.startupatlas.openapi.schema.ComponentNames;
import org.startupatlas.openapi.schema.Examples;
import org.startupatlas.openapi.schema.ValueSchemas;
import org.startupatlas.query.parameter.QueryLimits;
import org.startupatlas.schema.Format;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.SchemaRegistry;

/** Returns the parameters of operations, as references to shared components, and builds single parameters. */
final class Parameters {

    static final String FORMAT = "Beats Accept.";

    /** How the names of the components end that describe the variable {@code id} of a record's path. */
    static final String RECORD = ".record";

    /**
     * The component of the parameter {@code dry_run}. Named after the parameter, its type would clash with that of the
     * response {@code DryRun}.
     */
    static final String DRY_RUN = "write.dry_run";

    private final SchemaRegistry registry;
    private final Components components;
    private final FilterParameters filters;

    Parameters(SchemaRegistry registry, Components components) {
        this.registry = registry;
        this.components = components;
        this.filters = new FilterParameters(registry, components);
    }

    void add() {
        new GeneralParameters(registry, components).add();
        ResourceParameters options = new ResourceParameters(registry, components);
        for (ResourceSchema resourceSchema : registry.schemas()) {
            options.add(resourceSchema);
            filters.add(resourceSchema);
        }
    }

    /** Returns references to the parameters of the resource's list. */
    List<Parameter> ofList(ResourceSchema resourceSchema) {
        return Stream.of(
                        references(optionsOfList(resourceSchema)).stream(),
                        filters.ofList(resourceSchema),
                        references(List.of(FilterParameters.component(resourceSchema))).stream())
                .flatMap(Function.identity())
                .toList();
    }

    /** Returns references to the parameters of a list of the resource below a record of the owner. */
    List<Parameter> ofListBelowRecord(ResourceSchema owner, ResourceSchema resourceSchema) {
        List<String> options = new ArrayList<>(List.of(id(owner)));
        options.addAll(optionsOfList(resourceSchema));
        return withFilters(resourceSchema, options);
    }

    /** Returns the component of the id or slug of a record of the resource. */
    static String id(ResourceSchema resourceSchema) {
        return resourceSchema.resource() + RECORD;
    }

    private static List<String> optionsOfList(ResourceSchema resourceSchema) {
        return List.of(
                "q",
                "limit",
                "cursor",
                resourceSchema.resource() + ".sort",
                "total",
                resourceSchema.resource() + ".facets",
                resourceSchema.resource() + ".fields",
                resourceSchema.resource() + ".expand",
                "lang",
                ResourceParameters.format(Format.of(resourceSchema)),
                "min_revision",
                "If-None-Match");
    }

    /** Returns references to the parameters of the resource's statistics. */
    List<Parameter> ofStats(ResourceSchema resourceSchema) {
        return withFilters(
                resourceSchema,
                List.of(
                        "q",
                        resourceSchema.resource() + ".group_by",
                        resourceSchema.resource() + ".metrics",
                        "lang",
                        "stats.format",
                        "min_revision",
                        "If-None-Match"));
    }

    /** Returns references to the named parameters and to all filters of the resource. */
    List<Parameter> withFilters(ResourceSchema resourceSchema, List<String> names) {
        List<String> all = new ArrayList<>(names);
        all.add(FilterParameters.component(resourceSchema));
        return references(all);
    }

    /** Returns references to the parameters of a single record of the resource. */
    List<Parameter> ofRecord(ResourceSchema resourceSchema) {
        return references(List.of(
                id(resourceSchema),
                resourceSchema.resource() + ".fields",
                resourceSchema.resource() + ".expand",
                "lang",
                ResourceParameters.format(Format.ofRecord(resourceSchema)),
                "as_of",
                "min_revision",
                "If-None-Match"));
    }

    /** Returns references to the components of these names; names without a component are skipped. */
    List<Parameter> references(List<String> names) {
        return names.stream()
                .filter(name -> components.getParameters().containsKey(name))
                .map(Parameters::reference)
                .toList();
    }

    static Parameter reference(String name) {
        return OASFactory.createParameter().ref(ComponentNames.parameterReference(name));
    }

    static Parameter path(String name, String description, Object example) {
        return path(name, description, example, pathValue());
    }

    static Parameter path(String name, String description, Object example, Schema value) {
        return OASFactory.createParameter()
                .name(name)
                .in(Parameter.In.PATH)
                .required(true)
                .description(description)
                .addExample("example", Examples.value(example))
                .schema(value);
    }

    static Schema pathValue() {
        return ValueSchemas.string(200);
    }

    /** Returns the parameter for full-text search. */
    static Parameter words(String description) {
        return query(
                "q",
                description,
                ValueSchemas.string(QueryLimits.MAX_SEARCH_LENGTH).minLength(1));
    }

    /** Returns a parameter whose value is one of the words. */
    static Parameter choice(String name, String description, List<String> words) {
        return query(name, description, ValueSchemas.oneOf(words));
    }

    /** Returns an array parameter whose items have the schema. */
    static Parameter list(String name, String description, Schema value) {
        return list(name, description, value, QueryLimits.MAX_VALUES);
    }

    /** Returns an array parameter with at most {@code maxItems} items of the schema; OpenAPI explodes it by default. */
    static Parameter list(String name, String description, Schema value, int maxItems) {
        return query(
                name,
                description,
                OASFactory.createSchema().addType(SchemaType.ARRAY).items(value).maxItems(maxItems));
    }

    /**
     * Returns a query parameter. It has no example: forms would prefill examples that cannot be combined. The
     * description is its own and not its schema's, which Swagger UI and generated types do not show.
     */
    static Parameter query(String name, String description, Schema value) {
        return OASFactory.createParameter()
                .name(name)
                .in(Parameter.In.QUERY)
                .description(description)
                .schema(value);
    }
}

package org.startupatlas.openapi.path;

import java.util.ArrayList;
import java.util.List;
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

/** The parameters of operations: references to shared components, and how single parameters are described. */
final class Parameters {

    static final String FORMAT = "Beats Accept.";

    /** The component of the parameter {@code dry_run}; by that name it would be one type with what it answers. */
    static final String DRY_RUN = "write.dry_run";

    private final SchemaRegistry register;
    private final Components components;
    private final FilterParameters filters;

    Parameters(SchemaRegistry register, Components components) {
        this.register = register;
        this.components = components;
        this.filters = new FilterParameters(register, components);
    }

    /** Adds the components. */
    void add() {
        new GeneralParameters(register, components).add();
        ResourceParameters options = new ResourceParameters(register, components);
        for (ResourceSchema declaration : register.schemas()) {
            options.add(declaration);
            filters.add(declaration);
        }
    }

    /** References to the parameters of the list of that resource. */
    List<Parameter> ofList(ResourceSchema declaration) {
        return references(Stream.concat(optionsOfList(declaration).stream(), filters.ofList(declaration).stream())
                .toList());
    }

    /** References to the parameters of a list of that resource below a record of another. */
    List<Parameter> ofListBelowRecord(ResourceSchema declaration) {
        return references(Stream.of(List.of("id"), optionsOfList(declaration), filters.ofListBelowRecord(declaration))
                .flatMap(List::stream)
                .toList());
    }

    private static List<String> optionsOfList(ResourceSchema declaration) {
        return List.of(
                "q",
                "limit",
                "cursor",
                declaration.resource() + ".sort",
                "total",
                declaration.resource() + ".facets",
                declaration.resource() + ".fields",
                declaration.resource() + ".expand",
                "lang",
                ResourceParameters.format(Format.of(declaration)),
                "min_revision",
                "If-None-Match");
    }

    /** References to the parameters of the statistics of that resource. */
    List<Parameter> ofStats(ResourceSchema declaration) {
        return withFilters(
                declaration,
                List.of(
                        "q",
                        declaration.resource() + ".group_by",
                        declaration.resource() + ".metrics",
                        "lang",
                        "stats.format",
                        "min_revision",
                        "If-None-Match"));
    }

    /** References to these parameters and to all filters of that resource. */
    List<Parameter> withFilters(ResourceSchema declaration, List<String> names) {
        List<String> all = new ArrayList<>(names);
        all.add(FilterParameters.component(declaration));
        return references(all);
    }

    /** References to the parameters of a single record of that resource. */
    List<Parameter> ofRecord(ResourceSchema declaration) {
        return references(List.of(
                "id",
                declaration.resource() + ".fields",
                declaration.resource() + ".expand",
                "lang",
                ResourceParameters.format(Format.ofRecord(declaration)),
                "as_of",
                "min_revision",
                "If-None-Match"));
    }

    /** References to the components of these names, as far as there are such components. */
    List<Parameter> references(List<String> names) {
        return names.stream()
                .filter(name -> components.getParameters().containsKey(name))
                .map(name -> OASFactory.createParameter().ref(ComponentNames.parameterReference(name)))
                .toList();
    }

    /** A parameter in the path. */
    static Parameter path(String name, String description, Object example) {
        return OASFactory.createParameter()
                .name(name)
                .in(Parameter.In.PATH)
                .required(true)
                .description(description)
                .addExample("example", Examples.value(example))
                .schema(ValueSchemas.string(200));
    }

    /** Words to be found. */
    static Parameter words(String description) {
        return query("q", description)
                .schema(ValueSchemas.string(QueryLimits.MAX_SEARCH_LENGTH).minLength(1));
    }

    /** One of several words. */
    static Parameter choice(String name, String description, List<String> words) {
        return query(name, description).schema(ValueSchemas.oneOf(words));
    }

    /** Several values, each of that schema. */
    static Parameter list(String name, String description, Schema value) {
        return list(name, description, value, QueryLimits.MAX_VALUES);
    }

    /** At most so many values, each of that schema. */
    static Parameter list(String name, String description, Schema value, int most) {
        return query(name, description)
                .explode(true)
                .schema(OASFactory.createSchema()
                        .addType(SchemaType.ARRAY)
                        .items(value)
                        .maxItems(most));
    }

    /** A parameter in the query. It has no example: forms would prefill examples that do not go together. */
    static Parameter query(String name, String description) {
        return OASFactory.createParameter().name(name).in(Parameter.In.QUERY).description(description);
    }
}

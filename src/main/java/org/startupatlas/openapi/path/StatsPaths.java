package org.startupatlas.openapi.path;

import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Paths;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.startupatlas.openapi.schema.ComponentNames;
import org.startupatlas.openapi.schema.Descriptions;
import org.startupatlas.openapi.schema.Examples;
import org.startupatlas.openapi.schema.RecordSchemas;
import org.startupatlas.openapi.schema.StatsSchemas;
import org.startupatlas.schema.Format;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.SchemaRegistry;

/** Adds the paths of statistics: one for each resource, because parameters and results have the names of its fields. */
final class StatsPaths {

    private static final String PATH = "/v1/stats";

    private final SchemaRegistry registry;
    private final Paths paths;
    private final StatsSchemas schemas;
    private final Parameters parameters;
    private final Responses responses;

    StatsPaths(
            SchemaRegistry registry, Paths paths, Components components, Parameters parameters, Responses responses) {
        this.registry = registry;
        this.paths = paths;
        this.schemas = new StatsSchemas(registry, components);
        this.parameters = parameters;
        this.responses = responses;
    }

    void add() {
        schemas.addShared();
        OpenApiDocument.addGet(
                paths,
                PATH,
                OASFactory.createOperation()
                        .operationId("listStats")
                        .addTag(Descriptions.STATISTICS)
                        .summary("The statistics")
                        .description("Links to the statistics of each resource.")
                        .parameters(parameters.references(List.of("min_revision", "If-None-Match")))
                        .responses(responses.of(
                                "The statistics.",
                                Format.JSON.mediaType(),
                                RecordSchemas.reference("Links"),
                                Examples.of("links", Examples.of("startups", PATH + "/startups")))));
        for (ResourceSchema schema : registry.schemas()) {
            schemas.add(schema);
            add(schema);
        }
    }

    private void add(ResourceSchema schema) {
        String words = schema.resource().replace('_', ' ');
        OpenApiDocument.addGet(
                paths,
                PATH + "/" + schema.resource(),
                OASFactory.createOperation()
                        .operationId("count" + ComponentNames.pascal(schema.resource()))
                        .addTag(Descriptions.STATISTICS)
                        .summary("Count " + words)
                        .description("Counts the " + words + " that satisfy the filters, which are those of their list;"
                                + " metrics names other figures of each group.")
                        .parameters(parameters.ofStats(schema))
                        .responses(answers(schema)));
    }

    private APIResponses answers(ResourceSchema schema) {
        return responses.of(
                OtherFormats.on(
                        Responses.json(
                                "The statistics.",
                                RecordSchemas.reference(StatsSchemas.name(schema)),
                                schemas.example(schema)),
                        Examples.of(
                                Format.CSV.mediaType(), OtherFormats.shared(OtherFormats.STATISTICS),
                                Format.XLSX.mediaType(), OtherFormats.shared(Format.XLSX))),
                List.of("ETag", "Link"));
    }
}

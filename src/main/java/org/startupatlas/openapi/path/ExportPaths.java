package org.startupatlas.openapi.path;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.Paths;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.startupatlas.openapi.schema.ComponentNames;
import org.startupatlas.openapi.schema.Descriptions;
import org.startupatlas.openapi.schema.Examples;
import org.startupatlas.openapi.schema.RecordSchemas;
import org.startupatlas.openapi.schema.ValueSchemas;
import org.startupatlas.query.ExportQuery;
import org.startupatlas.schema.Format;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.SchemaRegistry;

/** Adds the paths of exports: one for each resource, and one for all resources. */
final class ExportPaths {

    private static final String PATH = "/v1/exports";
    /** The reference to the schema of the manifest, which is described in the export of all resources. */
    private static final String MANIFEST =
            "#/paths/~1v1~1exports~1all.zip/get/responses/200/x-content/application~1json/schema";

    private static final String ZIP = "application/zip";

    private static final List<String> HEADERS = List.of("Content-Disposition", "ETag", "Link");

    private final SchemaRegistry registry;
    private final Paths paths;
    private final Components components;
    private final Parameters parameters;
    private final Responses responses;

    ExportPaths(
            SchemaRegistry registry, Paths paths, Components components, Parameters parameters, Responses responses) {
        this.registry = registry;
        this.paths = paths;
        this.components = components;
        this.parameters = parameters;
        this.responses = responses;
    }

    void add() {
        addParameters();
        OpenApiDocument.addGet(
                paths,
                PATH,
                operation("listExports")
                        .summary("The exports")
                        .description("Links to the export of each resource, and to that of all of them.")
                        .parameters(parameters.references(List.of("min_revision", "If-None-Match")))
                        .responses(responses.of(
                                "The exports.",
                                Format.JSON.mediaType(),
                                RecordSchemas.reference("Links"),
                                Examples.of("links", Examples.of("startups", PATH + "/startups")))));
        OpenApiDocument.addGet(
                paths,
                PATH + "/all.zip",
                operation("exportAll")
                        .summary("Export everything")
                        .description("Every resource as a table, at one revision, as a Frictionless Data Package: the"
                                + " tables are described in datapackage.json, with the licence and the sources.")
                        .parameters(parameters.references(
                                List.of("export.as_of", "export.manifest", "min_revision", "If-None-Match")))
                        .responses(responses.of(zip(), HEADERS)));
        registry.schemas().forEach(this::add);
    }

    private void add(ResourceSchema schema) {
        String words = schema.resource().replace('_', ' ');
        List<Parameter> all = parameters.withFilters(
                schema,
                List.of(
                        schema.resource() + ".fields",
                        "lang",
                        "export.format",
                        "export.as_of",
                        "export.bom",
                        "export.manifest",
                        "min_revision",
                        "If-None-Match"));
        OpenApiDocument.addGet(
                paths,
                PATH + "/" + schema.resource(),
                operation("export" + ComponentNames.pascal(schema.resource()))
                        .summary("Export " + words)
                        .description("All " + words + " that satisfy the filters.")
                        .parameters(all)
                        .responses(responses.of(response("All " + words + ".", schema), HEADERS)));
    }

    private static Operation operation(String id) {
        return OASFactory.createOperation().operationId(id).addTag(Descriptions.EXPORTS);
    }

    private void addParameters() {
        components.addParameter(
                "export.format",
                Parameters.query(
                        "format",
                        "Beats Accept; NDJSON when absent.",
                        ValueSchemas.oneOf(
                                ExportQuery.FORMATS.stream().map(Format::code).toList())));
        components.addParameter(
                "export.as_of",
                Parameters.query("as_of", "As it was at this revision or time.", ValueSchemas.moment()));
        components.addParameter(
                "export.bom",
                Parameters.query("bom", "Whether a table begins with a byte order mark.", ValueSchemas.bool()));
        components.addParameter(
                "export.manifest",
                Parameters.query(
                        "manifest",
                        "Whether to return its size and SHA-256 instead of the data.",
                        ValueSchemas.bool()));
    }

    private static APIResponse response(String description, ResourceSchema schema) {
        Map<String, Object> list = OtherFormats.object(
                "All records.",
                Examples.of(
                        "data",
                        Examples.of(
                                "type",
                                "array",
                                "items",
                                OtherFormats.reference(ComponentNames.schema(schema)),
                                "maxItems",
                                Integer.MAX_VALUE),
                        "meta",
                        OtherFormats.reference("ListMeta")),
                List.of("data", "meta"));
        return OtherFormats.on(
                text(
                        description,
                        Format.NDJSON.mediaType(),
                        "One record as JSON on each line.",
                        "{\"id\":\"019dadd7-e400-7000-8000-000000000001\"}\n"),
                Examples.of(
                        Format.CSV.mediaType(),
                        OtherFormats.shared(Format.CSV),
                        Format.XLSX.mediaType(),
                        OtherFormats.shared(Format.XLSX),
                        Format.JSON.mediaType(),
                        OtherFormats.schema(Examples.of("anyOf", List.of(list, Examples.of("$ref", MANIFEST))))));
    }

    private static APIResponse zip() {
        return OtherFormats.on(
                text("Everything.", ZIP, "A zip.", "PK"),
                Examples.of(
                        Format.JSON.mediaType(), Examples.of("schema", manifest(), "example", example("all", "zip"))));
    }

    private static APIResponse text(String description, String mediaType, String content, Object example) {
        return OASFactory.createAPIResponse()
                .description(description)
                .content(OASFactory.createContent()
                        .addMediaType(
                                mediaType,
                                OASFactory.createMediaType()
                                        .schema(ValueSchemas.string(Integer.MAX_VALUE)
                                                .description(content))
                                        .addExample("example", Examples.value(example))));
    }

    /** Returns the schema of the response with {@code manifest}. */
    private static Map<String, Object> manifest() {
        Map<String, Object> count = OtherFormats.reference("Count");
        Map<String, Object> word = Examples.of("type", "string", "maxLength", 64);
        return OtherFormats.object(
                "With manifest: the size and hash of an export, to verify a download.",
                Examples.of(
                        "resource",
                        word,
                        "revision",
                        count,
                        "format",
                        word,
                        "file",
                        Examples.of("type", "string", "maxLength", 200, "description", "What a browser calls it."),
                        "count",
                        count,
                        "bytes",
                        Examples.of(
                                "$ref",
                                ComponentNames.schemaReference("Count"),
                                "description",
                                "How many, uncompressed."),
                        "sha256",
                        Examples.of("type", "string", "maxLength", 64, "pattern", "^[0-9a-f]{64}$")),
                List.of("resource", "revision", "format", "file", "count", "bytes", "sha256"));
    }

    private static Map<String, Object> example(String resource, String format) {
        return Examples.of(
                "resource",
                resource,
                "revision",
                615,
                "format",
                format,
                "file",
                "startup-atlas-" + resource + "-615." + format,
                "count",
                68,
                "bytes",
                106496,
                "sha256",
                "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }
}

package org.startupatlas.openapi.path;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.Paths;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.startupatlas.openapi.schema.ComponentNames;
import org.startupatlas.openapi.schema.Descriptions;
import org.startupatlas.openapi.schema.Examples;
import org.startupatlas.openapi.schema.RecordSchemas;
import org.startupatlas.openapi.schema.ValueSchemas;
import org.startupatlas.query.ExportQuery;
import org.startupatlas.schema.Format;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.SchemaRegistry;

/** The paths of exports, one for each resource, and that of all of them. */
final class ExportPaths {

    private static final String PATH = "/v1/exports";
    private static final String MANIFEST = "ExportManifest";
    private static final String ZIP = "application/zip";

    private static final List<String> HEADERS =
            List.of("Content-Disposition", "Content-Language", "ETag", "Link", "Cache-Control", "Vary");

    private final SchemaRegistry register;
    private final Paths paths;
    private final Components components;
    private final Parameters parameters;
    private final Responses responses;

    ExportPaths(
            SchemaRegistry register, Paths paths, Components components, Parameters parameters, Responses responses) {
        this.register = register;
        this.paths = paths;
        this.components = components;
        this.parameters = parameters;
        this.responses = responses;
    }

    void add() {
        components.addSchema(MANIFEST, manifest());
        addParameters();
        OpenApiDocument.addGet(
                paths,
                PATH,
                operation("listExports")
                        .summary("The exports")
                        .description("Links to the export of each resource, and to that of all of them.")
                        .parameters(parameters.references(List.of("min_revision", "If-None-Match", "Accept-Language")))
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
                        .parameters(parameters.references(List.of(
                                "export.as_of", "export.manifest", "min_revision", "If-None-Match", "Accept-Language")))
                        .responses(responses.ofContent("Everything.", zip(), HEADERS)));
        register.declarations().forEach(this::add);
    }

    private void add(ResourceSchema declaration) {
        String words = declaration.resource().replace('_', ' ');
        List<Parameter> all = new ArrayList<>(parameters.references(List.of(
                declaration.resource() + ".fields",
                "lang",
                "export.format",
                "export.as_of",
                "export.bom",
                "export.manifest",
                "min_revision",
                "If-None-Match",
                "Accept-Language")));
        all.addAll(parameters.filters(declaration));
        OpenApiDocument.addGet(
                paths,
                PATH + "/" + declaration.resource(),
                operation("export" + ComponentNames.pascal(declaration.resource()))
                        .summary("Export " + words)
                        .description("All " + words + " that satisfy the filters, in the order of their ids, at one"
                                + " revision, which Atlas-Revision names. What ends without the end of its transfer is"
                                + " not whole.")
                        .parameters(all)
                        .responses(responses.ofContent("All " + words + ".", content(declaration), HEADERS)));
    }

    private static Operation operation(String id) {
        return OASFactory.createOperation().operationId(id).addTag(Descriptions.EXPORTS);
    }

    private void addParameters() {
        components.addParameter(
                "export.format",
                Parameters.query(
                                "format",
                                "The format; it beats the header Accept. NDJSON where neither says it.",
                                "csv")
                        .schema(ValueSchemas.oneOf(
                                ExportQuery.FORMATS.stream().map(Format::code).toList())));
        components.addParameter(
                "export.as_of",
                Parameters.query(
                                "as_of",
                                "Everything as it was at this revision or time; filters are then on a record's own"
                                        + " fields.",
                                "613")
                        .schema(ValueSchemas.moment()));
        components.addParameter(
                "export.bom",
                Parameters.query("bom", "Whether a table begins with the mark by which Excel knows UTF-8.", true)
                        .schema(ValueSchemas.bool()));
        components.addParameter(
                "export.manifest",
                Parameters.query(
                                "manifest",
                                "Whether to tell how many records and bytes the same export has, and their SHA-256,"
                                        + " instead of sending it.",
                                true)
                        .schema(ValueSchemas.bool()));
    }

    private static Content content(ResourceSchema declaration) {
        Schema list = RecordSchemas.object("All records.")
                .addProperty("data", RecordSchemas.list(RecordSchemas.reference(RecordSchemas.answer(declaration))))
                .addProperty("meta", RecordSchemas.reference("ListMeta"))
                .required(List.of("data", "meta"));
        return OASFactory.createContent()
                .addMediaType(
                        Format.NDJSON.mediaType(),
                        OASFactory.createMediaType()
                                .schema(ValueSchemas.string(Integer.MAX_VALUE)
                                        .description("One record as JSON on each line."))
                                .example("{\"id\":\"019dadd7-e400-7000-8000-000000000001\"}\n"))
                .addMediaType(
                        Format.CSV.mediaType(),
                        OASFactory.createMediaType()
                                .schema(ValueSchemas.string(Integer.MAX_VALUE)
                                        .description("RFC 4180 with a header line; a column for each field, dotted ones"
                                                + " for the parts of objects.")))
                .addMediaType(
                        Format.JSON.mediaType(),
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema()
                                        .addAnyOf(list)
                                        .addAnyOf(RecordSchemas.reference(MANIFEST)))
                                .example(example(declaration.resource(), "ndjson")));
    }

    private static Content zip() {
        return OASFactory.createContent()
                .addMediaType(
                        Format.JSON.mediaType(),
                        OASFactory.createMediaType()
                                .schema(RecordSchemas.reference(MANIFEST))
                                .example(example("all", "zip")))
                .addMediaType(
                        ZIP,
                        OASFactory.createMediaType()
                                .schema(ValueSchemas.string(Integer.MAX_VALUE).description("A zip.")));
    }

    private static Schema manifest() {
        return RecordSchemas.object("What an export is, by which a download proves whole.")
                .addProperty("resource", ValueSchemas.string(64))
                .addProperty("revision", ValueSchemas.integer(0, Long.MAX_VALUE / 1024))
                .addProperty("format", ValueSchemas.string(16))
                .addProperty("file", ValueSchemas.string(200).description("What a browser calls it."))
                .addProperty("count", ValueSchemas.integer(0, Long.MAX_VALUE / 1024))
                .addProperty(
                        "bytes",
                        ValueSchemas.integer(0, Long.MAX_VALUE / 1024).description("How many, not compressed."))
                .addProperty("sha256", ValueSchemas.string(64).pattern("^[0-9a-f]{64}$"))
                .required(List.of("resource", "revision", "format", "file", "count", "bytes", "sha256"));
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

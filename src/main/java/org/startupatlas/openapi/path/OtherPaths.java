package org.startupatlas.openapi.path;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.Paths;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.startupatlas.openapi.schema.Descriptions;
import org.startupatlas.openapi.schema.Examples;
import org.startupatlas.openapi.schema.MetaSchema;
import org.startupatlas.openapi.schema.RecordSchemas;
import org.startupatlas.openapi.schema.ValueSchemas;

/**
 * Adds the paths that belong to no resource: the entry points, the metadata, the codes of vocabularies, and the
 * problems.
 */
final class OtherPaths {

    private static final String JSON = "application/json";
    private static final String LINKSET = "application/linkset+json";
    private static final String HTML = "text/html";

    private final Paths paths;
    private final Components components;
    private final Parameters parameters;
    private final Responses responses;

    OtherPaths(Paths paths, Components components, Parameters parameters, Responses responses) {
        this.paths = paths;
        this.components = components;
        this.parameters = parameters;
        this.responses = responses;
    }

    void add() {
        components.addSchema("Links", links());
        components.addSchema("Meta", MetaSchema.of());
        components.addSchema("MetaField", MetaSchema.field());
        components.addSchema("Linkset", linkset());
        components.addSchema("Code", code());
        get(
                "/",
                "getRoot",
                "Where to begin",
                "Links to the parts of the application.",
                JSON,
                "Links",
                Examples.of(
                        "name", "Startup Atlas",
                        "description", "The open API of the Moroccan startup ecosystem.",
                        "links", Examples.of("api", "/v1")));
        get(
                "/v1",
                "getVersion",
                "The resources",
                "Links to the resources.",
                JSON,
                "Links",
                Examples.of("links", Examples.of("startups", "/v1/startups")));
        get(
                "/v1/meta",
                "getMeta",
                "What can be asked",
                "Fields, types, operators, sortable fields and enums with counts of each resource; the revision, the"
                        + " licence and sources, the limits, and where to object. With lang, what the codes are called.",
                JSON,
                "Meta",
                MetaSchema.example());
        get(
                "/.well-known/api-catalog",
                "getApiCatalog",
                "The API catalog",
                "Where machines find the API (RFC 9727).",
                LINKSET,
                "Linkset",
                Examples.of("linkset", List.of(Examples.of("anchor", "/v1"))));
        paths.addPathItem(
                "/problems",
                OASFactory.createPathItem()
                        .GET(page(
                                "listProblems",
                                "All kinds of problems",
                                "A page with a link to each kind of problem.",
                                List.of())));
        paths.addPathItem(
                "/problems/{code}",
                OASFactory.createPathItem()
                        .GET(page(
                                "getProblem",
                                "One kind of problem",
                                "The page that a problem's type leads to: what it means and what to do, in three languages.",
                                List.of(Parameters.path("code", "The problem's code.", "unknown-record")))));
        addCode();
    }

    private void get(
            String path,
            String id,
            String summary,
            String description,
            String mediaType,
            String schema,
            Object example) {
        OpenApiDocument.addGet(
                paths,
                path,
                withMinRevision(path, operation(id, summary, description))
                        .responses(responses.of(summary + ".", mediaType, RecordSchemas.reference(schema), example)));
    }

    /** Adds {@code min_revision} to operations under {@code /v1}, which can require that the node has a revision. */
    private Operation withMinRevision(String path, Operation operation) {
        if (path.startsWith("/v1")) {
            List<String> names = path.equals("/v1/meta") ? List.of("lang", "min_revision") : List.of("min_revision");
            parameters.references(names).forEach(operation::addParameter);
        }
        return operation;
    }

    private Operation page(String id, String summary, String description, List<Parameter> own) {
        Operation operation = operation(id, summary, description)
                .responses(responses.of(summary + ".", HTML, ValueSchemas.string(65_536), "<!DOCTYPE html>"));
        own.forEach(operation::addParameter);
        return operation;
    }

    private void addCode() {
        List<Parameter> all = new ArrayList<>(List.of(
                Parameters.path("id", "The vocabulary's name.", "sectors"),
                Parameters.path("code", "The code.", "fintech")));
        all.addAll(parameters.references(List.of("lang", "min_revision", "If-None-Match")));
        OpenApiDocument.addGet(
                paths,
                "/v1/vocabularies/{id}/{code}",
                OASFactory.createOperation()
                        .operationId("getVocabularyCode")
                        .addTag("Vocabularies")
                        .summary("Read one code")
                        .description("One code of a vocabulary, with its labels and the raw spellings that mean it.")
                        .parameters(all)
                        .responses(responses.of(
                                "One code.",
                                JSON,
                                RecordSchemas.reference("Code"),
                                codeExample(),
                                List.of("ETag", "Content-Language", "CDN-Cache-Control", "Vary"))));
    }

    private Operation operation(String id, String summary, String description) {
        return OASFactory.createOperation()
                .operationId(id)
                .addTag(Descriptions.ABOUT)
                .summary(summary)
                .description(description)
                .parameters(parameters.references(List.of("If-None-Match")));
    }

    private static Schema links() {
        return RecordSchemas.object("Links by name.")
                .addProperty("name", ValueSchemas.string(200))
                .addProperty("description", ValueSchemas.string(1_000))
                .addProperty(
                        "links",
                        RecordSchemas.object("Addresses by name.").additionalPropertiesSchema(ValueSchemas.string(200)))
                .required(List.of("links"));
    }

    private static Schema linkset() {
        Schema target = RecordSchemas.object("A link.")
                .addProperty("href", ValueSchemas.string(200))
                .addProperty("type", ValueSchemas.string(200))
                .required(List.of("href"));
        Schema context = RecordSchemas.object("The links of one API.")
                .addProperty("anchor", ValueSchemas.string(200))
                .required(List.of("anchor"));
        for (String relation : List.of("service-desc", "service-doc", "service-meta", "status")) {
            context.addProperty(relation, RecordSchemas.list(target));
        }
        return RecordSchemas.object("A link set (RFC 9264).")
                .addProperty("linkset", RecordSchemas.list(context))
                .required(List.of("linkset"));
    }

    private static Schema code() {
        return RecordSchemas.object("One code of a vocabulary.")
                .addProperty("code", ValueSchemas.string(64))
                .addProperty(
                        "labels",
                        RecordSchemas.reference("Text").description("What people call it; one text with lang."))
                .addProperty("parent", RecordSchemas.nullable(ValueSchemas.string(64), false))
                .addProperty("spellings", RecordSchemas.list(ValueSchemas.string(1_000)))
                .required(List.of("code", "labels", "parent", "spellings"));
    }

    private static Map<String, Object> codeExample() {
        return Examples.of(
                "code",
                "fintech",
                "labels",
                Examples.of("fr", "Fintech", "ar", "التكنولوجيا المالية", "en", "Fintech"),
                "parent",
                null,
                "spellings",
                List.of("FINTECH"));
    }
}

package org.startupatlas.openapi.path;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.Paths;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.startupatlas.openapi.schema.ComponentNames;
import org.startupatlas.openapi.schema.Descriptions;
import org.startupatlas.openapi.schema.Examples;
import org.startupatlas.openapi.schema.RecordSchemas;
import org.startupatlas.openapi.schema.ValueSchemas;
import org.startupatlas.query.ChangesQuery;
import org.startupatlas.schema.Format;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.SchemaRegistry;

/** Adds the paths of the change log: the feed, the stream, and the history and versions of records. */
final class ChangePaths {

    private static final String PAGE = "Changes";

    private static final List<String> OPERATIONS = Stream.concat(
                    ChangesQuery.OPS.stream(), ChangesQuery.FILTERED_OPS.stream())
            .toList();

    private final SchemaRegistry registry;
    private final Paths paths;
    private final Components components;
    private final Parameters parameters;
    private final Responses responses;

    ChangePaths(
            SchemaRegistry registry, Paths paths, Components components, Parameters parameters, Responses responses) {
        this.registry = registry;
        this.paths = paths;
        this.components = components;
        this.parameters = parameters;
        this.responses = responses;
    }

    void add() {
        complete(components.getSchemas().get("Change"));
        components.addResponse(PAGE, page());
        OpenApiDocument.addGet(
                paths,
                "/v1/changes/stream",
                operation(Descriptions.CHANGES, "streamChanges")
                        .summary("Follow all changes as they happen")
                        .description("The feed as server-sent events: each has the revision as its id and a change as"
                                + " its data. It begins after Last-Event-ID, else after since, else with the changes"
                                + " from now on.")
                        .parameters(parameters.references(List.of(
                                "since",
                                "changes.resource",
                                "changes.filters",
                                "changes.by",
                                "changes.op",
                                "changes.fields",
                                "lang",
                                "Last-Event-ID",
                                "min_revision")))
                        .responses(responses.unstored(ResponseHeaders.on(
                                OASFactory.createAPIResponse()
                                        .description("An endless stream of changes.")
                                        .content(events()),
                                List.of("Link")))));
        registry.schemas().forEach(this::addPast);
    }

    private void addPast(ResourceSchema resourceSchema) {
        String path = "/v1/" + resourceSchema.resource() + "/{id}";
        String tag = ComponentNames.sentence(resourceSchema.resource());
        OpenApiDocument.addGet(
                paths,
                path + "/history",
                operation(tag, "list" + ComponentNames.schema(resourceSchema) + "History")
                        .summary("List the changes of " + ComponentNames.withArticle(resourceSchema))
                        .description("All changes of one " + resourceSchema.singular()
                                + ", the oldest first; by id also of a deleted one.")
                        .parameters(parameters.references(List.of(
                                Parameters.id(resourceSchema),
                                "since",
                                "changes.by",
                                "history.op",
                                "changes.fields",
                                "lang",
                                "changes.limit",
                                "changes.format",
                                "min_revision")))
                        .responses(responses.unstored(Responses.reference(PAGE))));
        OpenApiDocument.addGet(
                paths,
                path + "/versions/{version}",
                operation(tag, "get" + ComponentNames.schema(resourceSchema) + "Version")
                        .summary("Read one version of " + ComponentNames.withArticle(resourceSchema))
                        .description("One " + resourceSchema.singular() + " as that version of it was.")
                        .parameters(parameters.references(List.of(
                                Parameters.id(resourceSchema),
                                "history.version",
                                resourceSchema.resource() + ".fields",
                                "lang",
                                ResourceParameters.format(Format.of(resourceSchema)),
                                "min_revision")))
                        .responses(responses.ofVersion(resourceSchema)));
    }

    private static Operation operation(String tag, String id) {
        return OASFactory.createOperation().operationId(id).addTag(tag);
    }

    private static APIResponse page() {
        return ResponseHeaders.on(
                OtherFormats.on(
                        Responses.json(
                                "A page of changes.",
                                RecordSchemas.reference("Changes"),
                                Examples.of(
                                        "data",
                                        List.of(example()),
                                        "page",
                                        Examples.of("limit", 1, "has_more", true, "next_since", 614),
                                        "meta",
                                        Examples.of("revision", 620, "license", "CC-BY-4.0"))),
                        Examples.of(Format.NDJSON.mediaType(), OtherFormats.text("One change as JSON on each line."))),
                List.of("Link", "Atlas-Has-More"));
    }

    private static Content events() {
        return OASFactory.createContent()
                .addMediaType(
                        "text/event-stream",
                        OASFactory.createMediaType()
                                .schema(ValueSchemas.string(Integer.MAX_VALUE)
                                        .description("Server-sent events (WHATWG HTML, section 9.2)."))
                                .addExample(
                                        "example",
                                        Examples.value("id: 614\nevent: change\ndata: {\"revision\":614}\n\n")));
    }

    private static Map<String, Object> example() {
        return Examples.of(
                "revision",
                614,
                "at",
                "2026-11-23T06:00:00.000Z",
                "op",
                "deleted",
                "resource",
                "startups",
                "id",
                "019dadd7-e400-7000-8000-000000000001",
                "version",
                2,
                "by",
                null,
                "into",
                null,
                "changed",
                List.of(),
                "record",
                null);
    }

    /** Adds to the members of changes what depends on the resources and on the filters of the feed. */
    private void complete(Schema change) {
        RecordSchemas.selectedBy("fields", List.of(ChangesQuery.REVISION), change);
        Map<String, Schema> members = change.getProperties();
        members.get("op").enumeration(List.copyOf(OPERATIONS));
        members.get("resource").enumeration(List.copyOf(resources()));
        Schema record = members.get(ChangesQuery.RECORD);
        registry.schemas()
                .forEach(resourceSchema ->
                        record.addAnyOf(RecordSchemas.reference(ComponentNames.schema(resourceSchema))));
        record.addAnyOf(OASFactory.createSchema().addType(Schema.SchemaType.NULL));
    }

    private List<String> resources() {
        return registry.schemas().stream().map(ResourceSchema::resource).toList();
    }
}

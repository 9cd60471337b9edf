package org.startupatlas.openapi.path;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.Paths;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.startupatlas.openapi.schema.ComponentNames;
import org.startupatlas.openapi.schema.Descriptions;
import org.startupatlas.openapi.schema.Examples;
import org.startupatlas.openapi.schema.RecordSchemas;
import org.startupatlas.openapi.schema.ValueSchemas;
import org.startupatlas.query.ChangesQuery;
import org.startupatlas.schema.Format;
import org.startupatlas.schema.Language;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.SchemaRegistry;

/** Adds the paths of the change log: the feed, the stream, and the history and versions of records. */
final class ChangePaths {

    private static final String PAGE = "Changes";

    private static final long MAX_REVISION = Long.MAX_VALUE / 1024;
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
        components.addSchema("ChangedValue", changedValue());
        components.addSchema(
                "Change",
                RecordSchemas.selectedBy(
                        "fields", List.of(ChangesQuery.REVISION), change().required(ChangesQuery.MEMBERS)));
        components.addSchema("Changes", changes());
        components.addResponse(PAGE, page());
        OpenApiDocument.addGet(
                paths,
                "/v1/changes",
                operation(Descriptions.CHANGES, "listChanges")
                        .summary("Follow all changes")
                        .description("The changes behind a revision or a time, the oldest first. A copy that was walked"
                                + " and then follows the feed from the walk's revision stays exact. With resource, the"
                                + " filters of its lists on its own fields say which records the copy holds: those that"
                                + " begin to satisfy them enter, those that cease to leave. by and op choose among these"
                                + " changes, fields among their members. A page can be empty and have more behind it.")
                        .parameters(parameters.references(List.of(
                                "since",
                                "changes.resource",
                                "changes.filters",
                                "changes.by",
                                "changes.op",
                                "changes.fields",
                                "lang",
                                "changes.limit",
                                "changes.format",
                                "min_revision")))
                        .responses(responses.unstored(Responses.reference(PAGE))));
        OpenApiDocument.addGet(
                paths,
                "/v1/changes/stream",
                operation(Descriptions.CHANGES, "streamChanges")
                        .summary("Follow all changes as they happen")
                        .description("The feed as server-sent events: each has the revision as its id and a change as"
                                + " its data. It begins behind Last-Event-ID, else behind since, else with what happens"
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
                                        .description("Changes, without end.")
                                        .content(events()),
                                List.of("Link", "Content-Language", "Vary")))));
        registry.schemas().forEach(this::addPast);
    }

    private void addPast(ResourceSchema resourceSchema) {
        String path = "/v1/" + resourceSchema.resource() + "/{id}";
        String tag = ComponentNames.sentence(resourceSchema.resource());
        OpenApiDocument.addGet(
                paths,
                path + "/history",
                operation(tag, "list" + ComponentNames.schema(resourceSchema) + "History")
                        .summary("List the changes of a " + resourceSchema.singular())
                        .description("All changes of one " + resourceSchema.singular()
                                + ", the oldest first; by id also of one that is no more.")
                        .parameters(parameters.references(List.of(
                                "id",
                                "since",
                                "changes.by",
                                "history.op",
                                "changes.fields",
                                "lang",
                                "changes.limit",
                                "changes.format",
                                "min_revision")))
                        .responses(responses.unstored(Responses.reference(PAGE))));
        List<Parameter> all = new ArrayList<>(parameters.references(List.of("id")));
        all.add(Parameters.path("version", "The version's number.", 1)
                .schema(ValueSchemas.integer(1, Integer.MAX_VALUE)));
        all.addAll(parameters.references(List.of(
                resourceSchema.resource() + ".fields",
                "lang",
                ResourceParameters.format(Format.of(resourceSchema)),
                "min_revision")));
        OpenApiDocument.addGet(
                paths,
                path + "/versions/{version}",
                operation(tag, "get" + ComponentNames.schema(resourceSchema) + "Version")
                        .summary("Read one version of a " + resourceSchema.singular())
                        .description("One " + resourceSchema.singular() + " as that version of it was.")
                        .parameters(all)
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
                List.of("Link", "Atlas-Has-More", "Content-Language", "Vary"));
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

    private static Schema changedValue() {
        return RecordSchemas.object("A value that the change changed.")
                .addProperty("path", ValueSchemas.string(1_024).description("Where in the record it is (RFC 6901)."))
                .addProperty("from", OASFactory.createSchema().description("The value before; whatever JSON it was."))
                .addProperty("to", OASFactory.createSchema().description("The value after; whatever JSON it is."))
                .required(List.of("path"));
    }

    private Schema change() {
        Schema record = OASFactory.createSchema().description("The record after the change, null when it is gone.");
        registry.schemas()
                .forEach(resourceSchema ->
                        record.addAnyOf(RecordSchemas.reference(ComponentNames.schema(resourceSchema))));
        record.addAnyOf(OASFactory.createSchema().addType(Schema.SchemaType.NULL));
        return RecordSchemas.object("One write of one record.")
                .addProperty("revision", ValueSchemas.integer(1, MAX_REVISION))
                .addProperty("at", ValueSchemas.string(35).format("date-time"))
                .addProperty(
                        "op",
                        ValueSchemas.oneOf(OPERATIONS)
                                .description("What happened to the record; with a filter also entered and left."))
                .addProperty("resource", ValueSchemas.oneOf(resources()))
                .addProperty("id", ValueSchemas.string(64).description("The record's id."))
                .addProperty("version", ValueSchemas.integer(1, Integer.MAX_VALUE))
                .addProperty(
                        "by",
                        RecordSchemas.nullable(ValueSchemas.string(64), false)
                                .description("The public id of the key that wrote it."))
                .addProperty(
                        "into",
                        RecordSchemas.nullable(ValueSchemas.string(64), false)
                                .description("The id of the record that it was merged into."))
                .addProperty("changed", RecordSchemas.list(RecordSchemas.reference("ChangedValue")))
                .addProperty("record", record);
    }

    private static Schema changes() {
        Schema page = RecordSchemas.object("Where the page stands in the log.")
                .addProperty("limit", ValueSchemas.integer(ChangesQuery.MIN_LIMIT, ChangesQuery.MAX_LIMIT))
                .addProperty("has_more", ValueSchemas.bool())
                .addProperty("next_since", ValueSchemas.count().description("The since of the next page."))
                .required(List.of("limit", "has_more", "next_since"));
        Schema meta = RecordSchemas.object("What the page is of.")
                .addProperty("revision", ValueSchemas.count().description("The revision that was reached."))
                .addProperty("license", ValueSchemas.string(64).description("SPDX identifier."))
                .addProperty("lang", ValueSchemas.oneOf(Language.CODES))
                .required(List.of("revision", "license"));
        return RecordSchemas.object("A page of changes.")
                .addProperty(
                        "data",
                        RecordSchemas.list(RecordSchemas.reference("Change")).maxItems(ChangesQuery.MAX_LIMIT))
                .addProperty("page", page)
                .addProperty("meta", meta)
                .required(List.of("data", "page", "meta"));
    }

    private List<String> resources() {
        return registry.schemas().stream().map(ResourceSchema::resource).toList();
    }
}

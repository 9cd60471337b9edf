package org.startupatlas.openapi.path;

import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.startupatlas.openapi.schema.ComponentNames;
import org.startupatlas.openapi.schema.Examples;
import org.startupatlas.openapi.schema.ListSchemas;
import org.startupatlas.openapi.schema.RecordSchemas;
import org.startupatlas.query.parameter.ProblemKind;
import org.startupatlas.schema.Format;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.SchemaRegistry;

/** Describes the responses of operations: lists and records of each resource, and the errors. */
final class Responses {

    /** The response of a write with {@code dry_run}, which only reports what it would do, and the schema of it. */
    static final String DRY_RUN = "DryRun";

    static final String DELETED = "Deleted";

    /** The headers of responses that clients may keep. */
    static final List<String> OF_CACHED = List.of("ETag");

    private static final String MOVED = "308";
    private static final String NOT_MODIFIED = "304";

    private final SchemaRegistry registry;
    private final Components components;

    Responses(SchemaRegistry registry, Components components) {
        this.registry = registry;
        this.components = components;
    }

    /** Adds the responses that several operations share. */
    void add() {
        ResponseHeaders.add(components);
        ProblemResponses.add(components);
        ListSchemas.add(registry, components);
        components.addResponse(
                MOVED,
                ResponseHeaders.on(
                        OASFactory.createAPIResponse()
                                .description(
                                        "The id or slug is one that the record had; Location has its present one."),
                        List.of("Location")));
        components.addResponse(
                NOT_MODIFIED,
                ResponseHeaders.on(
                        OASFactory.createAPIResponse().description("The client has it already."), OF_CACHED));
        components.addResponse(
                DRY_RUN,
                json(
                        "With dry_run: what would be written.",
                        RecordSchemas.reference(DRY_RUN),
                        Examples.of("data", List.of(), "meta", Examples.of("dry_run", true))));
        components.addResponse(DELETED, OASFactory.createAPIResponse().description("It is gone."));
        registry.schemas().forEach(this::add);
    }

    /** Adds the responses of writes of single records of the resource. */
    void addChanged(ResourceSchema resourceSchema) {
        String name = ComponentNames.schema(resourceSchema);
        Schema recordOrDryRun = OASFactory.createSchema()
                .addAnyOf(RecordSchemas.reference(name))
                .addAnyOf(RecordSchemas.reference(DRY_RUN));
        components.addResponse(
                "Changed" + name,
                ResponseHeaders.on(
                        record("As it is now; with dry_run, what would change.", resourceSchema, recordOrDryRun),
                        List.of("ETag")));
    }

    private void add(ResourceSchema resourceSchema) {
        String name = ComponentNames.schema(resourceSchema);
        components.addExample(name, OASFactory.createExample().value(Examples.record(resourceSchema)));
        components.addResponse(name, single(resourceSchema, Format.ofRecord(resourceSchema), OF_CACHED));
        components.addResponse(
                name + "List",
                ResponseHeaders.on(
                        OtherFormats.on(
                                json(
                                        "A page of " + resourceSchema.resource().replace('_', ' ') + ".",
                                        RecordSchemas.reference(name + "List"),
                                        Examples.list(resourceSchema)),
                                OtherFormats.ofList(resourceSchema)),
                        List.of("ETag", "Link", "Atlas-Has-More")));
    }

    static APIResponse json(String description, Schema schema, Object example) {
        return OASFactory.createAPIResponse()
                .description(description)
                .content(OASFactory.createContent()
                        .addMediaType(
                                Format.JSON.mediaType(),
                                OASFactory.createMediaType()
                                        .schema(schema)
                                        .addExample("example", Examples.value(example))));
    }

    /** Returns a response with the schema, and with the example of a record of the resource. */
    static APIResponse record(String description, ResourceSchema resourceSchema, Schema schema) {
        return OASFactory.createAPIResponse()
                .description(description)
                .content(OASFactory.createContent()
                        .addMediaType(
                                Format.JSON.mediaType(),
                                withExample(resourceSchema).schema(schema)));
    }

    private static MediaType withExample(ResourceSchema resourceSchema) {
        String name = ComponentNames.schema(resourceSchema);
        return OASFactory.createMediaType()
                .addExample("record", OASFactory.createExample().ref(ComponentNames.exampleReference(name)));
    }

    /** Returns the responses of the resource's list. */
    APIResponses ofList(ResourceSchema resourceSchema) {
        return orNotModified(reference(ComponentNames.schema(resourceSchema) + "List"));
    }

    /** Returns the responses of a single record of the resource. */
    APIResponses ofRecord(ResourceSchema resourceSchema) {
        return orMoved(orNotModified(reference(ComponentNames.schema(resourceSchema))));
    }

    /**
     * Returns the responses of a single version of a record: those of the record, without the formats that only a
     * current record has.
     */
    APIResponses ofVersion(ResourceSchema resourceSchema) {
        boolean isSame = Format.of(resourceSchema).equals(Format.ofRecord(resourceSchema));
        return orMoved(unstored(
                isSame
                        ? reference(ComponentNames.schema(resourceSchema))
                        : single(resourceSchema, Format.of(resourceSchema), List.of())));
    }

    private static APIResponse single(ResourceSchema resourceSchema, List<Format> formats, List<String> headers) {
        return ResponseHeaders.on(
                OtherFormats.on(
                        record(
                                ComponentNames.sentence(resourceSchema.singular()) + ".",
                                resourceSchema,
                                RecordSchemas.reference(ComponentNames.schema(resourceSchema))),
                        OtherFormats.ofRecord(resourceSchema, formats)),
                headers);
    }

    /** Returns the responses with a success response that caches do not store. */
    APIResponses unstored(APIResponse response) {
        return ProblemResponses.ofReading(OASFactory.createAPIResponses().addAPIResponse("200", response));
    }

    /** Returns a response with one media type, and the error responses. */
    APIResponses of(String description, String mediaType, Schema schema, Object example) {
        return of(description, mediaType, schema, example, OF_CACHED);
    }

    /** Returns a response with one media type and the headers, and the error responses. */
    APIResponses of(String description, String mediaType, Schema schema, Object example, List<String> headers) {
        Content content = OASFactory.createContent()
                .addMediaType(
                        mediaType,
                        OASFactory.createMediaType().schema(schema).addExample("example", Examples.value(example)));
        return of(OASFactory.createAPIResponse().description(description).content(content), headers);
    }

    /** Returns a response with the headers, 304 for clients that already have it, and the error responses. */
    APIResponses of(APIResponse response, List<String> headers) {
        return orNotModified(ResponseHeaders.on(response, headers));
    }

    private static APIResponses orNotModified(APIResponse response) {
        return ProblemResponses.ofReading(
                addNotModified(OASFactory.createAPIResponses().addAPIResponse("200", response)));
    }

    /** Adds 304 for clients that already have it. */
    static APIResponses addNotModified(APIResponses responses) {
        return responses.addAPIResponse(NOT_MODIFIED, reference(NOT_MODIFIED));
    }

    /** Returns a reference to a shared response. */
    static APIResponse reference(String name) {
        return OASFactory.createAPIResponse().ref(ComponentNames.responseReference(name));
    }

    /**
     * Returns the success response of an operation that requires a key, and the error responses.
     *
     * @param headers the response headers besides those of every response
     * @param more the problems besides those of every request
     */
    APIResponses withKey(String status, APIResponse response, List<String> headers, List<ProblemKind> more) {
        APIResponses responses = ProblemResponses.ofReading(OASFactory.createAPIResponses()
                .addAPIResponse(status, response.getRef() == null ? ResponseHeaders.on(response, headers) : response));
        return ProblemResponses.add(responses, more);
    }

    /** Adds 308 for a merged record. */
    private static APIResponses orMoved(APIResponses responses) {
        return responses.addAPIResponse(MOVED, reference(MOVED));
    }
}

package org.startupatlas.openapi.path;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.startupatlas.http.problem.ProblemKind;
import org.startupatlas.openapi.schema.ComponentNames;
import org.startupatlas.openapi.schema.Examples;
import org.startupatlas.openapi.schema.ListSchemas;
import org.startupatlas.openapi.schema.RecordSchemas;
import org.startupatlas.openapi.schema.ValueSchemas;
import org.startupatlas.schema.Format;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.SchemaRegistry;

/** What operations answer: lists and records of each resource, beside what can go wrong. */
final class Responses {

    private final SchemaRegistry register;
    private final Components components;

    Responses(SchemaRegistry register, Components components) {
        this.register = register;
        this.components = components;
    }

    /** Adds what several operations answer. */
    void add() {
        ResponseHeaders.add(components);
        ProblemResponses.add(components);
        ListSchemas.add(register, components);
        components.addResponse(
                "Moved",
                ResponseHeaders.on(
                        OASFactory.createAPIResponse()
                                .description(
                                        "The id or slug is one that the record had; Location has its present one."),
                        List.of("Location", "Cache-Control")));
        components.addResponse(
                "NotModified",
                ResponseHeaders.on(
                        OASFactory.createAPIResponse().description("The client has it already."),
                        List.of("ETag", "Cache-Control", "CDN-Cache-Control", "Vary")));
    }

    /** What a list of that resource answers. */
    APIResponses ofList(ResourceSchema declaration) {
        return ProblemResponses.ofReading(OASFactory.createAPIResponses()
                .addAPIResponse(
                        "200",
                        ResponseHeaders.on(
                                OASFactory.createAPIResponse()
                                        .description("A page of "
                                                + declaration.resource().replace('_', ' ') + ".")
                                        .content(content(
                                                declaration,
                                                Format.of(declaration),
                                                ComponentNames.schema(declaration) + "List",
                                                ComponentNames.schema(declaration) + "Features",
                                                Examples.list(declaration))),
                                List.of(
                                        "ETag",
                                        "Link",
                                        "Atlas-Has-More",
                                        "Content-Language",
                                        "Cache-Control",
                                        "CDN-Cache-Control",
                                        "Vary")))
                .addAPIResponse(
                        "304", OASFactory.createAPIResponse().ref(ComponentNames.responseReference("NotModified"))));
    }

    /** What a single record of that resource answers. */
    APIResponses ofRecord(ResourceSchema declaration) {
        return orGone(ProblemResponses.ofReading(OASFactory.createAPIResponses()
                .addAPIResponse(
                        "200",
                        ResponseHeaders.on(
                                OASFactory.createAPIResponse()
                                        .description(ComponentNames.sentence(declaration.singular()) + ".")
                                        .content(content(
                                                declaration,
                                                Format.ofRecord(declaration),
                                                RecordSchemas.answer(declaration),
                                                ComponentNames.schema(declaration) + "Feature",
                                                Examples.record(declaration))),
                                List.of("ETag", "Content-Language", "Cache-Control", "CDN-Cache-Control", "Vary")))
                .addAPIResponse(
                        "304", OASFactory.createAPIResponse().ref(ComponentNames.responseReference("NotModified")))));
    }

    /** What a single version of a record of that resource answers. */
    APIResponses ofVersion(ResourceSchema declaration) {
        return orGone(unstored(
                ComponentNames.sentence(declaration.singular()) + ", as it was.",
                content(
                        declaration,
                        Format.of(declaration),
                        RecordSchemas.answer(declaration),
                        ComponentNames.schema(declaration) + "Feature",
                        Examples.record(declaration))));
    }

    /** A response that no cache keeps, with what can go wrong. */
    APIResponses unstored(String description, Content content) {
        return ProblemResponses.ofReading(OASFactory.createAPIResponses()
                .addAPIResponse(
                        "200",
                        ResponseHeaders.on(
                                OASFactory.createAPIResponse()
                                        .description(description)
                                        .content(content),
                                List.of("Link", "Atlas-Has-More", "Content-Language", "Cache-Control", "Vary"))));
    }

    /** A response of one media type, with what can go wrong. */
    APIResponses of(String description, String mediaType, Schema schema, Object example) {
        return of(
                description,
                mediaType,
                schema,
                example,
                List.of("ETag", "Content-Language", "Cache-Control", "CDN-Cache-Control", "Vary"));
    }

    /** A response of one media type, with these headers, and with what can go wrong. */
    APIResponses of(String description, String mediaType, Schema schema, Object example, List<String> headers) {
        Content content = OASFactory.createContent()
                .addMediaType(
                        mediaType, OASFactory.createMediaType().schema(schema).example(example));
        return ofContent(description, content, headers);
    }

    /** A response that the client may have already, with these headers, and with what can go wrong. */
    APIResponses ofContent(String description, Content content, List<String> headers) {
        return ProblemResponses.ofReading(OASFactory.createAPIResponses()
                .addAPIResponse(
                        "200",
                        ResponseHeaders.on(
                                OASFactory.createAPIResponse()
                                        .description(description)
                                        .content(content),
                                headers))
                .addAPIResponse(
                        "304", OASFactory.createAPIResponse().ref(ComponentNames.responseReference("NotModified"))));
    }

    /**
     * What an operation that takes a key answers when it goes well, with what can go wrong.
     *
     * @param headers what the answer says in headers, beside what all do
     * @param more what can go wrong beside what always can
     */
    APIResponses withKey(String status, APIResponse response, List<String> headers, List<ProblemKind> more) {
        List<String> all = new ArrayList<>(headers);
        all.add("Cache-Control");
        APIResponses responses = ProblemResponses.ofReading(
                OASFactory.createAPIResponses().addAPIResponse(status, ResponseHeaders.on(response, all)));
        ProblemResponses.add(responses, ProblemResponses.OF_KEYS);
        return ProblemResponses.add(responses, more);
    }

    /** What was there once, and is no more. */
    private static APIResponses orGone(APIResponses responses) {
        return ProblemResponses.add(
                responses.addAPIResponse(
                        "308", OASFactory.createAPIResponse().ref(ComponentNames.responseReference("Moved"))),
                List.of(ProblemKind.GONE));
    }

    private static Content content(
            ResourceSchema declaration, List<Format> formats, String json, String geoJson, Object example) {
        Content content = OASFactory.createContent();
        for (Format format : formats) {
            MediaType type = OASFactory.createMediaType();
            switch (format) {
                case JSON -> type.schema(RecordSchemas.reference(json)).example(example);
                case GEOJSON -> type.schema(RecordSchemas.reference(geoJson));
                case JSONLD -> type.schema(
                        RecordSchemas.object("An Organization of schema.org, as JSON-LD 1.1: only what is certain."));
                case CSV -> type.schema(ValueSchemas.string(Integer.MAX_VALUE)
                        .description("RFC 4180 with a header line; a column for each field, dotted ones for the"
                                + " parts of objects."));
                case NDJSON -> type.schema(
                        ValueSchemas.string(Integer.MAX_VALUE).description("One record as JSON on each line."));
            }
            content.addMediaType(format.mediaType(), type);
        }
        return content;
    }
}

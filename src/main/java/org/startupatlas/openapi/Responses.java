package org.startupatlas.openapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.startupatlas.http.ProblemKind;
import org.startupatlas.query.Declaration;
import org.startupatlas.query.Format;
import org.startupatlas.query.Query;
import org.startupatlas.query.Register;

/** The responses: lists and records of each resource, and problems. */
final class Responses {

    private static final String PROBLEM = "application/problem+json";

    /** What can go wrong with reading, one kind for each status. */
    private static final List<ProblemKind> OF_READING = List.of(
            ProblemKind.INVALID_PARAMETERS,
            ProblemKind.UNAUTHORIZED,
            ProblemKind.UNKNOWN_RECORD,
            ProblemKind.METHOD_NOT_ALLOWED,
            ProblemKind.NOT_ACCEPTABLE,
            ProblemKind.URI_TOO_LONG,
            ProblemKind.TOO_MANY_REQUESTS,
            ProblemKind.HEADERS_TOO_LARGE,
            ProblemKind.INTERNAL_ERROR,
            ProblemKind.UNAVAILABLE);

    /** What can go wrong only where a key is needed. */
    private static final List<ProblemKind> OF_KEYS = List.of(ProblemKind.FORBIDDEN);

    /** What can go wrong only with a body. */
    static final List<ProblemKind> OF_BODIES =
            List.of(ProblemKind.PAYLOAD_TOO_LARGE, ProblemKind.UNSUPPORTED_MEDIA_TYPE, ProblemKind.INVALID_RECORD);

    /** What can go wrong only with the change of something that others change too. */
    static final List<ProblemKind> OF_CHANGES = List.of(ProblemKind.CONFLICT);

    /** What can go wrong only with the writing of a record that is there. */
    private static final List<ProblemKind> OF_WRITING =
            List.of(ProblemKind.GONE, ProblemKind.PRECONDITION_FAILED, ProblemKind.PRECONDITION_REQUIRED);

    private final Register register;
    private final Components components;

    Responses(Register register, Components components) {
        this.register = register;
        this.components = components;
    }

    /** Adds what several operations answer. */
    void add() {
        addHeaders();
        addProblems();
        components.addSchema("Page", pageSchema());
        components.addSchema("ListMeta", metaSchema());
        for (Declaration declaration : register.declarations()) {
            components.addSchema(Names.schema(declaration) + "List", listSchema(declaration));
            if (declaration.point().isPresent()) {
                components.addSchema(Names.schema(declaration) + "Feature", featureSchema(declaration));
                components.addSchema(Names.schema(declaration) + "Features", featuresSchema(declaration));
            }
        }
        components.addResponse(
                "Moved",
                withHeaders(
                        OASFactory.createAPIResponse()
                                .description(
                                        "The id or slug is one that the record had; Location has its present one."),
                        List.of("Location", "Cache-Control")));
        components.addResponse(
                "NotModified",
                withHeaders(
                        OASFactory.createAPIResponse().description("The client has it already."),
                        List.of("ETag", "Cache-Control", "Vary")));
    }

    /** What a list of that resource answers. */
    APIResponses ofList(Declaration declaration) {
        return problems(OASFactory.createAPIResponses()
                .addAPIResponse(
                        "200",
                        withHeaders(
                                OASFactory.createAPIResponse()
                                        .description("A page of "
                                                + declaration.resource().replace('_', ' ') + ".")
                                        .content(content(
                                                declaration,
                                                Names.schema(declaration) + "List",
                                                Names.schema(declaration) + "Features",
                                                Examples.list(declaration))),
                                List.of("ETag", "Link", "Atlas-Has-More", "Content-Language", "Cache-Control", "Vary")))
                .addAPIResponse("304", OASFactory.createAPIResponse().ref(Names.responseReference("NotModified"))));
    }

    /** What a single record of that resource answers. */
    APIResponses ofRecord(Declaration declaration) {
        return orGone(problems(OASFactory.createAPIResponses()
                .addAPIResponse(
                        "200",
                        withHeaders(
                                OASFactory.createAPIResponse()
                                        .description(Names.sentence(declaration.singular()) + ".")
                                        .content(content(
                                                declaration,
                                                RecordSchemas.answer(declaration),
                                                Names.schema(declaration) + "Feature",
                                                Examples.record(declaration))),
                                List.of("ETag", "Content-Language", "Cache-Control", "Vary")))
                .addAPIResponse("304", OASFactory.createAPIResponse().ref(Names.responseReference("NotModified")))));
    }

    /** What a single version of a record of that resource answers. */
    APIResponses ofVersion(Declaration declaration) {
        return orGone(unstored(
                Names.sentence(declaration.singular()) + ", as it was.",
                content(
                        declaration,
                        RecordSchemas.answer(declaration),
                        Names.schema(declaration) + "Feature",
                        Examples.record(declaration))));
    }

    /** A response that no cache keeps, with what can go wrong. */
    APIResponses unstored(String description, Content content) {
        return problems(OASFactory.createAPIResponses()
                .addAPIResponse(
                        "200",
                        withHeaders(
                                OASFactory.createAPIResponse()
                                        .description(description)
                                        .content(content),
                                List.of("Link", "Atlas-Has-More", "Content-Language", "Cache-Control", "Vary"))));
    }

    /** A response of one media type, with what can go wrong. */
    APIResponses of(String description, String mediaType, Schema schema, Object example) {
        return problems(OASFactory.createAPIResponses()
                .addAPIResponse(
                        "200",
                        withHeaders(
                                OASFactory.createAPIResponse()
                                        .description(description)
                                        .content(OASFactory.createContent()
                                                .addMediaType(
                                                        mediaType,
                                                        OASFactory.createMediaType()
                                                                .schema(schema)
                                                                .example(example))),
                                List.of("ETag", "Cache-Control", "Vary")))
                .addAPIResponse("304", OASFactory.createAPIResponse().ref(Names.responseReference("NotModified"))));
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
        APIResponses responses =
                problems(OASFactory.createAPIResponses().addAPIResponse(status, withHeaders(response, all)));
        addProblems(responses, OF_KEYS);
        addProblems(responses, more);
        return responses;
    }

    private static APIResponses problems(APIResponses responses) {
        addProblems(responses, OF_READING);
        return responses;
    }

    private static void addProblems(APIResponses responses, List<ProblemKind> kinds) {
        for (ProblemKind kind : kinds) {
            responses.addAPIResponse(
                    String.valueOf(kind.status()),
                    OASFactory.createAPIResponse().ref(Names.responseReference(problem(kind))));
        }
    }

    /** What was there once, and is no more. */
    private static APIResponses orGone(APIResponses responses) {
        return responses
                .addAPIResponse("308", OASFactory.createAPIResponse().ref(Names.responseReference("Moved")))
                .addAPIResponse(
                        String.valueOf(ProblemKind.GONE.status()),
                        OASFactory.createAPIResponse().ref(Names.responseReference(problem(ProblemKind.GONE))));
    }

    private static String problem(ProblemKind kind) {
        return "Problem" + kind.status();
    }

    private void addProblems() {
        components.addSchema("ProblemError", ProblemSchemas.error());
        components.addSchema("Problem", ProblemSchemas.problem());
        for (ProblemKind kind : Stream.of(OF_READING, OF_KEYS, OF_BODIES, OF_CHANGES, OF_WRITING)
                .flatMap(List::stream)
                .toList()) {
            Map<String, Object> example = ProblemSchemas.example(kind);
            APIResponse response = OASFactory.createAPIResponse()
                    .description((String) example.get("title") + ".")
                    .content(OASFactory.createContent()
                            .addMediaType(
                                    PROBLEM,
                                    OASFactory.createMediaType()
                                            .schema(RecordSchemas.reference("Problem"))
                                            .example(example)));
            List<String> headers =
                    switch (kind) {
                        case METHOD_NOT_ALLOWED -> List.of("Allow", "Content-Language");
                        case UNAUTHORIZED -> List.of("WWW-Authenticate", "Content-Language");
                        case UNAVAILABLE, TOO_MANY_REQUESTS -> List.of("Retry-After", "Content-Language");
                        default -> List.of("Content-Language");
                    };
            components.addResponse(problem(kind), withHeaders(response, headers));
        }
    }

    private void addHeaders() {
        header(
                "ETag",
                "Names these bytes; strong on whole records, weak on what is put together.",
                "\"1-d0hzrvXYAA4v\"");
        header(
                "Link",
                "rel=next leads to the next page, rel=sync to the changes that keep a copy exact (RFC 8288).",
                "</v1/startups?cursor=WyJk>; rel=\"next\", </v1/changes?since=613&resource=startups>; rel=\"sync\"");
        header("Atlas-Has-More", "On CSV and NDJSON: whether there are more records behind this page.", "true");
        header("Atlas-Revision", "The revision that this node has reached.", "613");
        header("Content-Language", "The languages of the texts, where they were collapsed, or of a problem.", "fr");
        header("Cache-Control", "How long caches may keep it.", "public, max-age=60, stale-while-revalidate=300");
        header("Vary", "The request headers that it depends on.", "Accept, Accept-Encoding");
        header("Access-Control-Allow-Origin", "Any page may read it.", "*");
        header("X-Request-Id", "Names the request, here and in the log.", "1056a5de-4d88-46f9-b184-659e83cf2c83");
        header("Allow", "The methods that work here.", "GET, HEAD, OPTIONS");
        header("WWW-Authenticate", "How to send a key.", "Bearer realm=\"Startup Atlas\"");
        header("Location", "Where it is, what was made.", "/v1/keys/k3vq7m2x5abc");
        header("Retry-After", "Seconds after which to try again.", "2");
    }

    private void header(String name, String description, String example) {
        components.addHeader(
                name,
                OASFactory.createHeader()
                        .description(description)
                        .schema(ValueSchemas.string(8_192))
                        .example(example));
    }

    private static APIResponse withHeaders(APIResponse response, List<String> names) {
        Map<String, Header> headers = new LinkedHashMap<>();
        for (String always : List.of("Atlas-Revision", "X-Request-Id", "Access-Control-Allow-Origin")) {
            headers.put(always, OASFactory.createHeader().ref(Names.headerReference(always)));
        }
        names.forEach(name -> headers.put(name, OASFactory.createHeader().ref(Names.headerReference(name))));
        return response.headers(headers);
    }

    private static Content content(Declaration declaration, String json, String geoJson, Object example) {
        Content content = OASFactory.createContent();
        for (Format format : Format.of(declaration)) {
            MediaType type = OASFactory.createMediaType();
            switch (format) {
                case JSON -> type.schema(RecordSchemas.reference(json)).example(example);
                case GEOJSON -> type.schema(RecordSchemas.reference(geoJson));
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

    private static Schema listSchema(Declaration declaration) {
        return RecordSchemas.object("A page of " + declaration.resource().replace('_', ' ') + ".")
                .addProperty(
                        "data",
                        RecordSchemas.list(RecordSchemas.reference(RecordSchemas.answer(declaration)))
                                .maxItems(Query.GREATEST_LIMIT))
                .addProperty("page", RecordSchemas.reference("Page"))
                .addProperty("meta", RecordSchemas.reference("ListMeta"))
                .required(List.of("data", "page", "meta"));
    }

    private static Schema featuresSchema(Declaration declaration) {
        return RecordSchemas.object(
                        "GeoJSON (RFC 7946) of " + declaration.resource().replace('_', ' ') + ".")
                .addProperty("type", ValueSchemas.oneOf(List.of("FeatureCollection")))
                .addProperty(
                        "features",
                        RecordSchemas.list(RecordSchemas.reference(Names.schema(declaration) + "Feature"))
                                .maxItems(Query.GREATEST_LIMIT))
                .addProperty("page", RecordSchemas.reference("Page"))
                .addProperty("meta", RecordSchemas.reference("ListMeta"))
                .required(List.of("type", "features", "page", "meta"));
    }

    private static Schema featureSchema(Declaration declaration) {
        Schema coordinates = RecordSchemas.list(OASFactory.createSchema()
                        .addType(Schema.SchemaType.NUMBER)
                        .format("double"))
                .minItems(2)
                .maxItems(2);
        Schema geometry = RecordSchemas.object("A point, or null where none is known.")
                .addType(Schema.SchemaType.NULL)
                .addProperty("type", ValueSchemas.oneOf(List.of("Point")))
                .addProperty("coordinates", coordinates)
                .required(List.of("type", "coordinates"));
        return RecordSchemas.object("One record as a GeoJSON feature.")
                .addProperty("type", ValueSchemas.oneOf(List.of("Feature")))
                .addProperty("id", ValueSchemas.string(64))
                .addProperty("geometry", geometry)
                .addProperty("properties", RecordSchemas.reference(RecordSchemas.answer(declaration)))
                .required(List.of("type", "id", "geometry", "properties"));
    }

    private static Schema pageSchema() {
        return RecordSchemas.object("Where this page stands in its list.")
                .addProperty("limit", ValueSchemas.integer(Query.LEAST_LIMIT, Query.GREATEST_LIMIT))
                .addProperty("has_more", ValueSchemas.bool())
                .addProperty("next_cursor", RecordSchemas.nullable(ValueSchemas.string(8_192), false))
                .addProperty("total", ValueSchemas.integer(0, Long.MAX_VALUE / 1024))
                .required(List.of("limit", "has_more", "next_cursor"));
    }

    private static Schema metaSchema() {
        return RecordSchemas.object("What the page is of.")
                .addProperty(
                        "revision",
                        ValueSchemas.integer(0, Long.MAX_VALUE / 1024)
                                .description("The revision at which the walk began."))
                .addProperty("license", ValueSchemas.string(64).description("SPDX identifier."))
                .addProperty("lang", ValueSchemas.oneOf(List.of("fr", "ar", "en")))
                .required(List.of("revision", "license"));
    }
}

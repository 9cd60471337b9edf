package org.startupatlas.openapi.path;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.startupatlas.http.problem.ProblemStatus;
import org.startupatlas.openapi.schema.ComponentNames;
import org.startupatlas.openapi.schema.Examples;
import org.startupatlas.openapi.schema.ProblemExamples;
import org.startupatlas.openapi.schema.RecordSchemas;
import org.startupatlas.query.parameter.ProblemKind;

/**
 * Describes the error responses: one for each status that operations list separately, and one default for all others.
 */
final class ProblemResponses {

    private static final String PROBLEM = "application/problem+json";

    /** The problems that every operation lists separately, because clients handle them specifically. */
    private static final List<ProblemKind> EXPLICIT_KINDS = List.of(ProblemKind.INVALID_PARAMETERS);

    /** The other problems of every request, described once in the default response. */
    private static final List<ProblemKind> DEFAULT_KINDS = List.of(
            // Of an invalid key, also where none is required; of a key without the role, where one is.
            ProblemKind.UNAUTHORIZED,
            ProblemKind.FORBIDDEN,
            ProblemKind.UNKNOWN_RECORD,
            ProblemKind.GONE,
            ProblemKind.METHOD_NOT_ALLOWED,
            ProblemKind.NOT_ACCEPTABLE,
            // Also for a request body that the operation does not read.
            ProblemKind.PAYLOAD_TOO_LARGE,
            ProblemKind.URI_TOO_LONG,
            ProblemKind.UNSUPPORTED_MEDIA_TYPE,
            ProblemKind.TOO_MANY_REQUESTS,
            ProblemKind.HEADERS_TOO_LARGE,
            ProblemKind.INTERNAL_ERROR,
            ProblemKind.UNAVAILABLE);

    /** The problems of operations with a request body. */
    static final List<ProblemKind> OF_BODIES = List.of(ProblemKind.INVALID_RECORD);

    /** The problems of changes to something that can be changed concurrently. */
    static final List<ProblemKind> OF_CHANGES = List.of(ProblemKind.CONFLICT);

    /** The problems of writes to an existing record. */
    private static final List<ProblemKind> RECORD_WRITE_KINDS =
            List.of(ProblemKind.PRECONDITION_FAILED, ProblemKind.PRECONDITION_REQUIRED);

    private ProblemResponses() {}

    /** Adds the responses that {@link #add(APIResponses, List)} refers to. */
    static void add(Components components) {
        for (ProblemKind kind : Stream.of(EXPLICIT_KINDS, OF_BODIES, OF_CHANGES, RECORD_WRITE_KINDS)
                .flatMap(List::stream)
                .toList()) {
            Map<String, Object> example = ProblemExamples.of(kind);
            components.addResponse(
                    problem(kind),
                    response(
                            example.get("title") + "." + more(kind),
                            List.of(kind),
                            mediaType().addExample("example", Examples.value(example))));
        }
        components.addResponse("Problem", ofAll());
    }

    private static String more(ProblemKind kind) {
        return kind == ProblemKind.CONFLICT
                ? " A record that was merged into another is not written: the code is merged, and merged_into names the"
                        + " other."
                : "";
    }

    private static APIResponse ofAll() {
        MediaType type = mediaType();
        List<String> titles = new ArrayList<>();
        for (ProblemKind kind : DEFAULT_KINDS) {
            Map<String, Object> example = ProblemExamples.of(kind);
            titles.add(ProblemStatus.of(kind) + " " + example.get("title"));
            type.addExample(kind.code(), OASFactory.createExample().value(example));
        }
        return response("What else can go wrong: " + String.join(", ", titles) + ".", DEFAULT_KINDS, type);
    }

    private static MediaType mediaType() {
        return OASFactory.createMediaType().schema(RecordSchemas.reference("Problem"));
    }

    private static APIResponse response(String description, List<ProblemKind> kinds, MediaType type) {
        Set<String> headers = new LinkedHashSet<>();
        for (ProblemKind kind : kinds) {
            switch (kind) {
                case METHOD_NOT_ALLOWED -> headers.add("Allow");
                case CONFLICT -> headers.add("Link");
                case UNAUTHORIZED -> headers.add("WWW-Authenticate");
                case UNSUPPORTED_MEDIA_TYPE -> headers.addAll(List.of("Accept", "Accept-Patch", "Accept-Post"));
                case UNAVAILABLE, TOO_MANY_REQUESTS -> headers.add("Retry-After");
                default -> {}
            }
        }
        return ResponseHeaders.on(
                OASFactory.createAPIResponse()
                        .description(description)
                        .content(OASFactory.createContent().addMediaType(PROBLEM, type)),
                List.copyOf(headers));
    }

    /** Adds the error responses of every request. */
    static APIResponses ofReading(APIResponses responses) {
        return add(responses, EXPLICIT_KINDS)
                .addAPIResponse(
                        "default", OASFactory.createAPIResponse().ref(ComponentNames.responseReference("Problem")));
    }

    /** Adds a reference to the error response of each kind. */
    static APIResponses add(APIResponses responses, List<ProblemKind> kinds) {
        for (ProblemKind kind : kinds) {
            responses.addAPIResponse(
                    String.valueOf(ProblemStatus.of(kind)),
                    OASFactory.createAPIResponse().ref(ComponentNames.responseReference(problem(kind))));
        }
        return responses;
    }

    private static String problem(ProblemKind kind) {
        return String.valueOf(ProblemStatus.of(kind));
    }
}

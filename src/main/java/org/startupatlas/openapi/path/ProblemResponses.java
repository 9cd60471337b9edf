package org.startupatlas.openapi.path;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.startupatlas.http.problem.ProblemKind;
import org.startupatlas.openapi.schema.ComponentNames;
import org.startupatlas.openapi.schema.ProblemSchemas;
import org.startupatlas.openapi.schema.RecordSchemas;

/** What can go wrong, one response for each status. */
final class ProblemResponses {

    private static final String PROBLEM = "application/problem+json";

    /** What can go wrong with reading, one kind for each status. */
    private static final List<ProblemKind> OF_READING = List.of(
            ProblemKind.INVALID_PARAMETERS,
            ProblemKind.UNAUTHORIZED,
            ProblemKind.UNKNOWN_RECORD,
            ProblemKind.METHOD_NOT_ALLOWED,
            ProblemKind.NOT_ACCEPTABLE,
            // With a body that nobody reads, too.
            ProblemKind.PAYLOAD_TOO_LARGE,
            ProblemKind.URI_TOO_LONG,
            ProblemKind.TOO_MANY_REQUESTS,
            ProblemKind.HEADERS_TOO_LARGE,
            ProblemKind.INTERNAL_ERROR,
            ProblemKind.UNAVAILABLE);

    /** What can go wrong only where a key is needed. */
    static final List<ProblemKind> OF_KEYS = List.of(ProblemKind.FORBIDDEN);

    /** What can go wrong only with a body. */
    static final List<ProblemKind> OF_BODIES = List.of(ProblemKind.UNSUPPORTED_MEDIA_TYPE, ProblemKind.INVALID_RECORD);

    /** What can go wrong only with the change of something that others change too. */
    static final List<ProblemKind> OF_CHANGES = List.of(ProblemKind.CONFLICT);

    /** What can go wrong only with the writing of a record that is there. */
    private static final List<ProblemKind> OF_WRITING =
            List.of(ProblemKind.GONE, ProblemKind.PRECONDITION_FAILED, ProblemKind.PRECONDITION_REQUIRED);

    private ProblemResponses() {}

    /** Adds the responses that {@link #add(APIResponses, List)} refers to. */
    static void add(Components components) {
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
            List<String> headers = new ArrayList<>(List.of("Content-Language", "Cache-Control", "Vary"));
            switch (kind) {
                case METHOD_NOT_ALLOWED -> headers.add("Allow");
                case CONFLICT -> headers.add("Link");
                case UNAUTHORIZED -> headers.add("WWW-Authenticate");
                case UNSUPPORTED_MEDIA_TYPE -> headers.addAll(List.of("Accept-Patch", "Accept-Post"));
                case UNAVAILABLE, TOO_MANY_REQUESTS -> headers.add("Retry-After");
                default -> {}
            }
            components.addResponse(problem(kind), ResponseHeaders.on(response, headers));
        }
    }

    /** Beside what goes well, what can go wrong with every request. */
    static APIResponses ofReading(APIResponses responses) {
        return add(responses, OF_READING);
    }

    /** Beside what is there already, what else can go wrong. */
    static APIResponses add(APIResponses responses, List<ProblemKind> kinds) {
        for (ProblemKind kind : kinds) {
            responses.addAPIResponse(
                    String.valueOf(kind.status()),
                    OASFactory.createAPIResponse().ref(ComponentNames.responseReference(problem(kind))));
        }
        return responses;
    }

    private static String problem(ProblemKind kind) {
        return "Problem" + kind.status();
    }
}

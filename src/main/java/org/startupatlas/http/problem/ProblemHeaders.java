package org.startupatlas.http.problem;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.startupatlas.query.parameter.ProblemKind;

/** The response headers of all problems. */
public final class ProblemHeaders {

    /** The authentication scheme of API keys (RFC 6750, section 3); {@code X-API-Key} is not a registered scheme. */
    private static final String BEARER = "Bearer realm=\"Startup Atlas\"";

    /**
     * Seconds, the same as {@code MinRevisionFilter} waits for a revision: by then a connection is either available again
     * or lost.
     */
    private static final String RETRY_AFTER = "2";

    private ProblemHeaders() {}

    /** Returns the headers of a problem in the format of its body. */
    public static Map<String, String> of(Problem problem, ProblemWriter.Body body, HttpServerRequest request) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", body.mediaType());
        headers.put("Content-Language", ProblemTexts.language(request).code());
        headers.put("Cache-Control", "no-store");
        headers.put("Vary", "Accept, Accept-Encoding, Accept-Language");
        if (problem.kind() == ProblemKind.UNAUTHORIZED) {
            headers.put("WWW-Authenticate", BEARER);
        }
        int status = ProblemStatus.of(problem.kind());
        if (status == 503 || status == 429) {
            headers.put("Retry-After", RETRY_AFTER);
        }
        if (problem.kind() == ProblemKind.UNSUPPORTED_MEDIA_TYPE
                && !problem.errors().isEmpty()) {
            headers.put(
                    acceptHeader(request.method()),
                    problem.errors().get(0).arguments().get(0));
        }
        headers.putAll(problem.headers());
        return headers;
    }

    /** Returns the header in which a method states the media types that it accepts. */
    private static String acceptHeader(HttpMethod method) {
        return switch (method.name()) {
            case "PATCH" -> "Accept-Patch";
            case "POST" -> "Accept-Post";
            default -> "Accept";
        };
    }
}

package org.startupatlas.http.problem;

import java.util.LinkedHashMap;
import java.util.Map;
import org.startupatlas.schema.Language;

/** The headers that every problem has. */
public final class ProblemHeaders {

    /** The methods of what only answers: Quarkus's own routes, and wherever nobody says better. */
    private static final String READING = "GET, HEAD, OPTIONS";

    /** How to send a key (RFC 6750, section 3); {@code X-API-Key} is no scheme that could be named here. */
    private static final String BEARER = "Bearer realm=\"Startup Atlas\"";

    /** Seconds, as few as api.md makes clients wait for a revision: a connection is either back by then or gone. */
    private static final String RETRY_AFTER = "2";

    private ProblemHeaders() {}

    public static Map<String, String> of(Problem problem, Language language) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", ProblemWriter.MEDIA_TYPE);
        headers.put("Content-Language", language.code());
        headers.put("Cache-Control", "no-store");
        headers.put("Vary", "Accept, Accept-Encoding, Accept-Language");
        if (problem.kind() == ProblemKind.METHOD_NOT_ALLOWED) {
            headers.put("Allow", READING);
        }
        if (problem.kind() == ProblemKind.UNAUTHORIZED) {
            headers.put("WWW-Authenticate", BEARER);
        }
        if (problem.kind().status() == 503 || problem.kind().status() == 429) {
            headers.put("Retry-After", RETRY_AFTER);
        }
        headers.putAll(problem.headers());
        return headers;
    }
}

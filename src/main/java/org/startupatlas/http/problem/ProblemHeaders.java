package org.startupatlas.http.problem;

import java.util.LinkedHashMap;
import java.util.Map;
import org.startupatlas.schema.Language;

/** The response headers of all problems. */
public final class ProblemHeaders {

    /** The authentication scheme of API keys (RFC 6750, section 3); {@code X-API-Key} is not a registered scheme. */
    private static final String BEARER = "Bearer realm=\"Startup Atlas\"";

    /**
     * Seconds, the same as the maximum wait for a revision in api.md: by then a connection is either available again or
     * lost.
     */
    private static final String RETRY_AFTER = "2";

    private ProblemHeaders() {}

    public static Map<String, String> of(Problem problem, Language language) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", ProblemWriter.MEDIA_TYPE);
        headers.put("Content-Language", language.code());
        headers.put("Cache-Control", "no-store");
        headers.put("Vary", "Accept, Accept-Encoding, Accept-Language");
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

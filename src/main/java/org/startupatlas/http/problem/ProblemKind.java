package org.startupatlas.http.problem;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.startupatlas.schema.Language;

/** The problem types. Each has a page under {@code /problems/} and its messages in {@code problems.properties}. */
public enum ProblemKind {
    INVALID_PARAMETERS(400),
    MALFORMED_REQUEST(400),
    UNAUTHORIZED(401),
    FORBIDDEN(403),
    UNKNOWN_PATH(404),
    UNKNOWN_RECORD(404),
    UNKNOWN_VERSION(404),
    NOT_YET_CREATED(404),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    REQUEST_TIMEOUT(408),
    CONFLICT(409),
    MERGED(409),
    EXTERNAL_ID_TAKEN(409),
    GONE(410),
    PRECONDITION_FAILED(412),
    PAYLOAD_TOO_LARGE(413),
    URI_TOO_LONG(414),
    UNSUPPORTED_MEDIA_TYPE(415),
    INVALID_RECORD(422),
    PRECONDITION_REQUIRED(428),
    TOO_MANY_REQUESTS(429),
    HEADERS_TOO_LARGE(431),
    INTERNAL_ERROR(500),
    UNAVAILABLE(503),
    TOO_MANY_STREAMS(503),
    TOO_MANY_EXPORTS(503),
    TOO_MANY_IMPORTS(503);

    private final int status;

    ProblemKind(int status) {
        this.status = status;
    }

    public int status() {
        return status;
    }

    /** Returns the code in problems, which is also the last segment of {@code type} and the message key. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the title in English. */
    public String englishTitle() {
        return ProblemTexts.title(this, Language.EN);
    }

    public static Optional<ProblemKind> ofCode(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }

    /** Returns the kind for a status that the framework chose. */
    static ProblemKind ofStatus(int status) {
        return Arrays.stream(values())
                .filter(kind -> kind.status == status && kind != INVALID_PARAMETERS)
                .findFirst()
                .orElse(status < 500 ? MALFORMED_REQUEST : INTERNAL_ERROR);
    }
}

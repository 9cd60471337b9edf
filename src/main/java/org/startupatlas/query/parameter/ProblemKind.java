package org.startupatlas.query.parameter;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The problem types. Each has a page under {@code /problems/} and its messages in {@code problems.properties}. */
public enum ProblemKind {
    INVALID_PARAMETERS,
    MALFORMED_REQUEST,
    UNAUTHORIZED,
    FORBIDDEN,
    UNKNOWN_PATH,
    UNKNOWN_RECORD,
    UNKNOWN_VERSION,
    NOT_YET_CREATED,
    METHOD_NOT_ALLOWED,
    NOT_ACCEPTABLE,
    REQUEST_TIMEOUT,
    CONFLICT,
    MERGED,
    EXTERNAL_ID_TAKEN,
    GONE,
    PRECONDITION_FAILED,
    PAYLOAD_TOO_LARGE,
    URI_TOO_LONG,
    UNSUPPORTED_MEDIA_TYPE,
    INVALID_RECORD,
    PRECONDITION_REQUIRED,
    TOO_MANY_REQUESTS,
    HEADERS_TOO_LARGE,
    INTERNAL_ERROR,
    UNAVAILABLE,
    TOO_MANY_STREAMS,
    TOO_MANY_EXPORTS,
    TOO_MANY_IMPORTS,
    PROPOSALS_OFF;

    /** Returns the code in problems, which is also the last segment of {@code type} and the message key. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<ProblemKind> ofCode(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}

package org.startupatlas.http.problem;

import java.util.Arrays;
import org.startupatlas.query.parameter.ProblemKind;

/** The HTTP statuses of problems. */
public final class ProblemStatus {

    private ProblemStatus() {}

    public static int of(ProblemKind kind) {
        return switch (kind) {
            case INVALID_PARAMETERS, MALFORMED_REQUEST -> 400;
            case UNAUTHORIZED -> 401;
            case FORBIDDEN, PROPOSALS_OFF -> 403;
            case UNKNOWN_PATH, UNKNOWN_RECORD, UNKNOWN_VERSION, NOT_YET_CREATED -> 404;
            case METHOD_NOT_ALLOWED -> 405;
            case NOT_ACCEPTABLE -> 406;
            case REQUEST_TIMEOUT -> 408;
            case CONFLICT, MERGED, EXTERNAL_ID_TAKEN -> 409;
            case GONE -> 410;
            case PRECONDITION_FAILED -> 412;
            case PAYLOAD_TOO_LARGE -> 413;
            case URI_TOO_LONG -> 414;
            case UNSUPPORTED_MEDIA_TYPE -> 415;
            case INVALID_RECORD -> 422;
            case PRECONDITION_REQUIRED -> 428;
            case TOO_MANY_REQUESTS -> 429;
            case HEADERS_TOO_LARGE -> 431;
            case INTERNAL_ERROR -> 500;
            case UNAVAILABLE, TOO_MANY_STREAMS, TOO_MANY_EXPORTS, TOO_MANY_IMPORTS -> 503;
        };
    }

    /** Returns the kind for a status that the framework chose. */
    static ProblemKind kind(int status) {
        return Arrays.stream(ProblemKind.values())
                .filter(kind -> of(kind) == status && kind != ProblemKind.INVALID_PARAMETERS)
                .findFirst()
                .orElse(status < 500 ? ProblemKind.MALFORMED_REQUEST : ProblemKind.INTERNAL_ERROR);
    }
}

package org.startupatlas.http.problem;

import java.util.List;
import org.startupatlas.auth.AccessDeniedException;
import org.startupatlas.query.parameter.Violation;

/** The problems of missing, invalid and insufficient API keys. */
public final class AccessDeniedProblem {

    private AccessDeniedProblem() {}

    public static Problem of(AccessDeniedException denied) {
        return switch (denied.reason()) {
            case KEY_MISSING -> of(ProblemKind.UNAUTHORIZED, "key-missing");
            case KEY_INVALID -> of(ProblemKind.UNAUTHORIZED, "key-invalid");
            case ROLE_TOO_SMALL -> of(
                    ProblemKind.FORBIDDEN, "role-too-small", denied.needed().code());
            case TOO_MANY_WRONG_KEYS -> of(ProblemKind.TOO_MANY_REQUESTS, "too-many-wrong-keys", seconds(denied))
                    .withHeader("Retry-After", seconds(denied));
        };
    }

    private static Problem of(ProblemKind kind, String code, String... arguments) {
        return Problem.of(kind, List.of(Violation.ofWhole(code, arguments)));
    }

    private static String seconds(AccessDeniedException denied) {
        return String.valueOf(denied.seconds());
    }
}

package org.startupatlas.http;

import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Objects;
import org.startupatlas.query.InvalidQuery;
import org.startupatlas.query.Violation;

/**
 * What went wrong with a request, before it is put into words: the one shape of every error (RFC 9457).
 *
 * @param kind what kind of problem it is
 * @param arguments what its sentence names
 * @param errors the single things that are wrong, if there are several kinds of them
 * @param didYouMean the nearest right word, or null
 */
record Problem(ProblemKind kind, List<String> arguments, List<Detail> errors, String didYouMean) {

    Problem {
        Objects.requireNonNull(kind, "kind");
        arguments = List.copyOf(arguments);
        errors = List.copyOf(errors);
    }

    /**
     * One thing that is wrong.
     *
     * @param parameter the parameter it is about
     * @param code stable, kebab-case; also the key of its sentence
     * @param arguments what the sentence names
     * @param didYouMean the nearest right word, or null
     */
    record Detail(String parameter, String code, List<String> arguments, String didYouMean) {
        Detail {
            arguments = List.copyOf(arguments);
        }

        static Detail of(Violation violation) {
            return new Detail(violation.parameter(), violation.code(), violation.arguments(), violation.didYouMean());
        }
    }

    static Problem of(ProblemKind kind, String... arguments) {
        return new Problem(kind, List.of(arguments), List.of(), null);
    }

    /** The problem of parameters that are wrong. */
    static Problem of(InvalidQuery invalid) {
        List<Detail> errors = invalid.violations().stream().map(Detail::of).toList();
        String didYouMean = errors.size() == 1 ? errors.get(0).didYouMean() : null;
        return new Problem(ProblemKind.INVALID_PARAMETERS, List.of(), errors, didYouMean);
    }

    /** The problem for a status that something below us chose. */
    static Problem ofStatus(int status, HttpServerRequest request) {
        ProblemKind kind = ProblemKind.ofStatus(status);
        return switch (kind) {
            case UNKNOWN_PATH -> of(kind, request.path());
            case METHOD_NOT_ALLOWED -> of(kind, request.method().name());
            case URI_TOO_LONG -> of(kind, String.valueOf(Limits.LONGEST_URI));
            case HEADERS_TOO_LARGE -> of(kind, String.valueOf(Limits.LARGEST_HEADERS));
            case NOT_ACCEPTABLE -> of(kind, "application/json");
            default -> of(kind);
        };
    }

    Problem meaning(String word) {
        return new Problem(kind, arguments, errors, word);
    }
}

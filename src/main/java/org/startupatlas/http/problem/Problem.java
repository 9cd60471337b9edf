package org.startupatlas.http.problem;

import io.vertx.core.http.HttpServerRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.startupatlas.http.Limits;
import org.startupatlas.query.parameter.ProblemKind;
import org.startupatlas.query.parameter.RejectedException;
import org.startupatlas.query.parameter.RejectedException.Survivor;
import org.startupatlas.query.parameter.Violation;

/**
 * A problem (RFC 9457), the one format of all errors, with the codes and arguments of its messages.
 * {@link ProblemWriter} formats them in the language of the request.
 *
 * @param kind the type of the problem
 * @param arguments the arguments of the message of the kind
 * @param errors the single errors, if there is more to report than the kind
 * @param didYouMean the nearest valid word, or null
 * @param mergedInto the record that the requested one was merged into, or null
 * @param headers response headers in addition to those of all problems
 */
public record Problem(
        ProblemKind kind,
        List<String> arguments,
        List<Violation> errors,
        String didYouMean,
        Survivor mergedInto,
        Map<String, String> headers) {

    public Problem {
        Objects.requireNonNull(kind, "kind");
        arguments = List.copyOf(arguments);
        errors = List.copyOf(errors);
        headers = Map.copyOf(headers);
    }

    /**
     * Returns a problem without single errors.
     *
     * @param arguments the arguments of the message
     */
    public static Problem of(ProblemKind kind, String... arguments) {
        return new Problem(kind, List.of(arguments), List.of(), null, null, Map.of());
    }

    /** Returns the problem of a rejection. */
    public static Problem of(RejectedException rejected) {
        Map<String, String> headers = new LinkedHashMap<>();
        if (rejected.mergedInto() != null) {
            headers.put("Link", "<" + rejected.mergedInto().link() + ">; rel=\"canonical\"");
        }
        if (rejected.secondsToWait() > 0) {
            headers.put("Retry-After", String.valueOf(rejected.secondsToWait()));
        }
        return new Problem(
                rejected.kind(),
                rejected.arguments(),
                rejected.violations(),
                rejected.didYouMean(),
                rejected.mergedInto(),
                headers);
    }

    /** Returns the problem for a status that the framework chose. */
    public static Problem ofStatus(int status, HttpServerRequest request) {
        ProblemKind kind = ProblemStatus.kind(status);
        return switch (kind) {
            case UNKNOWN_PATH -> of(kind, request.path());
            case METHOD_NOT_ALLOWED -> of(kind, request.method().name());
            case URI_TOO_LONG -> of(kind, String.valueOf(Limits.MAX_URI_LENGTH));
            case HEADERS_TOO_LARGE -> of(kind, String.valueOf(Limits.MAX_HEADERS_LENGTH));
            case NOT_ACCEPTABLE -> of(kind, "application/json");
            default -> of(kind);
        };
    }

    /** Returns the same problem with an additional response header. */
    public Problem withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Problem(kind, arguments, errors, didYouMean, mergedInto, more);
    }
}

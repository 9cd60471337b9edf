package org.startupatlas.http.problem;

import io.vertx.core.http.HttpServerRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.startupatlas.http.Limits;
import org.startupatlas.query.parameter.InvalidQueryException;
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

    /** The record that another one was merged into. */
    @Schema(description = "The record that the one in question was merged into; only with the code merged.")
    public record Survivor(
            @Schema(maxLength = 64) String id,
            @Schema(maxLength = 200) String slug,
            @Schema(maxLength = 65_536, format = "uri-reference") String link) {}

    /**
     * Returns a problem without single errors.
     *
     * @param arguments the arguments of the message
     */
    public static Problem of(ProblemKind kind, String... arguments) {
        return new Problem(kind, List.of(arguments), List.of(), null, null, Map.of());
    }

    /** Returns a problem with single errors; its {@code did_you_mean} is that of a single error. */
    public static Problem of(ProblemKind kind, List<Violation> errors) {
        String didYouMean = errors.size() == 1 ? errors.get(0).didYouMean() : null;
        return new Problem(kind, List.of(), errors, didYouMean, null, Map.of());
    }

    /** Returns the problem of a write to a record that was merged into another. */
    public static Problem merged(List<String> arguments, Survivor survivor) {
        Map<String, String> headers = Map.of("Link", "<" + survivor.link() + ">; rel=\"canonical\"");
        return new Problem(ProblemKind.MERGED, arguments, List.of(), null, survivor, headers);
    }

    /** Returns the problem of invalid parameters. */
    public static Problem of(InvalidQueryException invalid) {
        return of(ProblemKind.INVALID_PARAMETERS, invalid.violations());
    }

    /** Returns the problem for a status that the framework chose. */
    public static Problem ofStatus(int status, HttpServerRequest request) {
        ProblemKind kind = ProblemKind.ofStatus(status);
        return switch (kind) {
            case UNKNOWN_PATH -> of(kind, request.path());
            case METHOD_NOT_ALLOWED -> of(kind, request.method().name());
            case URI_TOO_LONG -> of(kind, String.valueOf(Limits.MAX_URI_LENGTH));
            case HEADERS_TOO_LARGE -> of(kind, String.valueOf(Limits.MAX_HEADERS_LENGTH));
            case NOT_ACCEPTABLE -> of(kind, "application/json");
            default -> of(kind);
        };
    }

    /** Returns the same problem with the nearest valid word, or null. */
    public Problem meaning(String word) {
        return new Problem(kind, arguments, errors, word, mergedInto, headers);
    }

    /** Returns the same problem with an additional response header. */
    public Problem withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Problem(kind, arguments, errors, didYouMean, mergedInto, more);
    }
}

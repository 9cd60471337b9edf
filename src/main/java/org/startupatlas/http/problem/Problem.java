package org.startupatlas.http.problem;

import io.vertx.core.http.HttpServerRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.startupatlas.http.Limits;
import org.startupatlas.query.parameter.InvalidQueryException;
import org.startupatlas.query.parameter.Violation;

/**
 * What went wrong with a request, before it is put into words: the one shape of every error (RFC 9457).
 *
 * @param kind what kind of problem it is
 * @param arguments what its sentence names
 * @param errors the single things that are wrong, where there is more to tell than the kind does
 * @param didYouMean the nearest right word, or null
 * @param mergedInto the record that the one in question was merged into, or null
 * @param headers what the answer says in headers, beside what all problems do
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

    /** The record that another was merged into. */
    public record Survivor(String id, String slug, String link) {}

    /** A problem that its kind tells, and what its sentence names. */
    public static Problem of(ProblemKind kind, String... arguments) {
        return new Problem(kind, List.of(arguments), List.of(), null, null, Map.of());
    }

    /** A problem that consists of these; the nearest right word is told of one alone. */
    public static Problem of(ProblemKind kind, List<Violation> errors) {
        String didYouMean = errors.size() == 1 ? errors.get(0).didYouMean() : null;
        return new Problem(kind, List.of(), errors, didYouMean, null, Map.of());
    }

    /** The problem of a write to a record that was merged away. */
    public static Problem merged(List<String> arguments, Survivor survivor) {
        Map<String, String> headers = Map.of("Link", "<" + survivor.link() + ">; rel=\"canonical\"");
        return new Problem(ProblemKind.MERGED, arguments, List.of(), null, survivor, headers);
    }

    /** The problem of parameters that are wrong. */
    public static Problem of(InvalidQueryException invalid) {
        return of(ProblemKind.INVALID_PARAMETERS, invalid.violations());
    }

    /** The problem for a status that something below us chose. */
    public static Problem ofStatus(int status, HttpServerRequest request) {
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

    /** The same with the word that was meant, or null. */
    public Problem meaning(String word) {
        return new Problem(kind, arguments, errors, word, mergedInto, headers);
    }

    /** The same with a header that the answer is to have. */
    public Problem withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Problem(kind, arguments, errors, didYouMean, mergedInto, more);
    }
}

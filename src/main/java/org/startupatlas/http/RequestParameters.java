package org.startupatlas.http;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.startupatlas.query.parameter.Parameter;
import org.startupatlas.query.parameter.ParameterSet;
import org.startupatlas.query.parameter.ProblemKind;
import org.startupatlas.query.parameter.QueryString;
import org.startupatlas.query.parameter.RejectedException;
import org.startupatlas.query.parameter.Violation;

/** Reads the query parameters of requests. */
public final class RequestParameters {

    private static final String API = "/v1";

    private static final Pattern ESCAPED_NAME = Pattern.compile("(^|&)[^=&]*%");

    private RequestParameters() {}

    /** Returns whether the request has a revision to wait for. */
    public static boolean hasMinRevision(HttpServerRequest request) {
        String query = request.query();
        return query != null && isRead(request) && QueryString.hasName(query, ParameterSet.MIN_REVISION);
    }

    /** Returns whether the request reads from the API. */
    private static boolean isRead(HttpServerRequest request) {
        return (request.path().equals(API) || request.path().startsWith(API + "/"))
                && (request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD));
    }

    /**
     * Returns the parameters in their order, without {@link ParameterSet#MIN_REVISION} in reads.
     *
     * @throws RejectedException if the bytes are not UTF-8 or contain a NUL, or if there are too many parameters
     */
    public static List<Parameter> of(HttpServerRequest request) {
        List<Parameter> all = all(request);
        return hasMinRevision(request)
                ? all.stream()
                        .filter(parameter -> !parameter.name().equals(ParameterSet.MIN_REVISION))
                        .toList()
                : all;
    }

    /** Returns the parameters in a canonical order; the order in which they are sent has no meaning. */
    public static List<Parameter> sorted(List<Parameter> parameters) {
        return parameters.stream().sorted(Comparator.comparing(Parameter::name)).toList();
    }

    /**
     * Returns path and parameters as they were sent, but in a canonical order. The values of a repeated parameter keep
     * theirs.
     */
    public static String canonical(HttpServerRequest request) {
        String query = request.query();
        // A name with an escape may equal another one that sorts elsewhere.
        if (query == null
                || query.indexOf('&') < 0
                || ESCAPED_NAME.matcher(query).find()) {
            return request.uri();
        }
        String[] pairs = query.split("&");
        Arrays.sort(pairs, Comparator.comparing(pair -> pair.split("=", 2)[0]));
        return request.path() + "?" + String.join("&", pairs);
    }

    /**
     * Returns all parameters in their order.
     *
     * @throws RejectedException if the bytes are not UTF-8 or contain a NUL, or if there are too many parameters
     */
    public static List<Parameter> all(HttpServerRequest request) {
        String query = request.query();
        if (query == null || query.isEmpty()) {
            return List.of();
        }
        String[] pairs = query.split("&", -1);
        if (pairs.length > Limits.MAX_PARAMETERS) {
            throw RejectedException.of(
                    ProblemKind.INVALID_PARAMETERS,
                    Violation.of(
                            pairs[Limits.MAX_PARAMETERS].split("=", 2)[0],
                            "too-many-parameters",
                            String.valueOf(Limits.MAX_PARAMETERS)));
        }
        return QueryString.parameters(query);
    }

    /**
     * Returns the parameters of a request to an operation that has only the known ones.
     *
     * @throws RejectedException if the bytes are not UTF-8 or contain a NUL, or if there are too many parameters
     */
    public static ParameterSet only(HttpServerRequest request, List<String> known) {
        List<Parameter> parameters = of(request);
        ParameterSet set =
                isRead(request) ? ParameterSet.ofRead(parameters, known) : ParameterSet.of(parameters, known);
        return set.rejectUnknown();
    }

    /**
     * Rejects every parameter.
     *
     * @throws RejectedException if there is one
     */
    public static void rejectAll(HttpServerRequest request) {
        only(request, List.of()).rejectIfInvalid();
    }
}

package org.startupatlas.http;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.startupatlas.query.parameter.InvalidQueryException;
import org.startupatlas.query.parameter.Parameter;
import org.startupatlas.query.parameter.ParameterSet;
import org.startupatlas.query.parameter.QueryString;
import org.startupatlas.query.parameter.Violation;

/** The parameters that requests are answered by. */
public final class RequestParameters {

    private static final Pattern ESCAPED_NAME = Pattern.compile("(^|&)[^=&]*%");

    /** The parameter by which a read waits for a revision; every read of the API takes it. */
    public static final String MIN_REVISION = "min_revision";

    private static final String API = "/v1";

    private RequestParameters() {}

    /** Whether the request names a revision to wait for. */
    public static boolean asksForMinRevision(HttpServerRequest request) {
        String query = request.query();
        return query != null && query.contains(MIN_REVISION) && isRead(request);
    }

    /** Whether the request reads from the API. */
    private static boolean isRead(HttpServerRequest request) {
        return (request.path().equals(API) || request.path().startsWith(API + "/"))
                && (request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD));
    }

    /**
     * The parameters that the request is answered by, in their order: without the revision that it waits for.
     *
     * @throws InvalidQuery if the bytes are no UTF-8, one of them is NUL, or there are too many parameters
     */
    public static List<Parameter> of(HttpServerRequest request) {
        List<Parameter> all = all(request);
        return asksForMinRevision(request)
                ? all.stream()
                        .filter(parameter -> !parameter.name().equals(MIN_REVISION))
                        .toList()
                : all;
    }

    /** The same parameters for every order in which they can be written, which means nothing. */
    public static List<Parameter> inOneOrder(List<Parameter> parameters) {
        return parameters.stream().sorted(Comparator.comparing(Parameter::name)).toList();
    }

    /** Path and parameters as they were sent, but in one order; the values of a repeated parameter stay in theirs. */
    public static String canonical(HttpServerRequest request) {
        String query = request.query();
        // A name with an escape may be the same as another one, and is not sorted as that one is.
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
     * All parameters, in their order.
     *
     * @throws InvalidQuery if the bytes are no UTF-8, one of them is NUL, or there are too many parameters
     */
    public static List<Parameter> all(HttpServerRequest request) {
        String query = request.query();
        if (query == null || query.isEmpty()) {
            return List.of();
        }
        String[] pairs = query.split("&", -1);
        if (pairs.length > Limits.MOST_PARAMETERS) {
            throw new InvalidQueryException(List.of(new Violation(
                    pairs[Limits.MOST_PARAMETERS].split("=", 2)[0],
                    "too-many-parameters",
                    List.of(String.valueOf(Limits.MOST_PARAMETERS)),
                    null)));
        }
        return QueryString.parameters(query);
    }

    /**
     * The parameters of a request to an operation that has these and no others.
     *
     * @throws InvalidQuery if the bytes are no UTF-8, one of them is NUL, or there are too many parameters
     */
    public static ParameterSet only(HttpServerRequest request, List<String> known) {
        List<Parameter> parameters = of(request);
        ParameterSet set =
                isRead(request) ? ParameterSet.ofRead(parameters, known) : ParameterSet.of(parameters, known);
        return set.rejectUnknown();
    }

    /**
     * Rejects every parameter, where there are none.
     *
     * @throws InvalidQuery if there is one
     */
    public static void rejectAll(HttpServerRequest request) {
        only(request, List.of()).rejectIfInvalid();
    }
}

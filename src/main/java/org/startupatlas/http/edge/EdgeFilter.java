package org.startupatlas.http.edge;

import static io.vertx.core.http.HttpHeaders.createOptimized;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import org.jboss.logging.Logger;
import org.startupatlas.auth.Authenticator;
import org.startupatlas.changelog.RevisionTracker;
import org.startupatlas.http.AtlasHeaders;
import org.startupatlas.http.Connections;
import org.startupatlas.http.Limits;
import org.startupatlas.http.RequestId;
import org.startupatlas.http.problem.Problem;
import org.startupatlas.http.problem.ProblemSender;
import org.startupatlas.http.record.RecordWriteHandler;
import org.startupatlas.query.parameter.ProblemKind;
import org.startupatlas.query.parameter.RejectedException;
import org.startupatlas.query.parameter.Violation;

/**
 * The filter before all routes. It assigns the request id, sets the headers that all responses have (CORS, security
 * headers, revision), checks the limits on the request head, rejects API keys in URLs, and maps failures outside the
 * resources to problems.
 */
@Singleton
final class EdgeFilter {

    private static final Logger LOG = Logger.getLogger(EdgeFilter.class);

    /** The priority of this filter, before all other filters and routes of Quarkus. */
    private static final int PRIORITY = 10_000;

    private static final String EXPOSED_HEADERS = "ETag, Link, Location, Retry-After, RateLimit, RateLimit-Policy, "
            + "Atlas-Revision, Atlas-Has-More, Content-Language, Deprecation, Sunset, X-Request-Id, "
            + "Allow, Accept-Patch, Accept-Post";

    /** Encoded once, because all responses have them. */
    private static final Map<CharSequence, CharSequence> COMMON_HEADERS = Map.of(
            createOptimized("Access-Control-Allow-Origin"), createOptimized("*"),
            createOptimized("Access-Control-Expose-Headers"), createOptimized(EXPOSED_HEADERS),
            createOptimized("X-Content-Type-Options"), createOptimized("nosniff"),
            createOptimized("Referrer-Policy"), createOptimized("no-referrer"),
            createOptimized("Cross-Origin-Resource-Policy"), createOptimized("cross-origin"));

    private static final CharSequence CONTENT_SECURITY_POLICY = createOptimized("Content-Security-Policy");

    private static final String ALLOWED_HEADERS =
            "Authorization, X-API-Key, If-Match, If-None-Match, Idempotency-Key, Last-Event-ID, Content-Type";

    /** Quarkus's own routes, which respond to every method alike. */
    static final String MANAGEMENT = "/q/";

    private static final Set<HttpMethod> READ_METHODS = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private static final String ONE_DAY = "86400";

    private final RevisionTracker revisions;
    private final ProblemSender problems;
    private final MinRevisionFilter minRevisionFilter;
    private final Authenticator authenticator;
    private final ResponseCache responseCache;
    private final Routes routes;
    private final RequestTags tags;

    EdgeFilter(
            RevisionTracker revisions,
            ProblemSender problems,
            MinRevisionFilter minRevisionFilter,
            Authenticator authenticator,
            ResponseCache responseCache,
            Routes routes,
            RequestTags tags) {
        this.revisions = revisions;
        this.problems = problems;
        this.minRevisionFilter = minRevisionFilter;
        this.authenticator = authenticator;
        this.responseCache = responseCache;
        this.routes = routes;
        this.tags = tags;
    }

    void register(@Observes Filters filters) {
        filters.register(this::handle, PRIORITY);
    }

    void register(@Observes Router router) {
        // Before Quarkus's own failure handler, which responds in another format.
        router.route().order(-PRIORITY).failureHandler(this::handleFailure);
        for (int status : new int[] {400, 404, 405, 406, 408, 413, 414, 415, 431, 500, 503}) {
            router.errorHandler(status, this::handleFailure);
        }
    }

    private void handle(RoutingContext context) {
        HttpServerRequest request = context.request();
        putHeaders(request);
        tags.assign(context);
        Optional<String> malformed = RequestHeadCheck.violation(request);
        if (malformed.isPresent()) {
            problems.send(context, malformed(malformed.get()));
        } else if (request.uri().length() > Limits.MAX_URI_LENGTH) {
            problems.send(
                    context, RejectedException.of(ProblemKind.URI_TOO_LONG, String.valueOf(Limits.MAX_URI_LENGTH)));
        } else if (Limits.size(request.headers()) > Limits.MAX_HEADERS_LENGTH) {
            problems.send(
                    context,
                    RejectedException.of(ProblemKind.HEADERS_TOO_LARGE, String.valueOf(Limits.MAX_HEADERS_LENGTH)));
        } else if (Limits.bodySize(request.headers()) > Limits.maxBodyBytes(request)) {
            problems.send(context, RejectedException.of(ProblemKind.PAYLOAD_TOO_LARGE));
        } else if (request.method().equals(HttpMethod.OPTIONS)) {
            sendOptions(context);
        } else if (request.path().startsWith(MANAGEMENT) && !READ_METHODS.contains(request.method())) {
            problems.send(context, routes.methodProblem(request));
        } else if (!responseCache.send(request)) {
            authenticator
                    .keyInUrl(request)
                    .ifPresentOrElse(
                            parameter -> problems.send(context, keyInUrl(parameter)),
                            () -> minRevisionFilter.handle(context));
        }
    }

    private void putHeaders(HttpServerRequest request) {
        RequestId.assign(request);
        MultiMap headers = request.response().headers();
        COMMON_HEADERS.forEach(headers::set);
        headers.set(CONTENT_SECURITY_POLICY, ContentSecurityPolicy.policy(request.path()));
        headers.set(AtlasHeaders.REVISION, Long.toString(revisions.revision()));
    }

    private static RejectedException malformed(String code) {
        return RejectedException.of(ProblemKind.MALFORMED_REQUEST, Violation.ofWhole(code));
    }

    /** Names only the parameter, because its value must not be repeated anywhere. */
    private static RejectedException keyInUrl(String parameter) {
        return RejectedException.of(ProblemKind.INVALID_PARAMETERS, Violation.of(parameter, "key-in-url"));
    }

    /** Responds with the methods of the path, or with 404, to preflight requests too. */
    private void sendOptions(RoutingContext context) {
        HttpServerRequest request = context.request();
        Optional<String> allow = routes.allowedMethods(request.path());
        if (allow.isEmpty()) {
            problems.send(context, routes.unknownPath(request));
            return;
        }
        HttpServerResponse response = context.response().putHeader("Allow", allow.get());
        if (allow.get().contains("PATCH")) {
            response.putHeader("Accept-Patch", RecordWriteHandler.MERGE_PATCH);
        }
        if (isPreflight(request)) {
            // Those of all paths: a browser shows its client the 405 of a path only if it may send the request.
            response.putHeader("Access-Control-Allow-Methods", routes.methods())
                    .putHeader("Access-Control-Allow-Headers", ALLOWED_HEADERS)
                    .putHeader("Access-Control-Max-Age", ONE_DAY);
        }
        response.setStatusCode(204).end();
    }

    private static boolean isPreflight(HttpServerRequest request) {
        return request.headers().contains("Origin") && request.headers().contains("Access-Control-Request-Method");
    }

    /**
     * Responds to requests that no resource responded to. A request whose head the server rejected has not passed
     * {@link #handle}.
     */
    private void handleFailure(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (!request.response().headers().contains(AtlasHeaders.REVISION)) {
            putHeaders(request);
        }
        Throwable failure = context.failure();
        Problem problem = RequestHeadCheck.violation(request)
                .map(code -> Problem.of(malformed(code)))
                .orElseGet(() -> status(context) == 405
                        ? routes.methodProblem(request)
                        : Problem.ofStatus(status(context), request));
        if (problem.kind() == ProblemKind.INTERNAL_ERROR) {
            LOG.errorf(failure, "request %s failed", RequestId.of(request));
        }
        if (context.response().headWritten()) {
            Connections.abort(request); // the body is incomplete, and must not look complete
        } else {
            problems.send(context, problem);
        }
    }

    private static int status(RoutingContext context) {
        if (context.failure() instanceof RejectedExecutionException) {
            return 503; // no worker thread is free, and the queue is full
        }
        return context.statusCode() < 0 ? 500 : context.statusCode();
    }
}

package org.startupatlas.http;

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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import org.jboss.logging.Logger;
import org.startupatlas.access.Access;
import org.startupatlas.change.RevisionWatch;

/**
 * What every request passes first and every answer carries, whoever answers: the request's name, what browsers need
 * to read it from anywhere and to handle it safely, the revision, the limits on its head, no keys in its address, and
 * problems for what fails outside the resources.
 */
@Singleton
final class Edge {

    private static final Logger LOG = Logger.getLogger(Edge.class);

    /** Before every other filter and route of Quarkus. */
    private static final int FIRST = 10_000;

    private static final String EXPOSED = "ETag, Link, Location, Retry-After, RateLimit, RateLimit-Policy, "
            + "Atlas-Revision, Atlas-Has-More, Content-Language, Deprecation, Sunset, X-Request-Id, "
            + "Allow, Accept-Patch, Accept-Post";

    /** As bytes already, because every answer has them. */
    private static final Map<CharSequence, CharSequence> ON_EVERY_ANSWER = Map.of(
            createOptimized("Access-Control-Allow-Origin"), createOptimized("*"),
            createOptimized("Access-Control-Expose-Headers"), createOptimized(EXPOSED),
            createOptimized("X-Content-Type-Options"), createOptimized("nosniff"),
            createOptimized("Referrer-Policy"), createOptimized("no-referrer"),
            createOptimized("Cross-Origin-Resource-Policy"), createOptimized("cross-origin"));

    private static final CharSequence CONTENT_SECURITY_POLICY = createOptimized("Content-Security-Policy");

    private static final String ALLOWED_HEADERS =
            "Authorization, X-API-Key, If-Match, If-None-Match, " + "Idempotency-Key, Last-Event-ID, Content-Type";

    /** Quarkus's own routes, which answer every method alike. */
    static final String MANAGEMENT = "/q/";

    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private static final String ONE_DAY = "86400";

    private final RevisionWatch watch;
    private final ProblemSender problems;
    private final RevisionGate gate;
    private final Access access;
    private final ReadyAnswers ready;
    private final AllowedMethods methods;
    private final KnownPaths paths;
    private final RequestTags tags;

    Edge(
            RevisionWatch watch,
            ProblemSender problems,
            RevisionGate gate,
            Access access,
            ReadyAnswers ready,
            AllowedMethods methods,
            KnownPaths paths,
            RequestTags tags) {
        this.watch = watch;
        this.problems = problems;
        this.gate = gate;
        this.access = access;
        this.ready = ready;
        this.methods = methods;
        this.paths = paths;
        this.tags = tags;
    }

    void register(@Observes Filters filters) {
        filters.register(this::enter, FIRST);
    }

    void register(@Observes Router router) {
        // Before Quarkus's own handler of failures, which answers in a shape of its own.
        router.route().order(-FIRST).failureHandler(this::fail);
        for (int status : new int[] {400, 404, 405, 406, 408, 413, 414, 415, 431, 500, 503}) {
            router.errorHandler(status, this::fail);
        }
    }

    private void enter(RoutingContext context) {
        HttpServerRequest request = context.request();
        putHeaders(request);
        tags.assign(context);
        Optional<String> malformed = HeadCheck.fault(request);
        if (malformed.isPresent()) {
            problems.send(context, malformed(malformed.get()));
        } else if (request.uri().length() > Limits.LONGEST_URI) {
            problems.send(context, Problem.of(ProblemKind.URI_TOO_LONG, String.valueOf(Limits.LONGEST_URI)));
        } else if (Limits.size(request.headers()) > Limits.LARGEST_HEADERS) {
            problems.send(context, Problem.of(ProblemKind.HEADERS_TOO_LARGE, String.valueOf(Limits.LARGEST_HEADERS)));
        } else if (Limits.bodySize(request.headers()) > Limits.largestBody(request)) {
            problems.send(context, Problem.of(ProblemKind.PAYLOAD_TOO_LARGE));
        } else if (request.method().equals(HttpMethod.OPTIONS)) {
            answerOptions(context);
        } else if (request.path().startsWith(MANAGEMENT) && !READING.contains(request.method())) {
            problems.send(context, notAllowed(request));
        } else if (!ready.send(request)) {
            access.keyInUrl(request)
                    .ifPresentOrElse(
                            parameter -> problems.send(context, keyInUrl(parameter)), () -> gate.enter(context));
        }
    }

    private void putHeaders(HttpServerRequest request) {
        RequestId.assign(request);
        MultiMap headers = request.response().headers();
        ON_EVERY_ANSWER.forEach(headers::set);
        headers.set(CONTENT_SECURITY_POLICY, ContentSecurity.policy(request.path()));
        headers.set(AtlasHeaders.REVISION, Long.toString(watch.revision()));
    }

    private static Problem malformed(String code) {
        return Problem.of(ProblemKind.MALFORMED_REQUEST, List.of(Problem.Detail.ofRequest(code)));
    }

    /** The name alone: what stands behind it is repeated nowhere. */
    private static Problem keyInUrl(String parameter) {
        return Problem.of(ProblemKind.INVALID_PARAMETERS, List.of(Problem.Detail.ofParameter(parameter, "key-in-url")));
    }

    /** The methods of the path, or that there is no such path: browsers are told either. */
    private void answerOptions(RoutingContext context) {
        HttpServerRequest request = context.request();
        String allow = methods.of(request.path());
        if (allow.isEmpty()) {
            problems.send(context, unknownPath(request));
            return;
        }
        HttpServerResponse response = context.response().putHeader("Allow", allow);
        if (allow.contains("PATCH")) {
            response.putHeader("Accept-Patch", RecordWriting.MERGE_PATCH);
        }
        if (isPreflight(request)) {
            response.putHeader("Access-Control-Allow-Methods", "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS")
                    .putHeader("Access-Control-Allow-Headers", ALLOWED_HEADERS)
                    .putHeader("Access-Control-Max-Age", ONE_DAY);
        }
        response.setStatusCode(204).end();
    }

    private static boolean isPreflight(HttpServerRequest request) {
        return request.headers().contains("Origin") && request.headers().contains("Access-Control-Request-Method");
    }

    private Problem notAllowed(HttpServerRequest request) {
        String allow = methods.of(request.path());
        return allow.isEmpty()
                ? unknownPath(request)
                : Problem.ofStatus(405, request).withHeader("Allow", allow);
    }

    private Problem unknownPath(HttpServerRequest request) {
        return Problem.of(ProblemKind.UNKNOWN_PATH, request.path()).meaning(paths.nearest(request.path()));
    }

    /** Answers what no resource has answered; some of it never came in, because its head was refused before. */
    private void fail(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (!request.response().headers().contains(AtlasHeaders.REVISION)) {
            putHeaders(request);
        }
        Throwable failure = context.failure();
        Problem problem = HeadCheck.fault(request)
                .map(Edge::malformed)
                .orElseGet(() ->
                        status(context) == 405 ? notAllowed(request) : Problem.ofStatus(status(context), request));
        if (problem.kind() == ProblemKind.INTERNAL_ERROR) {
            LOG.errorf(failure, "request %s failed", RequestId.of(request));
        }
        if (context.response().headWritten()) {
            Connections.breakOff(request); // what has been sent is not whole, and must not look so
        } else {
            problems.send(context, problem);
        }
    }

    private static int status(RoutingContext context) {
        if (context.failure() instanceof RejectedExecutionException) {
            return 503; // no worker is free, and too many requests wait for one
        }
        return context.statusCode() < 0 ? 500 : context.statusCode();
    }
}

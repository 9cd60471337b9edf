package org.startupatlas.http;

import static io.vertx.core.http.HttpHeaders.createOptimized;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
            + "Atlas-Revision, Atlas-Has-More, Content-Language, Deprecation, Sunset, X-Request-Id";

    /** As bytes already, because every answer has them. */
    private static final Map<CharSequence, CharSequence> ON_EVERY_ANSWER = Map.of(
            createOptimized("Access-Control-Allow-Origin"), createOptimized("*"),
            createOptimized("Access-Control-Expose-Headers"), createOptimized(EXPOSED),
            createOptimized("X-Content-Type-Options"), createOptimized("nosniff"),
            createOptimized("Referrer-Policy"), createOptimized("no-referrer"),
            createOptimized("Cross-Origin-Resource-Policy"), createOptimized("cross-origin"));

    private static final CharSequence CONTENT_SECURITY_POLICY = createOptimized("Content-Security-Policy");
    static final CharSequence ATLAS_REVISION = createOptimized("Atlas-Revision");

    private static final String ALLOWED_HEADERS =
            "Authorization, X-API-Key, If-Match, If-None-Match, " + "Idempotency-Key, Last-Event-ID, Content-Type";

    /** Quarkus's own routes, which answer every method alike. */
    private static final String MANAGEMENT = "/q/";

    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private static final String ONE_DAY = "86400";

    private final RevisionWatch watch;
    private final ProblemSender problems;
    private final RevisionGate gate;
    private final Access access;
    private final ReadyAnswers ready;

    Edge(RevisionWatch watch, ProblemSender problems, RevisionGate gate, Access access, ReadyAnswers ready) {
        this.watch = watch;
        this.problems = problems;
        this.gate = gate;
        this.access = access;
        this.ready = ready;
    }

    void register(@Observes Filters filters) {
        filters.register(this::enter, FIRST);
    }

    void register(@Observes Router router) {
        for (int status : new int[] {400, 404, 405, 406, 408, 413, 414, 415, 431, 500, 503}) {
            router.errorHandler(status, this::fail);
        }
    }

    private void enter(RoutingContext context) {
        HttpServerRequest request = context.request();
        RequestId.assign(request);
        MultiMap headers = context.response().headers();
        ON_EVERY_ANSWER.forEach(headers::set);
        headers.set(CONTENT_SECURITY_POLICY, ContentSecurity.policy(request.path()));
        headers.set(ATLAS_REVISION, Long.toString(watch.revision()));
        if (request.uri().length() > Limits.LONGEST_URI) {
            problems.send(context, Problem.of(ProblemKind.URI_TOO_LONG, String.valueOf(Limits.LONGEST_URI)));
        } else if (Limits.size(request.headers()) > Limits.LARGEST_HEADERS) {
            problems.send(context, Problem.of(ProblemKind.HEADERS_TOO_LARGE, String.valueOf(Limits.LARGEST_HEADERS)));
        } else if (Limits.bodySize(request.headers()) > Limits.largestBody(request)) {
            problems.send(context, Problem.of(ProblemKind.PAYLOAD_TOO_LARGE));
        } else if (isPreflight(request)) {
            answerPreflight(context);
        } else if (request.path().startsWith(MANAGEMENT) && !READING.contains(request.method())) {
            problems.send(context, Problem.ofStatus(405, request));
        } else if (!ready.send(request)) {
            access.keyInUrl(request)
                    .ifPresentOrElse(
                            parameter -> problems.send(context, keyInUrl(parameter)), () -> gate.enter(context));
        }
    }

    /** The name alone: what stands behind it is repeated nowhere. */
    private static Problem keyInUrl(String parameter) {
        return Problem.of(ProblemKind.INVALID_PARAMETERS, List.of(Problem.Detail.ofParameter(parameter, "key-in-url")));
    }

    private static boolean isPreflight(HttpServerRequest request) {
        return request.method().equals(HttpMethod.OPTIONS)
                && request.headers().contains("Origin")
                && request.headers().contains("Access-Control-Request-Method");
    }

    private static void answerPreflight(RoutingContext context) {
        context.response()
                .putHeader("Access-Control-Allow-Methods", "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS")
                .putHeader("Access-Control-Allow-Headers", ALLOWED_HEADERS)
                .putHeader("Access-Control-Max-Age", ONE_DAY)
                .setStatusCode(204)
                .end();
    }

    /** What no resource has answered. */
    private void fail(RoutingContext context) {
        Throwable failure = context.failure();
        int status = context.statusCode() < 0 ? 500 : context.statusCode();
        Problem problem = Problem.ofStatus(status, context.request());
        if (problem.kind() == ProblemKind.INTERNAL_ERROR) {
            LOG.errorf(failure, "request %s failed", RequestId.of(context.request()));
        }
        problems.send(context, problem);
    }
}

package org.startupatlas.http.response;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.startupatlas.auth.Authenticator;
import org.startupatlas.auth.Client;
import org.startupatlas.auth.Credentials;
import org.startupatlas.http.problem.ProblemSender;
import org.startupatlas.query.parameter.ProblemKind;
import org.startupatlas.query.parameter.RejectedException;
import org.startupatlas.query.parameter.Violation;

/**
 * The long responses of a route, each written as fast as its client reads. Their number is limited: in total, by
 * client, and with permits that are reserved for requests with a key. The route accepts GET and HEAD only.
 */
public final class PacedResponses {

    private final ProblemKind full;
    private final String meter;
    private final PermitLimits limits;
    private final Permits permits;
    private final Authenticator authenticator;
    private final ProblemSender problems;
    private final MeterRegistry metrics;
    private final Set<PacedResponse> open = ConcurrentHashMap.newKeySet();

    /**
     * Creates a set of responses with its own permits.
     *
     * @param full the problem of a request without a permit; its code with the suffix {@code -of-client} is the message
     *     key for a client that holds its maximum
     * @param meter the prefix of the metrics of admitted and rejected requests
     */
    public PacedResponses(
            ProblemKind full,
            String meter,
            PermitLimits limits,
            Authenticator authenticator,
            ProblemSender problems,
            MeterRegistry metrics) {
        this.full = full;
        this.meter = meter;
        this.limits = limits;
        this.permits = new Permits(limits);
        this.authenticator = authenticator;
        this.problems = problems;
        this.metrics = metrics;
        metrics.gauge(meter + ".active", permits, Permits::acquired);
        for (Permits.Result rejection : List.of(Permits.Result.FULL, Permits.Result.CLIENT_FULL)) {
            countRejected(rejection, 0); // registered at once, so that alerts can tell zero from absent
        }
    }

    /**
     * Admits a GET or HEAD, which holds its permit until the response ends or the connection is closed; rejects other
     * methods. A key that was sent is checked first, so the handler need not. A failure of the handler is answered with
     * its problem.
     */
    public void admit(RoutingContext context, Function<RoutingContext, Future<?>> handler) {
        HttpServerRequest request = context.request();
        if (!request.method().equals(HttpMethod.GET) && !request.method().equals(HttpMethod.HEAD)) {
            context.fail(405);
        } else if (Credentials.areSent(request)) {
            // A key is looked up in the database, for which the event loop must not wait.
            context.vertx()
                    .executeBlocking(() -> authenticator.client(request), false)
                    .onSuccess(client -> handle(context, client, handler))
                    .onFailure(failure -> problems.send(context, failure));
        } else {
            handle(context, authenticator.client(request), handler);
        }
    }

    /**
     * Runs on the event loop of the connection, as its end handler does: a close happens after this, or is visible
     * here.
     */
    private void handle(RoutingContext context, Client client, Function<RoutingContext, Future<?>> handler) {
        if (context.response().closed()) {
            return; // the connection is closed, and no end handler would release the permit
        }
        Permits.Result result = permits.acquire(client);
        if (result == Permits.Result.ACQUIRED) {
            context.addEndHandler(ended -> permits.release(client));
            handler.apply(context).onFailure(failure -> problems.send(context, failure));
        } else {
            countRejected(result, 1);
            problems.send(context, result == Permits.Result.FULL ? noPermit() : tooManyOfClient());
        }
    }

    /**
     * Sends the response of an admitted request, whose other headers are set. Does nothing if the client has
     * disconnected.
     *
     * @param first the first chunk; if it is empty, so is the body
     * @param timeout the time in which the client must read what was written
     */
    public void send(RoutingContext context, Buffer first, PacedResponse.Source source, Duration timeout) {
        HttpServerRequest request = context.request();
        if (request.response().closed()) {
            return; // no end handler would release the source
        }
        // Otherwise nginx buffers the whole response.
        request.response().putHeader("X-Accel-Buffering", "no");
        if (request.method().equals(HttpMethod.HEAD)) {
            request.response().end();
            return;
        }
        PacedResponse response = new PacedResponse(request, context.vertx().getOrCreateContext(), source, timeout);
        open.add(response);
        context.addEndHandler(ended -> {
            open.remove(response);
            response.release();
        });
        response.start(first);
    }

    /** Performs an action on each response that has neither ended nor lost its client. */
    public void forEachOpen(Consumer<PacedResponse> action) {
        open.forEach(action);
    }

    private RejectedException noPermit() {
        return RejectedException.of(full, String.valueOf(limits.permits()), String.valueOf(limits.reservedForKeys()));
    }

    private RejectedException tooManyOfClient() {
        return RejectedException.of(
                ProblemKind.TOO_MANY_REQUESTS,
                Violation.ofWhole(full.code() + "-of-client", String.valueOf(limits.perClient())));
    }

    private void countRejected(Permits.Result result, int count) {
        metrics.counter(meter + ".refused", "reason", result.name().toLowerCase(Locale.ROOT))
                .increment(count);
    }
}

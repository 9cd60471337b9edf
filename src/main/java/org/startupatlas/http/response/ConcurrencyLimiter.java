package org.startupatlas.http.response;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.startupatlas.auth.Authenticator;
import org.startupatlas.auth.Client;
import org.startupatlas.auth.Credentials;
import org.startupatlas.http.problem.Problem;
import org.startupatlas.http.problem.ProblemException;
import org.startupatlas.http.problem.ProblemKind;
import org.startupatlas.http.problem.ProblemSender;
import org.startupatlas.query.parameter.Violation;

/**
 * Admits requests to a route whose answers last: it can be read only, by so many at a time, by one client fewer, and some
 * places are kept for requests with a key.
 */
public final class ConcurrencyLimiter {

    private final ProblemKind full;
    private final String meter;
    private final PermitLimits limits;
    private final Permits places;
    private final Authenticator access;
    private final ProblemSender problems;
    private final MeterRegistry metrics;

    /**
     * Admits as many as the limits allow.
     *
     * @param full the problem of a request that finds no place; its code with {@code -of-client} words that of a client
     *     that holds as many as one may
     * @param meter the name of what is counted in the metrics
     */
    public ConcurrencyLimiter(
            ProblemKind full,
            String meter,
            PermitLimits limits,
            Authenticator access,
            ProblemSender problems,
            MeterRegistry metrics) {
        this.full = full;
        this.meter = meter;
        this.limits = limits;
        this.places = new Permits(limits);
        this.access = access;
        this.problems = problems;
        this.metrics = metrics;
        for (Permits.Outcome refusal : List.of(Permits.Outcome.FULL, Permits.Outcome.CLIENT_FULL)) {
            refused(refusal, 0); // from the start, so that an alarm can tell zero from nothing
        }
    }

    /**
     * Admits a GET or HEAD, which holds its place until the response ends or the client is gone; answers all others.
     * A key that was sent is checked before, so that what reads on need not.
     */
    public void admit(RoutingContext context, Consumer<RoutingContext> read) {
        HttpServerRequest request = context.request();
        if (!request.method().equals(HttpMethod.GET) && !request.method().equals(HttpMethod.HEAD)) {
            problems.send(
                    context, ProblemException.methodNotAllowed(request.method().name()));
        } else if (Credentials.areSent(request)) {
            // A key is looked up in the database, which the event loop must not wait for.
            context.vertx()
                    .executeBlocking(() -> access.client(request), false)
                    .onSuccess(client -> enter(context, client, read))
                    .onFailure(failure -> problems.send(context, failure));
        } else {
            enter(context, access.client(request), read);
        }
    }

    /** Runs on the event loop of the connection, as its end does: the end comes after this, or is known here. */
    private void enter(RoutingContext context, Client client, Consumer<RoutingContext> read) {
        if (context.response().closed()) {
            return; // the client is gone, and no end would free the place
        }
        Permits.Outcome outcome = places.take(client);
        if (outcome == Permits.Outcome.TAKEN) {
            context.addEndHandler(ended -> places.free(client));
            read.accept(context);
        } else {
            refused(outcome, 1);
            problems.send(context, outcome == Permits.Outcome.FULL ? noPlace() : tooManyOfClient());
        }
    }

    /** How many are in. */
    public int admitted() {
        return places.taken();
    }

    private Problem noPlace() {
        return Problem.of(full, String.valueOf(limits.places()), String.valueOf(limits.keptForKeys()));
    }

    private Problem tooManyOfClient() {
        return Problem.of(
                ProblemKind.TOO_MANY_REQUESTS,
                List.of(Violation.ofWhole(full.code() + "-of-client", String.valueOf(limits.perClient()))));
    }

    private void refused(Permits.Outcome outcome, int count) {
        metrics.counter(meter + ".refused", "reason", outcome.name().toLowerCase(Locale.ROOT))
                .increment(count);
    }
}

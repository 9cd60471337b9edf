package org.startupatlas.http;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/** The door of a route whose answers last: it can be read only, by so many at a time. */
public final class LastingReads {

    private final int most;
    private final IntFunction<ProblemException> full;
    private final ProblemSender problems;
    private final Semaphore places;

    /**
     * A door.
     *
     * @param most how many are let in at a time
     * @param full what is told to who comes when as many are in
     */
    public LastingReads(int most, IntFunction<ProblemException> full, ProblemSender problems) {
        this.most = most;
        this.full = full;
        this.problems = problems;
        this.places = new Semaphore(most);
    }

    /** Lets a GET or HEAD in, which has its place until the response ends; answers all others. */
    public void admit(RoutingContext context, Consumer<RoutingContext> read) {
        HttpServerRequest request = context.request();
        if (!request.method().equals(HttpMethod.GET) && !request.method().equals(HttpMethod.HEAD)) {
            problems.send(
                    context, ProblemException.methodNotAllowed(request.method().name()));
        } else if (!places.tryAcquire()) {
            problems.send(context, full.apply(most));
        } else {
            context.addEndHandler(ended -> places.release());
            read.accept(context);
        }
    }

    /** How many are in. */
    public int admitted() {
        return most - places.availablePermits();
    }
}

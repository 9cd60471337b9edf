package org.startupatlas.http.problem;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;
import org.startupatlas.http.RequestId;
import org.startupatlas.query.parameter.ProblemKind;
import org.startupatlas.query.parameter.RejectedException;
import org.startupatlas.sql.DatabaseException;

/** Sends problems outside of resources: from filters, and from routes registered with Vert.x. */
@Singleton
public final class ProblemSender {

    private static final Logger LOG = Logger.getLogger(ProblemSender.class);

    private final ProblemWriter problems;

    ProblemSender(ProblemWriter problems) {
        this.problems = problems;
    }

    /** Sends the problem of an exception. */
    public void send(RoutingContext context, Throwable failure) {
        send(context, problem(failure, context.request()));
    }

    public void send(RoutingContext context, Problem problem) {
        if (context.response().ended() || context.response().closed()) {
            return;
        }
        ProblemWriter.Body body = problems.write(problem, context.request());
        context.response().setStatusCode(ProblemStatus.of(problem.kind()));
        ProblemHeaders.of(problem, body, context.request())
                .forEach((name, value) -> context.response().putHeader(name, value));
        if (context.request().method().equals(HttpMethod.HEAD)) {
            context.response().end();
        } else {
            context.response().end(Buffer.buffer(body.bytes()));
        }
    }

    private static Problem problem(Throwable failure, HttpServerRequest request) {
        if (failure instanceof RejectedException rejected) {
            return Problem.of(rejected);
        }
        LOG.errorf(failure, "request %s failed", RequestId.of(request));
        return DatabaseException.isCauseOf(failure)
                ? Problem.of(ProblemKind.UNAVAILABLE)
                : Problem.of(ProblemKind.INTERNAL_ERROR);
    }
}

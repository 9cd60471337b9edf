package org.startupatlas.http.edge;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.startupatlas.http.RequestId;
import org.startupatlas.http.problem.Problem;
import org.startupatlas.http.problem.ProblemHeaders;
import org.startupatlas.http.problem.ProblemStatus;
import org.startupatlas.http.problem.ProblemWriter;
import org.startupatlas.query.parameter.ProblemKind;
import org.startupatlas.query.parameter.RejectedException;
import org.startupatlas.query.parameter.Violation;
import org.startupatlas.sql.DatabaseException;
import org.startupatlas.sql.RetryException;

/** Maps the exceptions of resources to problems. */
@Singleton
public final class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    private final ProblemWriter problems;
    private final Routes routes;

    ProblemMappers(ProblemWriter problems, Routes routes) {
        this.problems = problems;
        this.routes = routes;
    }

    @ServerExceptionMapper
    Response map(RejectedException rejected, HttpServerRequest request) {
        return response(Problem.of(rejected), request).build();
    }

    /** A conflict that a write met in every attempt: temporary if it is over locks, but maybe not over a constraint. */
    @ServerExceptionMapper
    Response map(RetryException conflict, HttpServerRequest request) {
        return conflict.isLockConflict()
                ? map(RejectedException.of(ProblemKind.UNAVAILABLE, Violation.ofWhole("contended")), request)
                : map((Throwable) conflict, request);
    }

    @ServerExceptionMapper
    Response map(NotAllowedException notAllowed, HttpServerRequest request) {
        return response(routes.methodProblem(request), request).build();
    }

    @ServerExceptionMapper
    Response map(NotFoundException notFound, HttpServerRequest request) {
        return response(routes.unknownPath(request), request).build();
    }

    @ServerExceptionMapper
    Response map(WebApplicationException thrown, HttpServerRequest request) {
        if (thrown.getResponse().getStatus() < 400) {
            return thrown.getResponse(); // a redirect
        }
        Problem problem = Problem.ofStatus(thrown.getResponse().getStatus(), request);
        return problem.kind() == ProblemKind.INTERNAL_ERROR
                ? map((Throwable) thrown, request)
                : response(problem, request).build();
    }

    @ServerExceptionMapper
    Response map(Throwable failure, HttpServerRequest request) {
        if (DatabaseException.isCauseOf(failure)) {
            LOG.errorf(failure, "request %s: the database did not answer", RequestId.of(request));
            return response(Problem.of(ProblemKind.UNAVAILABLE), request).build();
        }
        LOG.errorf(failure, "request %s failed", RequestId.of(request));
        return response(Problem.of(ProblemKind.INTERNAL_ERROR), request).build();
    }

    private Response.ResponseBuilder response(Problem problem, HttpServerRequest request) {
        ProblemWriter.Body body = problems.write(problem, request);
        Response.ResponseBuilder response =
                Response.status(ProblemStatus.of(problem.kind())).entity(body.bytes());
        ProblemHeaders.of(problem, body, request).forEach(response::header);
        return response;
    }
}

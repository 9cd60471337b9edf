package org.startupatlas.http;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.startupatlas.query.DatabaseFailure;
import org.startupatlas.query.InvalidQuery;

/** Turns whatever a resource throws into a problem. */
@Singleton
public final class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    private final ProblemWriter problems;
    private final KnownPaths paths;

    ProblemMappers(ProblemWriter problems, KnownPaths paths) {
        this.problems = problems;
        this.paths = paths;
    }

    @ServerExceptionMapper
    Response map(ProblemException thrown, HttpServerRequest request) {
        return answer(thrown.problem(), request).build();
    }

    @ServerExceptionMapper
    Response map(InvalidQuery invalid, HttpServerRequest request) {
        return answer(Problem.of(invalid), request).build();
    }

    @ServerExceptionMapper
    Response map(NotAllowedException notAllowed, HttpServerRequest request) {
        return answer(
                        Problem.of(
                                ProblemKind.METHOD_NOT_ALLOWED, request.method().name()),
                        request)
                .build();
    }

    @ServerExceptionMapper
    Response map(NotFoundException notFound, HttpServerRequest request) {
        return map(ProblemException.unknownPath(request.path(), paths.nearest(request.path())), request);
    }

    @ServerExceptionMapper
    Response map(WebApplicationException thrown, HttpServerRequest request) {
        Problem problem = Problem.ofStatus(thrown.getResponse().getStatus(), request);
        return problem.kind() == ProblemKind.INTERNAL_ERROR
                ? map((Throwable) thrown, request)
                : answer(problem, request).build();
    }

    @ServerExceptionMapper
    Response map(DatabaseFailure failure, HttpServerRequest request) {
        if (!failure.isUnavailable()) {
            return map((Throwable) failure, request);
        }
        LOG.errorf(failure, "request %s: the database did not answer", RequestId.of(request));
        return answer(Problem.of(ProblemKind.UNAVAILABLE), request).build();
    }

    @ServerExceptionMapper
    Response map(Throwable failure, HttpServerRequest request) {
        LOG.errorf(failure, "request %s failed", RequestId.of(request));
        return answer(Problem.of(ProblemKind.INTERNAL_ERROR), request).build();
    }

    private Response.ResponseBuilder answer(Problem problem, HttpServerRequest request) {
        Response.ResponseBuilder answer =
                Response.status(problem.kind().status()).entity(problems.write(problem, request));
        ProblemHeaders.of(problem, ProblemWriter.language(request)).forEach(answer::header);
        return answer;
    }
}

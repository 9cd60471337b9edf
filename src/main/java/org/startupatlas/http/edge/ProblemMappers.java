package org.startupatlas.http.edge;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.startupatlas.auth.AccessDeniedException;
import org.startupatlas.http.RequestId;
import org.startupatlas.http.problem.AccessDeniedProblem;
import org.startupatlas.http.problem.Problem;
import org.startupatlas.http.problem.ProblemException;
import org.startupatlas.http.problem.ProblemHeaders;
import org.startupatlas.http.problem.ProblemKind;
import org.startupatlas.http.problem.ProblemTexts;
import org.startupatlas.http.problem.ProblemWriter;
import org.startupatlas.http.record.RecordMovedException;
import org.startupatlas.query.parameter.InvalidQueryException;
import org.startupatlas.query.parameter.Violation;
import org.startupatlas.sql.DatabaseException;
import org.startupatlas.write.request.WriteRejectedException;

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
    Response map(ProblemException thrown, HttpServerRequest request) {
        return response(thrown.problem(), request).build();
    }

    @ServerExceptionMapper
    Response map(InvalidQueryException invalid, HttpServerRequest request) {
        return response(Problem.of(invalid), request).build();
    }

    @ServerExceptionMapper
    Response map(AccessDeniedException denied, HttpServerRequest request) {
        return response(AccessDeniedProblem.of(denied), request).build();
    }

    private static Problem requestProblem(ProblemKind kind, String code, String... arguments) {
        return Problem.of(kind, List.of(Violation.ofWhole(code, arguments)));
    }

    @ServerExceptionMapper
    Response map(WriteRejectedException rejected, HttpServerRequest request) {
        String[] arguments = rejected.arguments().toArray(String[]::new);
        Problem problem =
                switch (rejected.reason()) {
                    case INVALID -> Problem.of(ProblemKind.INVALID_RECORD, rejected.faults());
                    case EXTERNAL_ID_TAKEN -> Problem.of(ProblemKind.EXTERNAL_ID_TAKEN, rejected.faults());
                    case UNKNOWN -> Problem.of(ProblemKind.UNKNOWN_RECORD, arguments);
                    case MERGED -> Problem.merged(
                            List.of(arguments[0], arguments[1]),
                            new Problem.Survivor(arguments[2], arguments[3], arguments[4]));
                    case UNSEEN -> Problem.of(ProblemKind.PRECONDITION_REQUIRED);
                    case STALE -> requestProblem(ProblemKind.PRECONDITION_FAILED, "stale-version", arguments);
                    case STILL_NAMED -> requestProblem(ProblemKind.CONFLICT, "still-named", arguments);
                    case NOT_YOURS -> Problem.of(ProblemKind.FORBIDDEN, rejected.faults());
                    case STILL_RUNNING -> requestProblem(ProblemKind.CONFLICT, "still-running");
                    case CONTENDED -> requestProblem(ProblemKind.UNAVAILABLE, "contended");
                };
        return response(problem, request).build();
    }

    @ServerExceptionMapper
    Response map(RecordMovedException moved, HttpServerRequest request) {
        return Response.status(Response.Status.PERMANENT_REDIRECT)
                .header("Location", moved.location())
                // A permanent redirect, but revalidated: the slug may later redirect to another one.
                .header("Cache-Control", "public, no-cache")
                .build();
    }

    @ServerExceptionMapper
    Response map(NotAllowedException notAllowed, HttpServerRequest request) {
        return response(routes.methodNotAllowed(request), request).build();
    }

    @ServerExceptionMapper
    Response map(NotFoundException notFound, HttpServerRequest request) {
        return response(routes.unknownPath(request), request).build();
    }

    @ServerExceptionMapper
    Response map(WebApplicationException thrown, HttpServerRequest request) {
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
        Response.ResponseBuilder response =
                Response.status(problem.kind().status()).entity(problems.write(problem, request));
        ProblemHeaders.of(problem, ProblemTexts.language(request)).forEach(response::header);
        return response;
    }
}

package org.startupatlas.http.edge;

import io.vertx.core.Context;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.startupatlas.changelog.RevisionTracker;
import org.startupatlas.http.AtlasHeaders;
import org.startupatlas.http.RequestParameters;
import org.startupatlas.http.problem.ProblemSender;
import org.startupatlas.http.response.ResponseBuilder;
import org.startupatlas.query.parameter.Parameter;
import org.startupatlas.query.parameter.ParameterSet;
import org.startupatlas.query.parameter.ProblemKind;
import org.startupatlas.query.parameter.RejectedException;
import org.startupatlas.query.parameter.Violation;

/** Delays requests with {@code min_revision} until this node has reached that revision. They wait without a thread. */
@Singleton
final class MinRevisionFilter {

    /**
     * As documented in src/docs/querying.md. Other nodes see a write within a second, so a client that retries after the
     * problem finds the revision, or something is wrong.
     */
    private static final long MAX_WAIT_MILLIS = 2_000;

    private final RevisionTracker revisions;
    private final ProblemSender problems;

    MinRevisionFilter(RevisionTracker revisions, ProblemSender problems) {
        this.revisions = revisions;
        this.problems = problems;
    }

    /** Continues the request at once, later, or not at all. */
    void handle(RoutingContext context) {
        if (!RequestParameters.hasMinRevision(context.request())) {
            context.next();
            return;
        }
        // Other nodes may not have reached the revision, so no cache may serve this response.
        context.addHeadersEndHandler(headers -> context.response()
                .headers()
                .set("Cache-Control", "no-store")
                .remove(ResponseBuilder.CDN_CACHE_CONTROL));
        try {
            Optional<Long> revision = revision(RequestParameters.all(context.request()));
            if (revision.isEmpty() || revision.get() <= revisions.revision()) {
                context.next();
            } else {
                new WaitingRequest(context, revision.get()).start();
            }
        } catch (RejectedException invalid) {
            problems.send(context, invalid);
        }
    }

    private static Optional<Long> revision(List<Parameter> parameters) {
        List<Parameter> given = parameters.stream()
                .filter(parameter -> parameter.name().equals(ParameterSet.MIN_REVISION))
                .toList();
        ParameterSet set = ParameterSet.of(given, List.of(ParameterSet.MIN_REVISION));
        Optional<Long> revision = set.revision(ParameterSet.MIN_REVISION);
        set.rejectIfInvalid();
        return revision;
    }

    /** A waiting request. All of its work runs on the event loop of the request. */
    private final class WaitingRequest {

        private final RoutingContext context;
        private final long revision;
        private final Context eventLoop;
        private final Runnable listener;
        private long timer;
        private boolean isDone;

        WaitingRequest(RoutingContext context, long revision) {
            this.context = context;
            this.revision = revision;
            this.eventLoop = context.vertx().getOrCreateContext();
            this.listener = () -> eventLoop.runOnContext(reached -> check());
        }

        void start() {
            context.request().pause();
            timer = context.vertx().setTimer(MAX_WAIT_MILLIS, late -> timeOut());
            context.addEndHandler(ended -> stop());
            revisions.subscribe(listener);
            check();
        }

        private void check() {
            if (!isDone && revisions.revision() >= revision) {
                stop();
                context.request().resume();
                context.response().putHeader(AtlasHeaders.REVISION, Long.toString(revisions.revision()));
                context.next();
            }
        }

        private void timeOut() {
            stop();
            Violation notYet = Violation.of(
                    ParameterSet.MIN_REVISION,
                    "revision-not-reached",
                    String.valueOf(revision),
                    String.valueOf(revisions.revision()));
            context.request().resume();
            problems.send(context, RejectedException.of(ProblemKind.UNAVAILABLE, notYet));
        }

        private void stop() {
            isDone = true;
            revisions.unsubscribe(listener);
            context.vertx().cancelTimer(timer);
        }
    }
}

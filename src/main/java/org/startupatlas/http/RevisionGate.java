package org.startupatlas.http;

import io.vertx.core.Context;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.startupatlas.change.RevisionWatch;
import org.startupatlas.query.InvalidQuery;
import org.startupatlas.query.Parameter;
import org.startupatlas.query.ParameterSet;

/** Lets requests that ask for {@code min_revision} in when this node has it. They wait without a thread. */
@Singleton
final class RevisionGate {

    /** As api.md says; whoever is told to come back finds the revision then, or something is wrong. */
    private static final long LONGEST_WAIT_MILLIS = 2_000;

    private final RevisionWatch watch;
    private final ProblemSender problems;

    RevisionGate(RevisionWatch watch, ProblemSender problems) {
        this.watch = watch;
        this.problems = problems;
    }

    /** Hands the request on at once, later, or not at all. */
    void enter(RoutingContext context) {
        if (!RequestParameters.asksForMinRevision(context.request())) {
            context.next();
            return;
        }
        // What one node has, another may not have yet: nobody else is to be given this answer.
        context.addHeadersEndHandler(headers ->
                context.response().headers().set("Cache-Control", "no-store").remove(Answer.CDN_CACHE_CONTROL));
        try {
            Optional<Long> revision = revision(RequestParameters.all(context.request()));
            if (revision.isEmpty() || revision.get() <= watch.revision()) {
                context.next();
            } else {
                new Wait(context, revision.get()).begin();
            }
        } catch (InvalidQuery wrong) {
            problems.send(context, wrong);
        }
    }

    private static Optional<Long> revision(List<Parameter> parameters) {
        List<Parameter> named = parameters.stream()
                .filter(parameter -> parameter.name().equals(RequestParameters.MIN_REVISION))
                .toList();
        ParameterSet set = ParameterSet.of(named, List.of(RequestParameters.MIN_REVISION));
        Optional<Long> revision = set.revision(RequestParameters.MIN_REVISION);
        set.rejectIfInvalid();
        return revision;
    }

    /** A request that waits; all of it happens on the request's event loop. */
    private final class Wait {

        private final RoutingContext context;
        private final long revision;
        private final Context loop;
        private final Runnable whenRisen;
        private long timer;
        private boolean over;

        Wait(RoutingContext context, long revision) {
            this.context = context;
            this.revision = revision;
            this.loop = context.vertx().getOrCreateContext();
            this.whenRisen = () -> loop.runOnContext(risen -> look());
        }

        void begin() {
            context.request().pause();
            timer = context.vertx().setTimer(LONGEST_WAIT_MILLIS, late -> giveUp());
            context.addEndHandler(ended -> end());
            watch.subscribe(whenRisen);
            look();
        }

        private void look() {
            if (!over && watch.revision() >= revision) {
                end();
                context.request().resume();
                context.response().putHeader(AtlasHeaders.REVISION, Long.toString(watch.revision()));
                context.next();
            }
        }

        private void giveUp() {
            end();
            Problem.Detail notYet = Problem.Detail.ofParameter(
                    RequestParameters.MIN_REVISION,
                    "revision-not-reached",
                    String.valueOf(revision),
                    String.valueOf(watch.revision()));
            context.request().resume();
            problems.send(context, Problem.of(ProblemKind.UNAVAILABLE, List.of(notYet)));
        }

        private void end() {
            over = true;
            watch.unsubscribe(whenRisen);
            context.vertx().cancelTimer(timer);
        }
    }
}

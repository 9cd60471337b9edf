package org.startupatlas.changelog.feed;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.startupatlas.auth.Authenticator;
import org.startupatlas.changelog.RevisionTracker;
import org.startupatlas.changelog.read.ChangePage;
import org.startupatlas.http.RequestParameters;
import org.startupatlas.http.problem.ProblemSender;
import org.startupatlas.http.response.ChangeResponses;
import org.startupatlas.http.response.ChangeWriter;
import org.startupatlas.http.response.ConcurrencyLimits;
import org.startupatlas.http.response.PacedResponse;
import org.startupatlas.http.response.PacedResponses;
import org.startupatlas.query.ChangesQuery;
import org.startupatlas.query.parameter.PointInTime;
import org.startupatlas.query.parameter.ProblemKind;
import org.startupatlas.query.parameter.RejectedException;
import org.startupatlas.query.parameter.Violation;
import org.startupatlas.query.parse.ChangesQueryParser;

/**
 * The change feed as server-sent events. A separate Vert.x route, so that events are written only as fast as the client
 * reads them, and an idle client occupies no thread.
 */
@Singleton
final class StreamRoute {

    private static final String PATH = "/v1/changes/stream";
    private static final String METER = "atlas.streams";
    private static final String EVENT_STREAM = "text/event-stream";
    private static final String LAST_EVENT_ID = "Last-Event-ID";

    /**
     * The number of streams that read the log concurrently, however many there are: most database connections are for
     * requests.
     */
    private static final int READERS = 2;

    private final ChangesQueryParser parser;
    private final FeedReader feed;
    private final LatestPage latest;
    private final RevisionTracker revisionTracker;
    private final ChangeWriter writer;
    private final WorkerExecutor readers;
    private final Duration heartbeat;
    private final PacedResponses responses;

    StreamRoute(
            Authenticator authenticator,
            ChangesQueryParser parser,
            FeedReader feed,
            RevisionTracker revisionTracker,
            ChangeWriter writer,
            ProblemSender problems,
            Vertx vertx,
            MeterRegistry metrics,
            ConcurrencyLimits limits,
            @ConfigProperty(name = "atlas.stream-heartbeat") Duration heartbeat) {
        this.parser = parser;
        this.feed = feed;
        this.latest = new LatestPage(feed, revisionTracker);
        this.revisionTracker = revisionTracker;
        this.writer = writer;
        this.readers = vertx.createSharedWorkerExecutor("change-streams", READERS);
        this.responses = new PacedResponses(
                ProblemKind.TOO_MANY_STREAMS, METER, limits.streams(), authenticator, problems, metrics);
        this.heartbeat = heartbeat;
    }

    /** The query, the start and the first page of a stream. */
    private record StreamStart(ChangesQuery query, PointInTime since, ChangePage first) {

        /** Returns the revision after which the stream begins. */
        long position() {
            if (since.revision() != null) {
                return since.revision();
            }
            return first.changes().isEmpty()
                    ? first.nextSince()
                    : first.changes().get(0).revision() - 1;
        }
    }

    void register(@Observes Router router) {
        router.route(PATH).handler(context -> responses.admit(context, this::open));
    }

    void stop(@Observes ShutdownEvent event) {
        responses.forEachOpen(PacedResponse::end);
    }

    private Future<StreamStart> open(RoutingContext context) {
        return readers.executeBlocking(() -> start(context.request()), false).onSuccess(start -> start(context, start));
    }

    private StreamStart start(HttpServerRequest request) {
        ChangeResponses.requireAccepted(request, EVENT_STREAM);
        ChangesQuery query = parser.stream(RequestParameters.of(request));
        PointInTime since = lastEvent(request)
                .or(query::since)
                .orElseGet(() -> PointInTime.ofRevision("since", revisionTracker.revision()));
        return new StreamStart(query, since, feed.page(query, since));
    }

    /** Returns the last event id that the client received before its previous connection broke. */
    private static Optional<PointInTime> lastEvent(HttpServerRequest request) {
        String id = request.getHeader(LAST_EVENT_ID);
        if (id == null || id.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(PointInTime.read(LAST_EVENT_ID, id)
                .filter(pointInTime -> pointInTime.revision() != null)
                .orElseThrow(() -> RejectedException.of(
                        ProblemKind.INVALID_PARAMETERS, Violation.of(LAST_EVENT_ID, "invalid-value", id, "revision"))));
    }

    private void start(RoutingContext context, StreamStart start) {
        context.response()
                .putHeader("Content-Type", EVENT_STREAM)
                .putHeader("Cache-Control", "no-store")
                .putHeader("Vary", "Accept, Accept-Encoding");
        ChangesQuery query = start.query;
        ChangeStream stream = new ChangeStream(
                context.vertx().getOrCreateContext(),
                revisionTracker,
                revision -> readers.executeBlocking(() -> latest.pageAfter(query, revision), false),
                writer.of(query)::write,
                heartbeat,
                start.position());
        responses.send(
                context, stream.begin(start.first), stream, heartbeat.multipliedBy(ChangeStream.MAX_MISSED_HEARTBEATS));
    }
}

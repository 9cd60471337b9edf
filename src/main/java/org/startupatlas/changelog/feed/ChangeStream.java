package org.startupatlas.changelog.feed;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.jboss.logging.Logger;
import org.startupatlas.changelog.RevisionTracker;
import org.startupatlas.changelog.read.ChangePage;
import org.startupatlas.changelog.read.LoggedChange;
import org.startupatlas.http.Connections;

/**
 * The SSE stream of one client. The next changes are read only when the client can take them and there may be some, so
 * at most two pages of changes are in memory. Everything runs on the event loop of the client's connection.
 */
final class ChangeStream {

    private static final Logger LOG = Logger.getLogger(ChangeStream.class);

    /**
     * A client that has read nothing for this many heartbeats is disconnected to make room for another; it can resume.
     */
    private static final int MAX_MISSED_HEARTBEATS = 8;

    /** The delay after which a client reconnects: not sooner than a restarted node can respond. */
    private static final Duration RETRY = Duration.ofSeconds(2);

    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final Context loop;
    private final RevisionTracker revisionTracker;
    private final LongFunction<Future<ChangePage>> pageReader;
    private final Function<LoggedChange, byte[]> encoder;
    private final Runnable onIncrease;
    private long position;
    private long timer;
    private int missedHeartbeats;
    private boolean hasMore;
    private boolean reading;
    private boolean isEnded;

    /**
     * Creates a stream.
     *
     * @param pageReader reads the next page of changes after a revision
     * @param encoder writes a change as JSON on one line
     */
    ChangeStream(
            HttpServerRequest request,
            Context loop,
            RevisionTracker revisionTracker,
            LongFunction<Future<ChangePage>> pageReader,
            Function<LoggedChange, byte[]> encoder) {
        this.request = request;
        this.response = request.response();
        this.loop = loop;
        this.revisionTracker = revisionTracker;
        this.pageReader = pageReader;
        this.encoder = encoder;
        this.onIncrease = () -> loop.runOnContext(increased -> advance());
    }

    /** Starts the stream with the first page, which begins after the given revision. */
    void start(long since, ChangePage first, Duration heartbeat) {
        position = since;
        response.drainHandler(drained -> onDrain());
        timer = loop.owner().setPeriodic(heartbeat.toMillis(), tick -> onHeartbeat());
        revisionTracker.subscribe(onIncrease);
        response.write(SseEncoder.preamble(RETRY.toMillis(), since));
        handle(first);
    }

    /** Ends the stream; may be called from any thread. The client can resume elsewhere. */
    void end() {
        loop.runOnContext(next -> {
            if (!isEnded) {
                response.end();
            }
        });
    }

    /** Releases the timer and the listener once the response has ended or the client has disconnected. */
    void release() {
        isEnded = true;
        revisionTracker.unsubscribe(onIncrease);
        loop.owner().cancelTimer(timer);
    }

    private void advance() {
        boolean hasChanges = hasMore || revisionTracker.revision() > position;
        if (isEnded || reading || !hasChanges || response.writeQueueFull()) {
            return;
        }
        reading = true;
        // Handled in a separate event: a page that is read at once would otherwise be written before the current one.
        pageReader
                .apply(position)
                .onSuccess(page -> loop.runOnContext(next -> handle(page)))
                .onFailure(this::fail);
    }

    private void handle(ChangePage page) {
        reading = false;
        if (isEnded) {
            return;
        }
        long before = position;
        position = page.nextSince();
        hasMore = page.hasMore();
        // The next page is read while this one is written.
        advance();
        Buffer events = SseEncoder.events(page, before, encoder);
        if (events.length() > 0) {
            response.write(events);
        }
    }

    private void fail(Throwable failure) {
        if (!isEnded) {
            LOG.errorf(failure, "a stream ends at revision %d, as the log cannot be read", position);
            response.end();
        }
    }

    private void onDrain() {
        missedHeartbeats = 0;
        advance();
    }

    private void onHeartbeat() {
        if (!response.writeQueueFull()) {
            missedHeartbeats = 0;
            response.write(SseEncoder.heartbeat());
        } else if (++missedHeartbeats >= MAX_MISSED_HEARTBEATS) {
            Connections.abort(request);
        }
    }
}

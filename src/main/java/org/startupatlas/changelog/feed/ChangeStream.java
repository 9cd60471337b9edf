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
 * One client's stream: where the client stands, and what it takes. The next changes are read only when it can take them
 * and there may be some, so it never holds more than two blocks of them. All of it happens on the client's event loop.
 */
final class ChangeStream {

    private static final Logger LOG = Logger.getLogger(ChangeStream.class);

    /** A client that has taken nothing for so many heartbeats gives its place to another; it can resume. */
    private static final int MOST_MISSED = 8;

    /** After how long a client comes back: no sooner than a node that was restarted can answer. */
    private static final Duration RETRY = Duration.ofSeconds(2);

    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final Context loop;
    private final RevisionTracker watch;
    private final LongFunction<Future<ChangePage>> behind;
    private final Function<LoggedChange, byte[]> text;
    private final Runnable whenRisen;
    private long position;
    private long timer;
    private int missed;
    private boolean more;
    private boolean reading;
    private boolean over;

    /**
     * A stream to a client.
     *
     * @param behind reads the next changes behind a revision
     * @param text writes a change as JSON on one line
     */
    ChangeStream(
            HttpServerRequest request,
            Context loop,
            RevisionTracker watch,
            LongFunction<Future<ChangePage>> behind,
            Function<LoggedChange, byte[]> text) {
        this.request = request;
        this.response = request.response();
        this.loop = loop;
        this.watch = watch;
        this.behind = behind;
        this.text = text;
        this.whenRisen = () -> loop.runOnContext(risen -> advance());
    }

    /** Begins with the changes of the first page, behind that revision. */
    void begin(long since, ChangePage first, Duration heartbeat) {
        position = since;
        response.drainHandler(drained -> drained());
        timer = loop.owner().setPeriodic(heartbeat.toMillis(), beat -> beat());
        watch.subscribe(whenRisen);
        response.write(SseEncoder.beginning(RETRY.toMillis(), since));
        take(first);
    }

    /** Ends the stream, from whatever thread; the client can resume elsewhere. */
    void end() {
        loop.runOnContext(end -> {
            if (!over) {
                response.end();
            }
        });
    }

    /** Lets go of everything: the client has gone, or the response has ended. */
    void release() {
        over = true;
        watch.unsubscribe(whenRisen);
        loop.owner().cancelTimer(timer);
    }

    private void advance() {
        boolean someToRead = more || watch.revision() > position;
        if (over || reading || !someToRead || response.writeQueueFull()) {
            return;
        }
        reading = true;
        // Taken in a turn of its own: what is read at once would else be written before the block that is being taken.
        behind.apply(position)
                .onSuccess(page -> loop.runOnContext(turn -> take(page)))
                .onFailure(this::fail);
    }

    private void take(ChangePage page) {
        reading = false;
        if (over) {
            return;
        }
        long before = position;
        position = page.nextSince();
        more = page.hasMore();
        // The next block is read while this one is written.
        advance();
        Buffer events = SseEncoder.events(page, before, text);
        if (events.length() > 0) {
            response.write(events);
        }
    }

    private void fail(Throwable failure) {
        if (!over) {
            LOG.errorf(failure, "a stream ends at revision %d, as the log cannot be read", position);
            response.end();
        }
    }

    private void drained() {
        missed = 0;
        advance();
    }

    private void beat() {
        if (!response.writeQueueFull()) {
            missed = 0;
            response.write(SseEncoder.heartbeat());
        } else if (++missed >= MOST_MISSED) {
            Connections.breakOff(request);
        }
    }
}

package org.startupatlas.changelog.feed;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.jboss.logging.Logger;
import org.startupatlas.changelog.RevisionTracker;
import org.startupatlas.changelog.read.ChangePage;
import org.startupatlas.changelog.read.LoggedChange;
import org.startupatlas.http.response.PacedResponse;

/**
 * The events of one client's SSE stream, a page of changes at a time; each page is read as soon as there may be changes
 * for it. Everything runs on the event loop of the client's connection.
 */
final class ChangeStream implements PacedResponse.Source {

    private static final Logger LOG = Logger.getLogger(ChangeStream.class);

    /**
     * A client that has read nothing for this many heartbeats is disconnected to make room for another; it can resume.
     */
    static final int MAX_MISSED_HEARTBEATS = 8;

    /** The delay after which a client reconnects: not sooner than a restarted node can respond. */
    private static final Duration RETRY = Duration.ofSeconds(2);

    private final Context loop;
    private final RevisionTracker revisionTracker;
    private final LongFunction<Future<ChangePage>> pageReader;
    private final Function<LoggedChange, byte[]> encoder;
    private final Duration heartbeat;
    private final Runnable onIncrease;
    private long position;
    private long timer;
    private boolean hasMore;
    private boolean isClosed;
    private Promise<Void> increase = Promise.promise();

    /**
     * Creates a stream.
     *
     * @param pageReader reads the next page of changes after a revision
     * @param encoder writes a change as JSON on one line
     * @param position the revision after which the stream begins
     */
    ChangeStream(
            Context loop,
            RevisionTracker revisionTracker,
            LongFunction<Future<ChangePage>> pageReader,
            Function<LoggedChange, byte[]> encoder,
            Duration heartbeat,
            long position) {
        this.loop = loop;
        this.revisionTracker = revisionTracker;
        this.pageReader = pageReader;
        this.encoder = encoder;
        this.heartbeat = heartbeat;
        this.position = position;
        this.onIncrease = () -> loop.runOnContext(increased -> increase.tryComplete());
    }

    /** Returns the start of the stream, with the first page. */
    Buffer begin(ChangePage first) {
        return SseEncoder.preamble(RETRY.toMillis(), position).appendBuffer(events(first));
    }

    @Override
    public void open(PacedResponse response) {
        timer = loop.owner().setPeriodic(heartbeat.toMillis(), tick -> response.writeIfIdle(SseEncoder.heartbeat()));
        revisionTracker.subscribe(onIncrease);
    }

    @Override
    public void close() {
        isClosed = true;
        revisionTracker.unsubscribe(onIncrease);
        loop.owner().cancelTimer(timer);
    }

    /** Ends the stream if the log cannot be read; the client can resume. */
    @Override
    public Future<Buffer> next() {
        return nextEvents().recover(failure -> {
            if (!isClosed) {
                LOG.errorf(failure, "a stream ended at revision %d, as the log cannot be read", position);
            }
            return Future.succeededFuture(Buffer.buffer());
        });
    }

    private Future<Buffer> nextEvents() {
        if (!hasMore && revisionTracker.revision() <= position) {
            increase = Promise.promise();
            return increase.future().compose(increased -> nextEvents());
        }
        return pageReader
                .apply(position)
                .map(this::events)
                .compose(events -> events.length() == 0 ? nextEvents() : Future.succeededFuture(events));
    }

    private Buffer events(ChangePage page) {
        long before = position;
        position = page.nextSince();
        hasMore = page.hasMore();
        return SseEncoder.events(page, before, encoder);
    }
}

package org.startupatlas.http.response;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.startupatlas.http.Connections;

/**
 * A long response, written as fast as its client reads. One chunk is prefetched while the chunk before is written, so
 * that at most two are in memory. A slow client holds no thread and no database connection. If the client does not read
 * for too long, the connection is closed. All methods but {@link #end()} and {@link #abort()} run on the client's event
 * loop.
 */
public final class PacedResponse {

    private static final Logger LOG = Logger.getLogger(PacedResponse.class);

    /** Number of bytes written to the connection at a time; the client must read them within the timeout. */
    private static final int SLICE_SIZE = 256 * 1024;

    /** The chunks of a response. Called on the client's event loop. */
    public interface Source {

        /** Computes the next chunk; an empty one is the end. */
        Future<Buffer> next();

        /** Called before the first chunk is written. */
        default void open(PacedResponse response) {}

        /** Called after the response has ended or the client has disconnected. */
        default void close() {}
    }

    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final Context eventLoop;
    private final Source source;
    private final long timeoutMillis;
    private Buffer current;
    private int written;
    private Buffer nextChunk;
    private boolean isPrefetching;
    private boolean isClosed;
    private Long timer;

    PacedResponse(HttpServerRequest request, Context eventLoop, Source source, Duration timeout) {
        this.request = request;
        this.response = request.response();
        this.eventLoop = eventLoop;
        this.source = source;
        this.timeoutMillis = timeout.toMillis();
    }

    /** Starts with the first chunk. */
    void start(Buffer first) {
        response.setChunked(true).drainHandler(drained -> {
            cancelTimer();
            advance();
        });
        source.open(this);
        nextChunk = first;
        startNextChunk();
        advance();
    }

    /** Writes these bytes if no chunk is being written and the client has read what was. */
    public void writeIfIdle(Buffer bytes) {
        if (!isClosed && current == null && !response.writeQueueFull()) {
            response.write(bytes);
            limitWait();
        }
    }

    /** Ends the response after the current chunk. May be called from any thread. */
    public void end() {
        eventLoop.runOnContext(ignored -> {
            if (!isClosed) {
                finish(current == null ? Buffer.buffer() : current.slice(written, current.length()));
            }
        });
    }

    /** Closes the connection before the end of the response. May be called from any thread. */
    public void abort() {
        eventLoop.runOnContext(ignored -> {
            if (!isClosed) {
                Connections.abort(request);
            }
        });
    }

    /** Releases the chunks and the timer, after the response has ended or the client has disconnected. */
    void release() {
        isClosed = true;
        current = null;
        nextChunk = null;
        cancelTimer();
        source.close();
    }

    private void advance() {
        while (!isClosed && current != null && !response.writeQueueFull()) {
            if (written < current.length()) {
                writeSlice();
            } else {
                startNextChunk();
            }
        }
        if (!isClosed) {
            prefetch();
            limitWait();
        }
    }

    /**
     * Advances the position before the write, because the write may call the drain handler, and so {@link #advance}, at
     * once.
     */
    private void writeSlice() {
        int from = written;
        written = Math.min(current.length(), from + SLICE_SIZE);
        response.write(current.slice(from, written));
    }

    /** Continues with the prefetched chunk, if it is there. */
    private void startNextChunk() {
        current = nextChunk;
        nextChunk = null;
        written = 0;
        if (current != null && current.length() == 0) {
            finish(current);
        }
    }

    private void prefetch() {
        if (isPrefetching || nextChunk != null) {
            return;
        }
        isPrefetching = true;
        // In a task of its own on the event loop, so that a future that is complete already does not reorder the
        // writes.
        source.next()
                .onSuccess(chunk -> eventLoop.runOnContext(ignored -> acceptPrefetched(chunk)))
                .onFailure(failure -> eventLoop.runOnContext(ignored -> fail(failure)));
    }

    private void acceptPrefetched(Buffer chunk) {
        isPrefetching = false;
        if (isClosed) {
            return;
        }
        nextChunk = chunk;
        if (current == null) {
            startNextChunk();
        }
        advance();
    }

    private void finish(Buffer rest) {
        isClosed = true;
        cancelTimer();
        response.end(rest);
    }

    /** Closes the connection without the end of the response, so that the client does not take it for complete. */
    private void fail(Throwable failure) {
        if (!isClosed) {
            LOG.errorf(failure, "response aborted: %s", request.path());
            Connections.abort(request);
        }
    }

    /** Limits the time in which the client must read, if it has something to read. */
    private void limitWait() {
        if (response.writeQueueFull() && timer == null) {
            timer = eventLoop.owner().setTimer(timeoutMillis, late -> onTimeout());
        }
    }

    private void onTimeout() {
        timer = null;
        if (!isClosed) {
            LOG.infof("response aborted, as its client stopped reading: %s", request.path());
            Connections.abort(request);
        }
    }

    private void cancelTimer() {
        if (timer != null) {
            eventLoop.owner().cancelTimer(timer);
            timer = null;
        }
    }
}

package org.startupatlas.export;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.startupatlas.http.Connections;

/**
 * Writes an export to a client. One chunk is prefetched while the chunk before is written, so that at most two are in
 * memory. A slow client holds no thread and no database connection. If the client does not read for too long, the
 * connection is closed. All methods but {@link #abort()} run on the client's event loop.
 */
final class ExportStream {

    private static final Logger LOG = Logger.getLogger(ExportStream.class);

    /** Number of bytes written to the connection at a time; the client must read them within the timeout. */
    private static final int SLICE_SIZE = 256 * 1024;

    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final Context eventLoop;
    private final Supplier<Future<byte[]>> chunks;
    private final long writeTimeoutMillis;
    private Buffer current;
    private int written;
    private Buffer nextChunk;
    private boolean isPrefetching;
    private boolean isClosed;
    private Long timer;

    /**
     * Creates a stream.
     *
     * @param chunks computes the next chunk; an empty one is the end
     * @param writeTimeout the time in which the client must read a slice
     */
    ExportStream(HttpServerRequest request, Context eventLoop, Supplier<Future<byte[]>> chunks, Duration writeTimeout) {
        this.request = request;
        this.response = request.response();
        this.eventLoop = eventLoop;
        this.chunks = chunks;
        this.writeTimeoutMillis = writeTimeout.toMillis();
    }

    /** Starts with the first chunk. */
    void start(byte[] first) {
        response.drainHandler(drained -> {
            cancelTimer();
            advance();
        });
        current = Buffer.buffer(first);
        if (current.length() == 0) {
            end();
        } else {
            advance();
        }
    }

    /** Closes the connection before the end of the export. May be called from any thread. */
    void abort() {
        eventLoop.runOnContext(end -> {
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
    }

    private void advance() {
        while (!isClosed && current != null && !response.writeQueueFull()) {
            if (written < current.length()) {
                writeSlice();
            } else {
                startNextChunk();
            }
        }
        if (isClosed) {
            return;
        }
        prefetch();
        if (response.writeQueueFull() && timer == null) {
            timer = eventLoop.owner().setTimer(writeTimeoutMillis, late -> onTimeout());
        }
    }

    /**
     * Advances the position before the write, because the write may call the drain handler, and so this method, at
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
            end();
        }
    }

    private void prefetch() {
        if (isPrefetching || nextChunk != null) {
            return;
        }
        isPrefetching = true;
        // In a task of its own on the event loop, so that a future that is complete already does not reorder the
        // writes.
        chunks.get()
                .onSuccess(chunk -> eventLoop.runOnContext(ignored -> acceptPrefetched(chunk)))
                .onFailure(failure -> eventLoop.runOnContext(ignored -> fail(failure)));
    }

    private void acceptPrefetched(byte[] chunk) {
        isPrefetching = false;
        if (isClosed) {
            return;
        }
        nextChunk = Buffer.buffer(chunk);
        if (current == null) {
            startNextChunk();
        }
        advance();
    }

    private void end() {
        isClosed = true;
        cancelTimer();
        response.end();
    }

    /** Closes the connection without the end of the response, so that the client does not take it for complete. */
    private void fail(Throwable failure) {
        if (!isClosed) {
            LOG.errorf(failure, "an export is broken off: %s", request.path());
            Connections.abort(request);
        }
    }

    private void onTimeout() {
        timer = null;
        if (!isClosed) {
            LOG.infof("an export is broken off, as its client takes nothing: %s", request.path());
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

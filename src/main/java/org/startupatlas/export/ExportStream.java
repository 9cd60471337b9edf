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
 * One client's download: the next piece is made while one is being taken, and no further one, so it never holds more
 * than two. While the client takes its time, nothing else is held: no thread, no connection to the database. A client
 * that takes too long is cut off. All of it happens on the client's event loop.
 */
final class ExportStream {

    private static final Logger LOG = Logger.getLogger(ExportStream.class);

    /** So much is handed to the connection at a time, and has to be taken within the client's time. */
    private static final int SLICE = 256 * 1024;

    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final Context loop;
    private final Supplier<Future<byte[]>> pieces;
    private final long patienceMillis;
    private Buffer current;
    private int written;
    private Buffer ahead;
    private boolean making;
    private boolean over;
    private Long timer;

    /**
     * A download.
     *
     * @param pieces makes the next piece; an empty one is the end
     * @param patience how long a client may take for a slice
     */
    ExportStream(HttpServerRequest request, Context loop, Supplier<Future<byte[]>> pieces, Duration patience) {
        this.request = request;
        this.response = request.response();
        this.loop = loop;
        this.pieces = pieces;
        this.patienceMillis = patience.toMillis();
    }

    /** Begins with the first piece. */
    void begin(byte[] first) {
        response.drainHandler(drained -> {
            rest();
            advance();
        });
        current = Buffer.buffer(first);
        if (current.length() == 0) {
            end();
        } else {
            advance();
        }
    }

    /** Ends the download in its middle, from whatever thread. */
    void breakOff() {
        loop.runOnContext(end -> {
            if (!over) {
                Connections.breakOff(request);
            }
        });
    }

    /** Lets go of everything: the client has gone, or the response has ended. */
    void release() {
        over = true;
        current = null;
        ahead = null;
        rest();
    }

    private void advance() {
        while (!over && current != null && !response.writeQueueFull()) {
            if (written < current.length()) {
                writeSlice();
            } else {
                turn();
            }
        }
        if (over) {
            return;
        }
        makeAhead();
        if (response.writeQueueFull() && timer == null) {
            timer = loop.owner().setTimer(patienceMillis, late -> giveUp());
        }
    }

    /** What is written can be taken at once, and so lead back here: it counts as written before. */
    private void writeSlice() {
        int from = written;
        written = Math.min(current.length(), from + SLICE);
        response.write(current.slice(from, written));
    }

    /** Goes on with the piece that was made meanwhile, if it is there. */
    private void turn() {
        current = ahead;
        ahead = null;
        written = 0;
        if (current != null && current.length() == 0) {
            end();
        }
    }

    private void makeAhead() {
        if (making || ahead != null) {
            return;
        }
        making = true;
        // Taken in a turn of its own, so that what is made at once does not go ahead of what is being written.
        pieces.get()
                .onSuccess(piece -> loop.runOnContext(turn -> take(piece)))
                .onFailure(failure -> loop.runOnContext(turn -> fail(failure)));
    }

    private void take(byte[] piece) {
        making = false;
        if (over) {
            return;
        }
        ahead = Buffer.buffer(piece);
        if (current == null) {
            turn();
        }
        advance();
    }

    private void end() {
        over = true;
        rest();
        response.end();
    }

    /** What has been sent is not whole, and must not look so. */
    private void fail(Throwable failure) {
        if (!over) {
            LOG.errorf(failure, "an export is broken off: %s", request.path());
            Connections.breakOff(request);
        }
    }

    private void giveUp() {
        timer = null;
        if (!over) {
            LOG.infof("an export is broken off, as its client takes nothing: %s", request.path());
            Connections.breakOff(request);
        }
    }

    private void rest() {
        if (timer != null) {
            loop.owner().cancelTimer(timer);
            timer = null;
        }
    }
}

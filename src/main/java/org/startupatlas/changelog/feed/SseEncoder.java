package org.startupatlas.changelog.feed;

import io.vertx.core.buffer.Buffer;
import java.util.function.Function;
import org.startupatlas.changelog.read.ChangePage;
import org.startupatlas.changelog.read.LoggedChange;

/** Writes changes as server-sent events (WHATWG HTML, section 9.2). */
final class SseEncoder {

    /** A comment, which keeps the connection open and proves to the client that it is. */
    private static final String HEARTBEAT = ":\n\n";

    private SseEncoder() {}

    /** Returns the start of a stream: the reconnection delay and the id from which to resume. */
    static Buffer preamble(long retryMillis, long position) {
        return Buffer.buffer("retry: " + retryMillis + "\nid: " + position + "\n\n");
    }

    static Buffer heartbeat() {
        return Buffer.buffer(HEARTBEAT);
    }

    /**
     * Returns an event for each change. If the page ends with changes that are not shown, an id without data follows,
     * which dispatches no event but updates the client's last event id.
     *
     * @param position the revision that the client has reached
     * @param encoder writes a change as JSON on one line
     */
    static Buffer events(ChangePage page, long position, Function<LoggedChange, byte[]> encoder) {
        Buffer events = Buffer.buffer();
        long last = position;
        for (LoggedChange change : page.changes()) {
            events.appendString("id: " + change.revision() + "\nevent: change\ndata: ")
                    .appendBytes(encoder.apply(change))
                    .appendString("\n\n");
            last = change.revision();
        }
        if (page.nextSince() > last) {
            events.appendString("id: " + page.nextSince() + "\n\n");
        }
        return events;
    }
}

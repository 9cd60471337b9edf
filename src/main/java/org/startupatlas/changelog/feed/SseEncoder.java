package org.startupatlas.changelog.feed;

import io.vertx.core.buffer.Buffer;
import java.util.function.Function;
import org.startupatlas.changelog.read.ChangePage;
import org.startupatlas.changelog.read.LoggedChange;

/** Writes changes as server-sent events (WHATWG HTML, section 9.2). */
final class SseEncoder {

    /** A comment, which keeps the connection open and tells the client that it still is. */
    private static final String HEARTBEAT = ":\n\n";

    private SseEncoder() {}

    /** What a stream begins with: after how long to come back, and from where. */
    static Buffer beginning(long retryMillis, long position) {
        return Buffer.buffer("retry: " + retryMillis + "\nid: " + position + "\n\n");
    }

    static Buffer heartbeat() {
        return Buffer.buffer(HEARTBEAT);
    }

    /**
     * An event for each change. Where changes passed that are not shown, an id without data follows: no event to the
     * client, but the place from which it resumes.
     *
     * @param position where the client stands
     * @param text writes a change as JSON on one line
     */
    static Buffer events(ChangePage page, long position, Function<LoggedChange, byte[]> text) {
        Buffer events = Buffer.buffer();
        long last = position;
        for (LoggedChange change : page.changes()) {
            events.appendString("id: " + change.revision() + "\nevent: change\ndata: ")
                    .appendBytes(text.apply(change))
                    .appendString("\n\n");
            last = change.revision();
        }
        if (page.nextSince() > last) {
            events.appendString("id: " + page.nextSince() + "\n\n");
        }
        return events;
    }
}

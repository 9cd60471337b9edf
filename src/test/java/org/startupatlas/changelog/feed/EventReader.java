package org.startupatlas.changelog.feed;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.ChangesOf;
import org.startupatlas.testing.Metrics;
import org.startupatlas.testing.Polling;

/** A client of the stream that parses events like a browser's EventSource and blocks until the next one. */
final class EventReader implements Closeable {
    static final String STREAM = "/v1/changes/stream";

    /** Longer than any wait of a test. */
    private static final int TIMEOUT_MILLIS = 120_000;

    private final HttpURLConnection connection;
    private final BufferedReader lines;
    private String lastId;
    private int heartbeats;

    private EventReader(HttpURLConnection connection) throws IOException {
        this.connection = connection;
        this.lines = new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Opens a stream; {@code lastEventId} may be null. */
    static EventReader open(URI server, String path, String lastEventId) throws IOException {
        return openWith(lastEventId == null ? Map.of() : Map.of("Last-Event-ID", lastEventId), server, path);
    }

    /** Opens a stream with headers. */
    static EventReader openWith(Map<String, String> headers, URI server, String path) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) server.resolve(path).toURL().openConnection();
        connection.setReadTimeout(TIMEOUT_MILLIS);
        connection.setRequestProperty("Accept", "text/event-stream");
        headers.forEach(connection::setRequestProperty);
        return new EventReader(connection);
    }

    /** Opens a stream from an address. */
    static EventReader openFrom(String address, URI server, String path) throws IOException {
        return openWith(Map.of("X-Forwarded-For", address), server, path);
    }

    /** Returns one of four addresses; together they may open all streams for requests without a key. */
    static String address(int client) {
        return "198.18.0." + client % 4;
    }

    /** Waits until a number of streams are open. */
    static void awaitOpenStreams(int count) {
        Polling.until("open streams", () -> Metrics.value("atlas_streams_active"), open -> open == count);
    }

    String header(String name) {
        return connection.getHeaderField(name);
    }

    /** Reads a number of changes. */
    List<ChangesOf.Change> next(int count) throws IOException {
        List<ChangesOf.Change> changes = new ArrayList<>();
        while (changes.size() < count) {
            Event event = event();
            if (event.data != null) {
                ChangesOf.Change change = Atlas.json().readValue(event.data, ChangesOf.Change.class);
                if (!"change".equals(event.name) || !lastId.equals(String.valueOf(change.revision()))) {
                    throw new AssertionError(event + " with id " + lastId);
                }
                changes.add(change);
            }
        }
        return changes;
    }

    /** Reads until the last event id is at least a revision. */
    void readUpTo(long revision) throws IOException {
        while (lastId == null || Long.parseLong(lastId) < revision) {
            event();
        }
    }

    /** Reads until a number of heartbeats were received. */
    void awaitHeartbeats(int count) throws IOException {
        while (heartbeats < count) {
            event();
        }
    }

    /** Returns the id with which the client resumes. */
    String lastId() {
        return lastId;
    }

    private record Event(String name, String data) {}

    private Event event() throws IOException {
        String name = null;
        String data = null;
        for (String line = line(); !line.isEmpty(); line = line()) {
            if (line.startsWith(":")) {
                heartbeats++;
            } else if (line.startsWith("id: ")) {
                lastId = line.substring(4);
            } else if (line.startsWith("event: ")) {
                name = line.substring(7);
            } else if (line.startsWith("data: ")) {
                data = line.substring(6);
            } else if (!line.startsWith("retry: ")) {
                throw new AssertionError(line);
            }
        }
        return new Event(name, data);
    }

    private String line() throws IOException {
        String line = lines.readLine();
        if (line == null) {
            throw new IOException("the stream has ended");
        }
        return line;
    }

    @Override
    public void close() {
        connection.disconnect();
    }
}

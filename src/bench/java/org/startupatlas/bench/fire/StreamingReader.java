package org.startupatlas.bench.fire;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Copies all records by server-sent events; disconnects at random and resumes at any node. */
final class StreamingReader extends Reader {

    /** The maximum number of changes read from one connection. */
    private static final int MAX_CHANGES = 300;

    /** The pause between attempts to connect to a killed node. */
    private static final int PAUSE_MILLIS = 100;

    private final Api api;
    private final Random random;
    private final Journal journal;
    private String lastEventId;
    private volatile InputStream connection = InputStream.nullInputStream();

    StreamingReader(Api api, Random random, Journal journal) {
        this.api = api;
        this.random = random;
        this.journal = journal;
    }

    @Override
    void run() throws InterruptedException {
        while (!progress.isOver()) {
            try {
                connect();
            } catch (IOException broken) {
                journal.count("streams broken by the server");
                Thread.sleep(PAUSE_MILLIS);
            }
        }
    }

    private void connect() throws IOException, InterruptedException {
        String path = "/v1/changes/stream" + (lastEventId == null ? "?since=0" : "");
        Request request = Request.get(path).with("Accept", "text/event-stream");
        if (lastEventId != null) {
            request = request.with("Last-Event-ID", lastEventId);
        }
        HttpResponse<InputStream> response = api.open(api.any(random), request);
        try (InputStream stream = response.body()) {
            connection = stream;
            if (response.statusCode() == 503) {
                throw new IOException("not now");
            }
            if (response.statusCode() != 200) {
                throw new BrokenPromise("the stream answers " + response.statusCode());
            }
            read(new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8)));
        }
    }

    private void read(BufferedReader lines) throws IOException {
        int left = 1 + random.nextInt(MAX_CHANGES);
        String id = lastEventId;
        String data = null;
        while (left > 0) {
            String line = lines.readLine();
            if (line == null) {
                throw new IOException("the stream has ended");
            }
            if (line.startsWith("id: ")) {
                id = line.substring("id: ".length());
            } else if (line.startsWith("data: ")) {
                data = line.substring("data: ".length());
            } else if (line.isEmpty()) {
                // Only complete events count.
                lastEventId = id;
                if (data != null) {
                    take(LogEntry.of(Json.read(data)));
                    data = null;
                    left--;
                }
            }
        }
        journal.count("streams broken on purpose");
    }

    private void take(LogEntry change) {
        if (change.revision() != copy.position() + 1 || !lastEventId.equals(String.valueOf(change.revision()))) {
            throw new BrokenPromise("the stream has revision " + change.revision() + " with id " + lastEventId
                    + " behind " + copy.position());
        }
        copy.apply(change);
        progress.reach(change.revision());
    }

    /** Closes the connection that waits for changes. */
    void disconnect() throws IOException {
        connection.close();
    }

    @Override
    public String toString() {
        return "the reader of the stream";
    }
}

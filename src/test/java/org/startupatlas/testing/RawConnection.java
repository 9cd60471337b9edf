package org.startupatlas.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A connection for bytes that HTTP clients do not send. */
public final class RawConnection implements Closeable {
    /** Longer than any wait of a test. */
    private static final int TIMEOUT_MILLIS = 120_000;

    private final Socket socket;
    private final InputStream in;

    /** Connects to the server. */
    public RawConnection(URI server) throws IOException {
        this.socket = new Socket(server.getHost(), server.getPort());
        this.socket.setSoTimeout(TIMEOUT_MILLIS);
        this.in = socket.getInputStream();
    }

    /**
     * A response.
     *
     * @param headers by their names in lower case
     */
    public record Answer(int status, Map<String, String> headers, String body) {}

    /** Sends a request head, given by its lines. */
    public RawConnection send(String... lines) throws IOException {
        return sendBytes(String.join("\r\n", lines) + "\r\n\r\n");
    }

    /** Sends a text. */
    public RawConnection sendBytes(String text) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
        return this;
    }

    /** Reads a response with a {@code Content-Length}. */
    public Answer answer() throws IOException {
        String[] head = head().split("\r\n");
        Map<String, String> headers = new LinkedHashMap<>();
        for (int i = 1; i < head.length; i++) {
            String[] header = head[i].split(": *", 2);
            headers.put(header[0].toLowerCase(Locale.ROOT), header[1]);
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        assertEquals(length, body.getBytes(StandardCharsets.UTF_8).length, "the connection broke off");
        return new Answer(Integer.parseInt(head[0].split(" ")[1]), headers, body);
    }

    /** Reads until a line has the prefix. */
    public void awaitLine(String beginning) throws IOException {
        StringBuilder line = new StringBuilder();
        while (!line.toString().startsWith(beginning) || line.charAt(line.length() - 1) != '\n') {
            if (line.length() > 0 && line.charAt(line.length() - 1) == '\n') {
                line.setLength(0);
            }
            int next = in.read();
            if (next < 0) {
                throw new IOException("the connection ended before a line that begins with " + beginning);
            }
            line.append((char) next);
        }
    }

    /** Whether the server closes the connection without another byte. */
    public boolean ends() throws IOException {
        return in.read() < 0;
    }

    private String head() throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        String text = "";
        while (!text.endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("the connection was closed after: " + text);
            }
            head.write(next);
            text = head.toString(StandardCharsets.ISO_8859_1);
        }
        return text;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

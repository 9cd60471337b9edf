package org.startupatlas.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Sends requests that bypass the response cache: its key includes the Accept header, which is different in each of these
 * requests.
 */
public final class Uncached {
    private static final AtomicLong LAST = new AtomicLong();

    private Uncached() {}

    /** Returns the body of a path, which must have status 200. */
    public static byte[] bytes(String path) {
        return Atlas.bytes(path, "*/*, text/x-uncached-" + LAST.incrementAndGet() + ";q=0.1");
    }

    /** Reads the JSON of a path. */
    public static JsonNode tree(String path) {
        try {
            return Atlas.json().readTree(bytes(path));
        } catch (IOException unexpected) {
            throw new UncheckedIOException(path, unexpected);
        }
    }
}

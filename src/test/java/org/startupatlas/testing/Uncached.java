package org.startupatlas.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Requests whose answers are put together anew: answers are kept by what a request accepts, and each of these accepts
 * something else beside everything.
 */
public final class Uncached {
    private static final AtomicLong LAST = new AtomicLong();

    private Uncached() {}

    /** The body of the 200 that a path answers. */
    public static byte[] bytes(String path) {
        return Atlas.bytes(path, "*/*, text/x-uncached-" + LAST.incrementAndGet() + ";q=0.1");
    }

    /** What a path answers, as the JSON it is. */
    public static JsonNode tree(String path) {
        try {
            return Atlas.json().readTree(bytes(path));
        } catch (IOException unexpected) {
            throw new UncheckedIOException(path, unexpected);
        }
    }
}

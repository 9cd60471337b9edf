package org.startupatlas.write.request;

import java.time.Duration;
import java.util.Objects;

/**
 * Identifies the repetitions of a write.
 *
 * @param path the path of the request
 * @param name the value of {@code Idempotency-Key}
 * @param bodyHash distinguishes bodies
 */
public record IdempotencyKey(String path, String name, String bodyHash) {

    /** How long a key is remembered, of writes and of imports alike; documented in src/docs. */
    public static final Duration RETENTION = Duration.ofHours(24);

    public IdempotencyKey {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(bodyHash, "bodyHash");
    }
}

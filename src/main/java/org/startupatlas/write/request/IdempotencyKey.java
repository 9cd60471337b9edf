package org.startupatlas.write.request;

import java.util.Objects;

/**
 * By what a second try of the same write is known.
 *
 * @param path what was written to
 * @param name what the client calls the write
 * @param bodyHash tells one body from another
 */
public record IdempotencyKey(String path, String name, String bodyHash) {

    public IdempotencyKey {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(bodyHash, "bodyHash");
    }
}

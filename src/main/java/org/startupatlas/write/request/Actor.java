package org.startupatlas.write.request;

import java.util.Objects;
import java.util.UUID;

/**
 * Who writes.
 *
 * @param key the public id of the key
 * @param partner the one partner whose records the key may write; null when it may write all
 */
public record Actor(String key, UUID partner) {

    public Actor {
        Objects.requireNonNull(key, "key");
    }

    /** Whether only what belongs to one partner may be written. */
    public boolean isBound() {
        return partner != null;
    }
}

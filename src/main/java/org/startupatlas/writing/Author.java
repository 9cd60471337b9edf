package org.startupatlas.writing;

import java.util.Objects;
import java.util.UUID;

/**
 * Who writes.
 *
 * @param key the public id of the key
 * @param partner the one partner whose records the key may write; null when it may write all
 */
public record Author(String key, UUID partner) {

    public Author {
        Objects.requireNonNull(key, "key");
    }

    /** Whether only what belongs to one partner may be written. */
    boolean isBound() {
        return partner != null;
    }
}

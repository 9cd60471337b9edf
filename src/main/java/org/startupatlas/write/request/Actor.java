package org.startupatlas.write.request;

import java.util.Objects;
import java.util.UUID;

/**
 * The API key on whose behalf records are written.
 *
 * @param keyId the public id of the key
 * @param partner the only partner whose records the key may write; null if it may write all
 */
public record Actor(String keyId, UUID partner) {

    public Actor {
        Objects.requireNonNull(keyId, "keyId");
    }

    /** Returns whether only the records that belong to one partner may be written. */
    public boolean isBound() {
        return partner != null;
    }
}

package org.startupatlas.auth;

import java.util.Objects;
import java.util.UUID;

/**
 * Who asks, by the key that was sent.
 *
 * @param keyId the public id of the key, which the log names
 * @param role what the key may do
 * @param partner the organisation that a contributor writes for; null for the other roles
 */
public record Principal(String keyId, Role role, UUID partner) {

    /** The key that the settings name. */
    static final Principal OF_THE_SETTINGS = new Principal("admin", Role.ADMIN, null);

    public Principal {
        Objects.requireNonNull(keyId, "keyId");
        if ((role == Role.CONTRIBUTOR) == (partner == null)) {
            throw new IllegalArgumentException("a contributor, and nobody else, writes for a partner");
        }
    }
}

package org.startupatlas.auth;

import java.util.Objects;
import java.util.UUID;

/**
 * The authenticated key of a request.
 *
 * @param keyId the public id of the key, which the change log records
 * @param role the role of the key
 * @param partner the organisation that a contributor writes for; null for other roles
 */
public record Principal(String keyId, Role role, UUID partner) {

    /** The admin key of the configuration. */
    static final Principal CONFIGURED_ADMIN = new Principal("admin", Role.ADMIN, null);

    public Principal {
        Objects.requireNonNull(keyId, "keyId");
        if ((role == Role.CONTRIBUTOR) == (partner == null)) {
            throw new IllegalArgumentException("a contributor, and nobody else, writes for a partner");
        }
    }
}

package org.startupatlas.auth;

import java.time.Instant;
import java.util.UUID;

/**
 * The public data of an issued key.
 *
 * @param id the public id
 * @param name the name of the holder
 * @param role the role
 * @param partner the organisation that a contributor writes for; null for other roles, and if that partner was deleted
 * @param createdAt the time of issue
 * @param createdBy the public id of the key that issued it
 * @param rotatedAt the time of the last rotation; null if there was none
 * @param revokedAt the time of revocation; null if the key is valid
 */
public record IssuedKey(
        String id,
        String name,
        Role role,
        UUID partner,
        Instant createdAt,
        String createdBy,
        Instant rotatedAt,
        Instant revokedAt) {

    public boolean isRevoked() {
        return revokedAt != null;
    }
}

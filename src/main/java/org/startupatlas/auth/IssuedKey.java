package org.startupatlas.auth;

import java.time.Instant;
import java.util.UUID;

/**
 * A key that was issued, as admins see it.
 *
 * @param id its public id
 * @param name what its holder is called
 * @param role what it may do
 * @param partner the organisation that a contributor writes for; null for other roles, and when that is gone
 * @param createdAt when it was issued
 * @param createdBy the public id of the key that issued it
 * @param rotatedAt when it got the secret that it has; null if that is its first
 * @param revokedAt since when it opens nothing; null if it does
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

    /** Whether it opens nothing any more. */
    public boolean isRevoked() {
        return revokedAt != null;
    }
}

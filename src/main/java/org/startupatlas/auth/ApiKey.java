package org.startupatlas.auth;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** An issued key with the hash of its secret. */
@Entity
@Table(name = "api_key")
class ApiKey {

    @Id
    private String id;

    @Column(nullable = false)
    private String name;

    @Column(nullable = false)
    private String role;

    private UUID partner;

    @Column(nullable = false)
    private byte[] hash;

    @Column(nullable = false)
    private Instant createdAt;

    @Column(nullable = false)
    private String createdBy;

    private Instant rotatedAt;

    private Instant revokedAt;

    protected ApiKey() {}

    ApiKey(IssuedKey key, byte[] hash) {
        this.id = key.id();
        this.name = key.name();
        this.role = key.role().code();
        this.partner = key.partner();
        this.hash = hash;
        this.createdAt = key.createdAt();
        this.createdBy = key.createdBy();
    }
    /** Returns the public data of the key. */
    IssuedKey issued() {
        return new IssuedKey(
                id, name, Role.ofCode(role).orElseThrow(), partner, createdAt, createdBy, rotatedAt, revokedAt);
    }

    /** Returns whether the secret is that of this key. */
    boolean matches(Secret secret) {
        return secret.matches(hash);
    }

    /**
     * Returns the principal of the key if the secret matches and the key is neither revoked nor without its partner.
     */
    Optional<Principal> principal(Secret secret) {
        IssuedKey key = issued();
        boolean isOrphaned = key.role() == Role.CONTRIBUTOR && partner == null;
        return matches(secret) && !key.isRevoked() && !isOrphaned
                ? Optional.of(new Principal(id, key.role(), partner))
                : Optional.empty();
    }
}

package org.startupatlas.auth;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** The row of an issued key. */
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
}

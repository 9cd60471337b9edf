package org.startupatlas.testing;

import java.time.Instant;
import java.util.UUID;

/** The JSON of a key; {@code key} is null unless the secret is returned. */
public record KeyAnswer(
        String id,
        String name,
        String role,
        UUID partner,
        Instant createdAt,
        String createdBy,
        Instant rotatedAt,
        Instant revokedAt,
        String key) {}

package org.startupatlas.testing;

import java.time.Instant;
import java.util.UUID;

/** A key as the API answers it; {@code key} is null where the secret is not told. */
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

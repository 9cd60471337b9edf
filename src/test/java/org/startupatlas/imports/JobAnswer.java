package org.startupatlas.imports;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/** A job, as clients see it. */
public record JobAnswer(
        String id,
        String resource,
        String state,
        boolean dryRun,
        String mode,
        String onError,
        Rows rows,
        Bytes bytes,
        Long rowsPerSecond,
        Long secondsLeft,
        Instant createdAt,
        Instant startedAt,
        Instant endedAt,
        String createdBy,
        JsonNode detected,
        Problem problem,
        String report,
        Instant reportDeletedAt) {

    /** How many rows were read, and what became of them. */
    public record Rows(long read, long created, long updated, long unchanged, long refused) {}

    /** How much of the file was read. */
    public record Bytes(long read, long total) {}

    /** Why it ended early. */
    public record Problem(String code, String detail, Long line) {}
}

package org.startupatlas.imports;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/** The JSON of a job. */
public record JobAnswer(
        String id,
        String resource,
        String state,
        boolean dryRun,
        String mode,
        String onError,
        String conflict,
        boolean strict,
        String match,
        String source,
        String sourceUrl,
        String sourceDate,
        String confidence,
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

    /** The number of rows by result. */
    public record Rows(long read, long created, long updated, long unchanged, long refused) {}

    /** The bytes read of the file. */
    public record Bytes(long read, long total) {}

    /** Why the job ended early. */
    public record Problem(String code, String detail, Long line, String whatToDo) {}
}

package org.startupatlas.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.TestKeys;
import org.startupatlas.testing.Writes;

/** Files that tests have read in. */
public final class Imports {

    /** An id of no job. */
    static final String UNKNOWN_JOB = "019dadd7-e400-7000-8000-00000000dead";

    private static final Duration LONGEST = Duration.ofMinutes(20);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private Imports() {}

    /** A CSV, read in to its end. */
    public static JobAnswer csv(String pathAndQuery, String text) {
        return toEnd(send(202, pathAndQuery, "text/csv", text.getBytes(StandardCharsets.UTF_8)));
    }

    /** NDJSON, read in to its end. */
    public static JobAnswer ndjson(String pathAndQuery, String text) {
        return toEnd(send(202, pathAndQuery, "application/x-ndjson", text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Whatever sending a file answers, of that status. */
    public static Response send(int status, String pathAndQuery, String mediaType, byte[] file) {
        return send(status, TestKeys.ADMIN, pathAndQuery, mediaType, file);
    }

    /** Whatever sending a text with that key answers, of that status. */
    static Response send(int status, String key, String pathAndQuery, String mediaType, String text) {
        return send(status, key, pathAndQuery, mediaType, text.getBytes(StandardCharsets.UTF_8));
    }

    private static Response send(int status, String key, String pathAndQuery, String mediaType, byte[] file) {
        Response answer = Writes.of(key, mediaType).body(file).post("/v1/imports/" + pathAndQuery);
        assertEquals(status, answer.statusCode(), answer::asString);
        return answer;
    }

    /** The job that was answered, when it is over. */
    public static JobAnswer toEnd(Response accepted) {
        return toEnd(accepted.header("Location"));
    }

    /** A job, when it is over. */
    public static JobAnswer toEnd(String location) {
        Instant deadline = Instant.now().plus(LONGEST);
        JobAnswer job = find(location);
        while (job.endedAt() == null) {
            assertTrue(Instant.now().isBefore(deadline), "over by now: " + job);
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            job = find(location);
        }
        return job;
    }

    /** A job as it is. */
    static JobAnswer find(String location) {
        return Atlas.read(JobAnswer.class, asCurator(location));
    }

    /** The report of a job. */
    public static JsonNode report(JobAnswer job) {
        return Atlas.read(JsonNode.class, asCurator(job.report()));
    }

    /** Whatever a path answers to the first admin, who may do what curators may. */
    static Response asCurator(String path) {
        Response answer = TestKeys.asAdmin().get(path);
        assertEquals(200, answer.statusCode(), answer::asString);
        return answer;
    }
}

package org.startupatlas.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.Polling;
import org.startupatlas.testing.TestKeys;
import org.startupatlas.testing.Writes;

/** Sends files to import, and reads jobs and reports. */
public final class Imports {

    /** The id of no job. */
    static final String UNKNOWN_JOB = "019dadd7-e400-7000-8000-00000000dead";

    private static final Duration MAX_WAIT = Duration.ofMinutes(20);

    private Imports() {}

    /** Imports CSV; returns the ended job. */
    public static JobAnswer csv(String pathAndQuery, String text) {
        return awaitEnd(send(202, pathAndQuery, "text/csv", text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Imports NDJSON; returns the ended job. */
    public static JobAnswer ndjson(String pathAndQuery, String text) {
        return awaitEnd(send(202, pathAndQuery, "application/x-ndjson", text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Sends a file; returns the response, which must have the status. */
    public static Response send(int status, String pathAndQuery, String mediaType, byte[] file) {
        return send(status, TestKeys.ADMIN, pathAndQuery, mediaType, file);
    }

    /** Sends a text with an API key; returns the response, which must have the status. */
    static Response send(int status, String key, String pathAndQuery, String mediaType, String text) {
        return send(status, key, pathAndQuery, mediaType, text.getBytes(StandardCharsets.UTF_8));
    }

    private static Response send(int status, String key, String pathAndQuery, String mediaType, byte[] file) {
        Response answer = Writes.of(key, mediaType).body(file).post("/v1/imports/" + pathAndQuery);
        assertEquals(status, answer.statusCode(), answer::asString);
        return answer;
    }

    /** Waits for the end of the job of a response. */
    public static JobAnswer awaitEnd(Response accepted) {
        return awaitEnd(accepted.header("Location"));
    }

    /** Waits for the end of a job. */
    public static JobAnswer awaitEnd(String location) {
        return Polling.until(MAX_WAIT, "the job", () -> find(location), job -> job.endedAt() != null);
    }

    /** Returns a job. */
    static JobAnswer find(String location) {
        return Atlas.read(JobAnswer.class, asCurator(location));
    }

    /** Returns the report of a job. */
    public static JsonNode report(JobAnswer job) {
        return Atlas.read(JsonNode.class, asCurator(job.report()));
    }

    /** Returns the response of a path to the key of an admin, whose role includes curator. */
    static Response asCurator(String path) {
        Response answer = TestKeys.asAdmin().get(path);
        assertEquals(200, answer.statusCode(), answer::asString);
        return answer;
    }
}

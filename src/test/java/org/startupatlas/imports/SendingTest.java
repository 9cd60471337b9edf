package org.startupatlas.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.startupatlas.http.Limits;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.ForWriting;
import org.startupatlas.testing.Polling;
import org.startupatlas.testing.TestKeys;
import org.startupatlas.testing.Writes;

/** Tests truncated and endless bodies, and jobs stopped while queued: none of them leaves a file. */
@QuarkusTest
@TestProfile(ForWriting.class)
class SendingTest {

    private static final int TIMEOUT_MILLIS = 60_000;

    private static final byte[] FILE = Writes.bytes("name\nBroken Off\n");

    /** The size of the chunks of a body that is larger than allowed. */
    private static final int CHUNK = 1 << 20;

    @TestHTTPResource
    URI server;

    @Inject
    @ConfigProperty(name = "atlas.data-dir")
    Path data;

    @AfterEach
    void awaitNoFiles() throws IOException {
        Polling.until("stored files", this::files, List::isEmpty);
    }

    private List<Path> files() {
        try (Stream<Path> files = Files.list(Files.createDirectories(data.resolve("imports")))) {
            return files.toList();
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 1000\r\n\r\n%s", "Transfer-Encoding: chunked\r\n\r\n10\r\n%s\r\n3e8\r\n"})
    void truncatedBodyIsFailedJobAndCanBeRepeated(String sent) throws IOException {
        String name = UUID.randomUUID().toString();
        List<JobAnswer> before = jobs();
        try (Socket socket = connect("Idempotency-Key: " + name + "\r\n")) {
            socket.getOutputStream().write(Writes.bytes(sent.formatted(new String(FILE, StandardCharsets.UTF_8))));
            awaitStoredFile();
        }
        JobAnswer job = awaitNewJob(before);
        assertEquals("failed", job.state());
        assertEquals("body-cut", job.problem().code());
        assertNull(job.problem().line());
        assertEquals(new JobAnswer.Rows(0, 0, 0, 0, 0), job.rows());
        assertEquals(new JobAnswer.Bytes(0, FILE.length), job.bytes());
        assertEquals("startups", job.resource());
        assertEquals("admin", job.createdBy());
        assertNull(job.startedAt());
        assertTrue(job.detected().isNull());
        assertEquals(job, Imports.find("/v1/imports/" + job.id()));
        assertTrue(Imports.report(job).get("refused").isEmpty());
        JobAnswer french = Atlas.read(
                JobAnswer.class,
                TestKeys.asAdmin().header("Accept-Language", "fr").get("/v1/imports/" + job.id()));
        assertNotEquals(job.problem().detail(), french.problem().detail());

        Response again = Writes.of(TestKeys.ADMIN, "text/csv")
                .header("Idempotency-Key", name)
                .body(FILE)
                .post("/v1/imports/startups?dry_run=true");
        JobAnswer whole = Imports.awaitEnd(again);
        assertNotEquals(job.id(), whole.id());
        assertEquals("done", whole.state());
        assertEquals(1, whole.rows().created());
    }

    @Test
    void chunkedBodyIsRejectedAtLimit() throws IOException {
        List<JobAnswer> before = jobs();
        byte[] chunk = Writes.bytes("x".repeat(CHUNK));
        try (Socket socket = connect("Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n")) {
            OutputStream out = socket.getOutputStream();
            for (long sent = 0; sent <= Limits.MAX_IMPORT_BYTES; sent += CHUNK) {
                out.write(Writes.bytes(Integer.toHexString(CHUNK) + "\r\n"));
                out.write(chunk);
                out.write(Writes.bytes("\r\n"));
            }
            String readResponse = readResponse(socket.getInputStream());
            assertTrue(readResponse.startsWith("HTTP/1.1 413 "), readResponse);
            assertTrue(readResponse.contains("\"payload-too-large\""), readResponse);
        }
        assertEquals(before, jobs());
    }

    @Test
    void stoppedQueuedJobNeverRuns() {
        StringBuilder rows = new StringBuilder("name\n");
        for (int i = 0; i < 50_000; i++) {
            rows.append("To Be Waited For ").append(i).append('\n');
        }
        List<Response> ahead = new ArrayList<>();
        for (int i = 0; i < Limits.MAX_CONCURRENT_IMPORTS; i++) {
            ahead.add(Imports.send(202, "startups?dry_run=true", "text/csv", Writes.bytes(rows.toString())));
        }
        int others = files().size();
        Response waiting = Imports.send(202, "startups", "text/csv", Writes.bytes("name\nNever Begun\n"));
        Response stopped = TestKeys.asAdmin().delete(waiting.header("Location"));
        assertEquals(200, stopped.statusCode(), stopped::asString);
        JobAnswer job = Atlas.read(JobAnswer.class, stopped);
        assertEquals("stopped", job.state());
        assertEquals("stopped-by", job.problem().code());
        Polling.until("stored files", this::files, files -> files.stream()
                .noneMatch(file -> file.getFileName().toString().startsWith(job.id())));
        assertEquals(others, files().size(), "those ahead of it are over");
        for (Response each : ahead) {
            assertEquals("running", Imports.find(each.header("Location")).state());
            TestKeys.asAdmin().delete(each.header("Location"));
            Imports.awaitEnd(each);
        }
        JobAnswer after = Imports.csv("startups?dry_run=true", "name\nBehind It\n");
        assertEquals("done", after.state());
        assertEquals(job, Imports.find(waiting.header("Location")));
        assertNull(job.startedAt());
        assertEquals(new JobAnswer.Rows(0, 0, 0, 0, 0), job.rows());
        Atlas.get(404, "/v1/startups/never-begun");
    }

    /** Waits until the bytes sent are being stored. */
    private void awaitStoredFile() {
        Polling.until("stored files", this::files, files -> files.stream().anyMatch(SendingTest::hasBytes));
    }

    private static boolean hasBytes(Path file) {
        return file.toFile().length() == FILE.length;
    }

    private static JobAnswer awaitNewJob(List<JobAnswer> before) {
        return Polling.until(
                        "the new job",
                        () -> jobs().stream()
                                .filter(job -> !before.contains(job))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private static List<JobAnswer> jobs() {
        List<JobAnswer> jobs = new ArrayList<>();
        for (JsonNode job :
                Atlas.read(JsonNode.class, Imports.asCurator("/v1/imports")).get("data")) {
            jobs.add(Atlas.json().convertValue(job, JobAnswer.class));
        }
        return jobs;
    }

    /** Opens a connection, and sends the request line and headers with additional lines. */
    private Socket connect(String lines) throws IOException {
        Socket socket = new Socket(server.getHost(), server.getPort());
        socket.setSoTimeout(TIMEOUT_MILLIS);
        socket.getOutputStream()
                .write(Writes.bytes("POST /v1/imports/startups?dry_run=true HTTP/1.1\r\nHost: atlas\r\n"
                        + "Content-Type: text/csv\r\nAuthorization: Bearer " + TestKeys.ADMIN + "\r\n" + lines));
        return socket;
    }

    /** Reads the response up to the end of the problem. */
    private static String readResponse(InputStream in) throws IOException {
        StringBuilder readResponse = new StringBuilder();
        byte[] buffer = new byte[8_192];
        while (readResponse.indexOf("\r\n\r\n{") < 0 || readResponse.charAt(readResponse.length() - 1) != '}') {
            int read = in.read(buffer);
            assertTrue(read > 0, readResponse::toString);
            readResponse.append(new String(buffer, 0, read, StandardCharsets.UTF_8));
        }
        return readResponse.toString();
    }
}

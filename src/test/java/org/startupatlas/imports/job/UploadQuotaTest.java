package org.startupatlas.imports.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.startupatlas.imports.Imports;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.Limited;
import org.startupatlas.testing.Polling;
import org.startupatlas.testing.ProblemAnswer;
import org.startupatlas.testing.TestKeys;
import org.startupatlas.testing.Writes;

/** Tests the quota of a node, here two files and one MiB; rejected uploads leave nothing. */
@QuarkusTest
@TestProfile(Limited.class)
class UploadQuotaTest {
    private static final int KIB = 1 << 10;

    @TestHTTPResource
    URI server;

    @Inject
    @ConfigProperty(name = "atlas.data-dir")
    Path data;

    @Inject
    UploadStore uploads;

    private final List<Socket> sending = new ArrayList<>();

    @AfterEach
    void cutOffUploads() throws IOException {
        for (Socket socket : sending) {
            socket.close();
        }
        awaitFiles(0);
        assertEquals(
                "done",
                Imports.csv("startups?dry_run=true", "name\nRoom Again\n").state());
    }

    @Test
    void tooManyFilesAreRejectedUntilOneEnds() throws IOException {
        startUpload(1);
        startUpload(1);
        assertQuotaExceeded(send("name\nNo Place\n"));
        sending.remove(0).close();
        awaitFiles(1);
        Imports.awaitEnd(send("name\nNow A Place\n"));
    }

    @Test
    void tooManyBytesAreRejectedUntilOneEnds() throws IOException {
        startUpload(700 * KIB);
        assertQuotaExceeded(send("name\n" + "x".repeat(400 * KIB)));
        awaitFiles(1);
        Imports.awaitEnd(send("name\nSmall Enough\n"));
    }

    @Test
    void fileLargerThanQuotaIsTooLarge() {
        assertEquals(413, send("name\n" + "x".repeat(1_100 * KIB)).statusCode());
    }

    @Test
    void limitsAreListedInMeta() {
        JsonNode limits = Atlas.tree("/v1/meta").get("limits");
        assertEquals(2, limits.get("imports").intValue());
        assertEquals(KIB * KIB, limits.get("imports_bytes").intValue());
    }

    /** Like the start of a process after another one was killed. */
    @Test
    void abandonedFilesAreAdoptedOrRemoved() throws IOException {
        Path folder = Files.createDirectories(data.resolve("imports"));
        UUID adopted = UUID.randomUUID();
        Files.writeString(folder.resolve(adopted.toString()), "name\n");
        Files.writeString(folder.resolve(UUID.randomUUID().toString()), "name\n");
        Files.writeString(folder.resolve(UUID.randomUUID() + ".lock"), "");
        UUID locked = UUID.randomUUID();
        Files.writeString(folder.resolve(locked.toString()), "name\n");
        Files.writeString(folder.resolve(locked + ".lock"), "");
        List<UUID> offered = new ArrayList<>();
        uploads.adoptAbandoned(id -> {
            offered.add(id);
            return id.equals(adopted);
        });
        assertEquals(3, offered.size());
        assertEquals(
                List.of(adopted.toString(), adopted + ".lock"),
                files().stream()
                        .map(Path::getFileName)
                        .map(Path::toString)
                        .sorted()
                        .toList());
        uploads.remove(adopted);
    }

    private Response send(String file) {
        return Writes.of(TestKeys.ADMIN, "text/csv")
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post("/v1/imports/startups?dry_run=true");
    }

    private static void assertQuotaExceeded(Response refused) {
        ProblemAnswer problem = Atlas.problem(503, refused);
        assertEquals("too-many-imports", problem.code());
        assertTrue(Integer.parseInt(refused.header("Retry-After")) > 0);
    }

    /** Sends a number of bytes of a file, without its end. */
    private void startUpload(int bytes) throws IOException {
        int before = files().size();
        Socket socket = new Socket(server.getHost(), server.getPort());
        sending.add(socket);
        socket.getOutputStream()
                .write(("POST /v1/imports/startups?dry_run=true HTTP/1.1\r\nHost: atlas\r\nContent-Type: text/csv\r\n"
                                + "Authorization: Bearer " + TestKeys.ADMIN + "\r\nContent-Length: 900000\r\n\r\n"
                                + "x".repeat(bytes))
                        .getBytes(StandardCharsets.UTF_8));
        Polling.until("stored files", this::files, files -> files.size() > before && largest(files) >= bytes);
    }

    private void awaitFiles(int sent) {
        Polling.until("stored files", this::files, files -> files.size() == 2 * sent);
    }

    private static long largest(List<Path> files) {
        return files.stream().mapToLong(file -> file.toFile().length()).max().orElse(0);
    }

    /** Returns the files and their lock files. */
    private List<Path> files() {
        try (Stream<Path> files = Files.list(Files.createDirectories(data.resolve("imports")))) {
            return files.toList();
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}

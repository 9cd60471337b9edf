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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.startupatlas.imports.Imports;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.Limited;
import org.startupatlas.testing.ProblemAnswer;
import org.startupatlas.testing.TestKeys;
import org.startupatlas.testing.Writes;

/** A node has room for two files here, and for one MiB; what gets no room leaves nothing. */
@QuarkusTest
@TestProfile(Limited.class)
class UploadQuotaTest {
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);
    private static final int KIB = 1 << 10;

    @TestHTTPResource
    URI server;

    @Inject
    @ConfigProperty(name = "atlas.data-dir")
    Path data;

    @Inject
    UploadStore spool;

    private final List<Socket> sending = new ArrayList<>();

    @AfterEach
    void whatIsBeingSentBreaksOffAndNothingIsLeft() throws IOException {
        for (Socket socket : sending) {
            socket.close();
        }
        awaitFiles(0);
        assertEquals(
                "done",
                Imports.csv("startups?dry_run=true", "name\nRoom Again\n").state());
    }

    @Test
    void aFileBeyondTheMostIsTriedAgainLater() throws IOException {
        beginToSend(1);
        beginToSend(1);
        assertNoRoom(send("name\nNo Place\n"));
        sending.remove(0).close();
        awaitFiles(1);
        Imports.toEnd(send("name\nNow A Place\n"));
    }

    @Test
    void aFileForWhichThereIsNotEnoughOfTheDiskIsTriedAgainLater() throws IOException {
        beginToSend(700 * KIB);
        assertNoRoom(send("name\n" + "x".repeat(400 * KIB)));
        awaitFiles(1);
        Imports.toEnd(send("name\nSmall Enough\n"));
    }

    @Test
    void aFileThatIsLargerThanAllTheRoomIsTooLarge() {
        assertEquals(413, send("name\n" + "x".repeat(1_100 * KIB)).statusCode());
    }

    @Test
    void theLimitsAreTold() {
        JsonNode limits = Atlas.tree("/v1/meta").get("limits");
        assertEquals(2, limits.get("imports").intValue());
        assertEquals(KIB * KIB, limits.get("imports_bytes").intValue());
    }

    /** As a process does when it starts, of what one has left that was killed. */
    @Test
    void whatAProcessHasLeftIsTakenAwayOrTakenOver() throws IOException {
        Path folder = Files.createDirectories(data.resolve("imports"));
        UUID useful = UUID.randomUUID();
        Files.writeString(folder.resolve(useful.toString()), "name\n");
        Files.writeString(folder.resolve(UUID.randomUUID().toString()), "name\n");
        Files.writeString(folder.resolve(UUID.randomUUID() + ".lock"), "");
        UUID locked = UUID.randomUUID();
        Files.writeString(folder.resolve(locked.toString()), "name\n");
        Files.writeString(folder.resolve(locked + ".lock"), "");
        List<UUID> asked = new ArrayList<>();
        spool.takeOver(id -> {
            asked.add(id);
            return id.equals(useful);
        });
        assertEquals(3, asked.size());
        assertEquals(
                List.of(useful.toString(), useful + ".lock"),
                files().stream()
                        .map(Path::getFileName)
                        .map(Path::toString)
                        .sorted()
                        .toList());
        spool.remove(useful);
    }

    private Response send(String file) {
        return Writes.of(TestKeys.ADMIN, "text/csv")
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post("/v1/imports/startups?dry_run=true");
    }

    private static void assertNoRoom(Response refused) {
        ProblemAnswer problem = Atlas.problem(503, refused);
        assertEquals("too-many-imports", problem.code());
        assertTrue(Integer.parseInt(refused.header("Retry-After")) > 0);
    }

    /** Sends so many bytes of a file, and not its end. */
    private void beginToSend(int bytes) throws IOException {
        int before = files().size();
        Socket socket = new Socket(server.getHost(), server.getPort());
        sending.add(socket);
        socket.getOutputStream()
                .write(("POST /v1/imports/startups?dry_run=true HTTP/1.1\r\nHost: atlas\r\nContent-Type: text/csv\r\n"
                                + "Authorization: Bearer " + TestKeys.ADMIN + "\r\nContent-Length: 900000\r\n\r\n"
                                + "x".repeat(bytes))
                        .getBytes(StandardCharsets.UTF_8));
        Instant deadline = Instant.now().plus(LONGEST);
        while (files().size() == before || stored() < bytes) {
            assertTrue(Instant.now().isBefore(deadline), "it has not come");
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    private void awaitFiles(int sent) {
        Instant deadline = Instant.now().plus(LONGEST);
        while (files().size() != 2 * sent) {
            assertTrue(Instant.now().isBefore(deadline), () -> "left: " + files());
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    private long stored() {
        return files().stream().mapToLong(file -> file.toFile().length()).max().orElse(0);
    }

    /** Each with its lock. */
    private List<Path> files() {
        try (Stream<Path> files = Files.list(Files.createDirectories(data.resolve("imports")))) {
            return files.toList();
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}

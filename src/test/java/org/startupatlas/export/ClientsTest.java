package org.startupatlas.export;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.Limited;
import org.startupatlas.testing.Metrics;
import org.startupatlas.testing.Polling;
import org.startupatlas.testing.StartupBatches;
import org.startupatlas.testing.TestDatabase;
import org.startupatlas.testing.TestKeys;

/** Tests clients of exports that do not read, that disconnect, and that are too many. */
@QuarkusTest
@TestProfile(Limited.class)
class ClientsTest {
    private static final String STARTUPS = "/v1/exports/startups";

    /** The written startups alone: a first batch of small ones would make the next batch hold all of these. */
    private static final String LONG_STARTUPS = STARTUPS + "?city=Zagora";

    /** Together with the headers, more than the buffers of a socket hold. */
    private static final int RECORDS = 400;

    private static final String LONG_TEXT = "a long text, ".repeat(4_000);

    /** Ends a complete chunked body (RFC 9112, section 7.1). */
    private static final String LAST_CHUNK = "0\r\n\r\n";

    /** The pause of a slow client between two reads, short enough that it is not disconnected. */
    private static final Duration BETWEEN_TAKES = Duration.ofMillis(50);

    @TestHTTPResource
    URI server;

    @Inject
    DataSource database;

    @Inject
    StartupBatches startups;

    @Inject
    ExportRoute route;

    private final List<Socket> sockets = new ArrayList<>();

    @BeforeEach
    void writeStartups() {
        while (Atlas.total("/v1/startups?city=Zagora&limit=1") < RECORDS) {
            startups.write(50, "Zagora", LONG_TEXT);
        }
    }

    @AfterEach
    void closeExports() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
        awaitOpenExports(0);
    }

    @Test
    void clientThatDoesNotReadIsDisconnected() throws IOException {
        List<Socket> slow = new ArrayList<>();
        for (int i = 0; i < Limited.EXPORTS; i++) {
            slow.add(ask(STARTUPS + "?format=csv", 4_096, address(i)));
        }
        awaitOpenExports(Limited.EXPORTS);
        Response refused = given().get(STARTUPS);
        assertEquals(503, refused.statusCode());
        assertEquals("2", refused.header("Retry-After"));
        assertEquals("too-many-exports", refused.jsonPath().getString("code"));
        // More exports than database connections: exports hold none.
        assertTrue(Limited.EXPORTS > Limited.CONNECTIONS);
        assertEquals(200, given().get("/v1/startups?limit=200&total=true").statusCode());
        awaitOpenExports(0);
        for (Socket socket : slow) {
            assertIsBroken(socket);
        }
        assertEquals(200, given().get("/v1/exports/sites").statusCode());
    }

    @Test
    void permitsAreLimitedByAddressAndReservedForKeys() throws IOException {
        for (int i = 0; i < Limited.EXPORTS_PER_ADDRESS; i++) {
            ask(STARTUPS, 4_096, "198.18.1.1");
        }
        awaitOpenExports(Limited.EXPORTS_PER_ADDRESS);
        Response refused = given().header("X-Forwarded-For", "198.18.1.1").get("/v1/exports/sites");
        assertEquals(
                "too-many-exports-of-client",
                Atlas.problem(429, refused).errors().get(0).code());
        assertEquals("2", refused.header("Retry-After"));
        assertEquals(200, given().get("/v1/exports/sites?manifest=true").statusCode());
        for (int i = Limited.EXPORTS_PER_ADDRESS; i < Limited.EXPORTS; i++) {
            ask(STARTUPS, 4_096, "198.18.1.2");
        }
        awaitOpenExports(Limited.EXPORTS);
        assertEquals(503, given().get("/v1/exports/sites").statusCode());
        assertEquals(
                401,
                given().header("X-API-Key", "wrong").get("/v1/exports/sites").statusCode());
        assertEquals(200, TestKeys.asAdmin().get("/v1/exports/sites").statusCode());
    }

    @Test
    void whoGoesAwayLeavesNothingBehind() throws IOException {
        for (int round = 0; round < 3; round++) {
            List<Socket> clients = new ArrayList<>();
            for (int i = 0; i < Limited.EXPORTS; i++) {
                clients.add(ask(
                        STARTUPS + List.of("", "?manifest=true", "?format=xlsx").get(i % 3), 4_096, address(i)));
            }
            for (Socket client : clients) {
                client.close();
            }
            awaitOpenExports(0);
        }
    }

    @Test
    void slowClientGetsTheWholeExport() throws IOException {
        Socket client = ask(LONG_STARTUPS, 128 * 1_024);
        InputStream in = client.getInputStream();
        StringBuilder end = new StringBuilder();
        Instant begun = Instant.now();
        while (!end.toString().endsWith(LAST_CHUNK)) {
            byte[] taken = in.readNBytes(256 * 1_024);
            assertTrue(taken.length > 0, "cut off");
            end.append(new String(taken, StandardCharsets.ISO_8859_1));
            end.delete(0, Math.max(0, end.length() - LAST_CHUNK.length()));
            LockSupport.parkNanos(BETWEEN_TAKES.toNanos());
        }
        assertTrue(Duration.between(begun, Instant.now()).compareTo(Duration.ofSeconds(2)) > 0, "it was too fast");
    }

    @Test
    void failedExportIsTruncatedAndFreesItsPermit() throws IOException, SQLException {
        for (int i = 0; i <= Limited.EXPORTS; i++) {
            Socket client = ask(LONG_STARTUPS + (i % 2 == 0 ? "" : "&format=csv"));
            byte[] begun = client.getInputStream().readNBytes("HTTP/1.1 200".length());
            assertEquals("HTTP/1.1 200", new String(begun, StandardCharsets.US_ASCII));
            TestDatabase.execute(database, "alter table startup rename to startup_away");
            try {
                assertFalse(rest(client).endsWith(LAST_CHUNK));
                assertEquals(500, given().get(STARTUPS + "?manifest=true").statusCode());
            } finally {
                TestDatabase.execute(database, "alter table startup_away rename to startup");
            }
            awaitOpenExports(0);
        }
        assertTrue(rest(ask(LONG_STARTUPS)).endsWith(LAST_CHUNK));
        assertEquals(200, given().get(STARTUPS + "?manifest=true").statusCode());
    }

    @Test
    void shutdownTruncatesExports() throws IOException {
        Socket client = ask(STARTUPS);
        byte[] begun = client.getInputStream().readNBytes("HTTP/1.1 200".length());
        assertEquals("HTTP/1.1 200", new String(begun, StandardCharsets.US_ASCII));
        route.stop(new ShutdownEvent());
        assertFalse(rest(client).endsWith(LAST_CHUNK));
    }

    /** Asserts that the received body is incomplete. */
    private static void assertIsBroken(Socket socket) throws IOException {
        String body = rest(socket);
        assertTrue(body.startsWith("HTTP/1.1 200"), body.substring(0, Math.min(body.length(), 200)));
        assertFalse(body.endsWith(LAST_CHUNK));
    }

    /** Reads until the connection is closed. */
    private static String rest(Socket socket) throws IOException {
        StringBuilder body = new StringBuilder();
        byte[] buffer = new byte[65_536];
        try {
            InputStream in = socket.getInputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                body.append(new String(buffer, 0, read, StandardCharsets.ISO_8859_1));
            }
        } catch (SocketException reset) {
            // a reset also ends the body
        }
        return body.toString();
    }

    private Socket ask(String path) throws IOException {
        return ask(path, 4_096);
    }

    private Socket ask(String path, int receiveBuffer) throws IOException {
        return ask(path, receiveBuffer, "198.18.0.9");
    }

    /** Returns one of two addresses; together they may hold all permits. */
    private static String address(int client) {
        return "198.18.0." + client % 2;
    }

    private Socket ask(String path, int receiveBuffer, String address) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(receiveBuffer);
        socket.connect(new InetSocketAddress(server.getHost(), server.getPort()));
        sockets.add(socket);
        socket.getOutputStream()
                .write(("GET " + path + " HTTP/1.1\r\nHost: atlas\r\nX-Forwarded-For: " + address
                                + "\r\nConnection: close\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /** Waits until a number of exports are open. */
    private static void awaitOpenExports(int count) {
        Polling.until("open exports", () -> Metrics.value("atlas_exports_active"), open -> open == count);
    }
}

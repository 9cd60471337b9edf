package org.startupatlas.changelog.feed;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.startupatlas.changelog.feed.EventReader.STREAM;
import static org.startupatlas.changelog.feed.EventReader.address;
import static org.startupatlas.changelog.feed.EventReader.awaitOpenStreams;
import static org.startupatlas.changelog.feed.EventReader.openFrom;
import static org.startupatlas.testing.StartupBatches.LONG_TEXT;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.ChangesOf;
import org.startupatlas.testing.H2Only;
import org.startupatlas.testing.Limited;
import org.startupatlas.testing.Metrics;
import org.startupatlas.testing.ProblemAnswer;
import org.startupatlas.testing.StartupBatches;
import org.startupatlas.testing.TestKeys;

/** Tests the limits on concurrent streams, and that slow or disconnected clients free their permits. They do not depend on the database. */
@H2Only
@QuarkusTest
@TestProfile(Limited.class)
class StreamLimitsTest {
    @TestHTTPResource
    URI server;

    @Inject
    StartupBatches startups;

    private final List<Socket> sockets = new ArrayList<>();

    @BeforeEach
    @AfterEach
    void closeStreams() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
        sockets.clear();
        awaitOpenStreams(0);
    }

    @Test
    void slowReadersBlockNobodyAndAreDisconnected() throws IOException {
        // More than the buffers of the sockets hold for clients that do not read.
        for (int i = 0; i < 24; i++) {
            startups.write(8, null, LONG_TEXT);
        }
        for (int i = 0; i < Limited.STREAMS - 2; i++) {
            slowReader(address(i));
        }
        awaitOpenStreams(Limited.STREAMS - 2);
        long reached = ChangesOf.latestRevision();
        try (EventReader fast = EventReader.open(server, STREAM + "?since=0", null)) {
            assertEquals(reached, fast.next((int) reached).size());
            UUID id = startups.write(1, null, LONG_TEXT).get(0);
            assertEquals(id.toString(), fast.next(1).get(0).id());
            assertEquals(200, given().get("/v1/startups/" + id).statusCode());
            awaitOpenStreams(1);
        }
    }

    @Test
    void disconnectFreesThePermit() throws IOException {
        for (int round = 0; round < 3; round++) {
            List<EventReader> clients = new ArrayList<>();
            for (int i = 0; i < Limited.STREAMS; i++) {
                clients.add(openFrom(address(i), server, STREAM + "?since=0"));
            }
            awaitOpenStreams(Limited.STREAMS);
            assertNoPermit(given().get(STREAM));
            clients.forEach(EventReader::close);
            awaitOpenStreams(0);
        }
    }

    @Test
    void permitsOfAnAddressAreLimited() throws IOException {
        List<EventReader> clients = new ArrayList<>();
        for (int i = 0; i < Limited.STREAMS_PER_ADDRESS; i++) {
            clients.add(openFrom("198.18.1.1", server, STREAM));
        }
        double refusals = refused("client_full");
        Response refused = given().header("X-Forwarded-For", "198.18.1.1").get(STREAM);
        ProblemAnswer problem = Atlas.problem(429, refused);
        assertEquals("too-many-requests", problem.code());
        assertEquals("too-many-streams-of-client", problem.errors().get(0).code());
        assertEquals("2", refused.header("Retry-After"));
        assertEquals(refusals + 1, refused("client_full"));
        clients.add(openFrom("198.18.1.2", server, STREAM));
        clients.add(withAdminKey("198.18.1.1"));
        clients.remove(0).close();
        awaitOpenStreams(Limited.STREAMS_PER_ADDRESS + 1);
        clients.add(openFrom("198.18.1.1", server, STREAM));
        clients.forEach(EventReader::close);
    }

    @Test
    void permitsAreReservedForRequestsWithAKey() throws IOException {
        List<EventReader> clients = new ArrayList<>();
        for (int i = 0; i < Limited.STREAMS; i++) {
            clients.add(openFrom(address(i), server, STREAM));
        }
        double refusals = refused("full");
        assertNoPermit(given().get(STREAM));
        assertEquals(401, given().header("X-API-Key", "wrong").get(STREAM).statusCode());
        for (int i = 0; i < Limited.STREAMS_KEPT_FOR_KEYS; i++) {
            clients.add(withAdminKey(address(0)));
        }
        assertNoPermit(TestKeys.asAdmin().get(STREAM));
        assertEquals(refusals + 2, refused("full"));
        clients.forEach(EventReader::close);
    }

    @Test
    void everyEndOfARequestFreesItsPermit() throws IOException {
        for (int i = 0; i < 2 * Limited.STREAMS_PER_ADDRESS; i++) {
            assertEquals(400, given().get(STREAM + "?since=x").statusCode());
            assertEquals(406, given().accept("application/json").get(STREAM).statusCode());
            assertEquals(200, given().head(STREAM).statusCode());
            assertEquals(200, TestKeys.asAdmin().head(STREAM).statusCode());
            try (Socket gone = ask("198.18.0.1", "X-API-Key: " + TestKeys.ADMIN + "\r\n")) {
                assertTrue(gone.isConnected());
            }
        }
        awaitOpenStreams(0);
        List<EventReader> clients = new ArrayList<>();
        for (int i = 0; i < Limited.STREAMS; i++) {
            clients.add(openFrom(address(i), server, STREAM));
        }
        for (int i = 0; i < Limited.STREAMS_KEPT_FOR_KEYS; i++) {
            clients.add(withAdminKey(address(0)));
        }
        clients.forEach(EventReader::close);
    }

    /** Opens a stream of all changes and reads nothing. */
    private void slowReader(String address) throws IOException {
        sockets.add(ask(address, ""));
    }

    private Socket ask(String address, String headers) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4_096);
        socket.connect(new InetSocketAddress(server.getHost(), server.getPort()));
        socket.getOutputStream()
                .write(("GET " + STREAM + "?since=0 HTTP/1.1\r\nHost: atlas\r\nX-Forwarded-For: " + address + "\r\n"
                                + headers + "\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private EventReader withAdminKey(String address) throws IOException {
        return EventReader.openWith(Map.of("X-Forwarded-For", address, "X-API-Key", TestKeys.ADMIN), server, STREAM);
    }

    private static void assertNoPermit(Response refused) {
        assertEquals("too-many-streams", Atlas.problem(503, refused).code());
        assertEquals("2", refused.header("Retry-After"));
    }

    private static double refused(String reason) {
        return Metrics.value("atlas_streams_refused_total{reason=\"" + reason + "\"}");
    }
}

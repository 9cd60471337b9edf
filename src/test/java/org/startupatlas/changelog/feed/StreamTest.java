package org.startupatlas.changelog.feed;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.ShutdownEvent;
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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.startupatlas.changelog.RevisionTracker;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.ChangesOf;
import org.startupatlas.testing.Limited;
import org.startupatlas.testing.ProblemAnswer;
import org.startupatlas.testing.TestKeys;
import org.startupatlas.testing.Writes;

@QuarkusTest
@TestProfile(Limited.class)
class StreamTest {
    private static final String STREAM = "/v1/changes/stream";
    private static final Pattern OPEN = Pattern.compile("(?m)^atlas_streams ([0-9.]+)");

    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);

    @TestHTTPResource
    URI server;

    @Inject
    NewStartups startups;

    @Inject
    StreamRoute route;

    @Inject
    RevisionTracker watch;

    private final List<Socket> sockets = new ArrayList<>();

    @BeforeEach
    @AfterEach
    void noStreamIsLeftOpen() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
        sockets.clear();
        awaitOpen(0);
    }

    @Test
    void everythingComesInOrderAndOnce() throws IOException {
        long reached = reached();
        try (EventReader client = EventReader.open(server, STREAM + "?since=0", null)) {
            assertEquals("text/event-stream", client.header("Content-Type"));
            assertEquals("no-store", client.header("Cache-Control"));
            List<ChangesOf.Change> streamed = client.next((int) reached);
            assertEquals(ChangesOf.walk("/v1/changes?limit=1000", 0), streamed);
            assertEquals(
                    LongStream.rangeClosed(1, reached).boxed().toList(),
                    streamed.stream().map(ChangesOf.Change::revision).toList());
        }
    }

    @Test
    void withoutABeginningItTellsWhatHappensFromNowOn() throws IOException {
        long reached = reached();
        try (EventReader client = EventReader.open(server, STREAM, null)) {
            client.readUpTo(reached);
            UUID id = startups.write(1).get(0);
            ChangesOf.Change change = client.next(1).get(0);
            assertEquals(id.toString(), change.id());
            assertEquals(reached + 1, change.revision());
            assertEquals(Atlas.tree("/v1/startups/" + id), change.record());
        }
    }

    @Test
    void aBrokenStreamIsResumedWhereItBroke() throws IOException {
        long reached = reached();
        List<ChangesOf.Change> all = new ArrayList<>();
        String last = "0";
        while (all.size() < reached) {
            // Last-Event-ID beats since, which browsers send again each time.
            try (EventReader client = EventReader.open(server, STREAM + "?since=5", last)) {
                all.addAll(client.next((int) Math.min(90, reached - all.size())));
                last = client.lastId();
            }
        }
        assertEquals(ChangesOf.walk("/v1/changes?limit=1000", 0), all);
    }

    @Test
    void aFilteredStreamTellsWhereItStandsThoughNothingIsShown() throws IOException {
        String path = STREAM + "?resource=partners&country=FR";
        try (EventReader client = EventReader.open(server, path + "&since=0", null)) {
            long reached = reached();
            List<ChangesOf.Change> expected = ChangesOf.walk("/v1/changes?resource=partners&country=FR&limit=1000", 0);
            assertTrue(expected.size() > 0);
            assertEquals(expected, client.next(expected.size()));
            client.readUpTo(reached);
            startups.write(1);
            client.readUpTo(reached + 1);
        }
    }

    @Test
    void aTimeIsABeginningToo() throws IOException {
        Instant at = ChangesOf.page("/v1/changes?limit=1").data().get(0).at();
        try (EventReader client = EventReader.open(server, STREAM + "?since=" + at.minusMillis(1), null)) {
            assertEquals(1, client.next(1).get(0).revision());
        }
    }

    @Test
    void anIdleStreamSaysThatItIsThere() throws IOException {
        try (EventReader client = EventReader.open(server, STREAM, null)) {
            client.awaitHeartbeats(3);
        }
    }

    @Test
    void aListenerOfTheLogThatFailsStarvesNoStream() throws IOException {
        List<Runnable> failing = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            int number = i;
            failing.add(() -> {
                throw new IllegalStateException("listener " + number + " of a test");
            });
        }
        failing.forEach(watch::subscribe);
        try (EventReader client = EventReader.open(server, STREAM, null)) {
            JsonNode written = Writes.create(JsonNode.class, "/v1/startups", "{\"name\":\"Told All The Same\"}");
            assertEquals(written.get("id").textValue(), client.next(1).get(0).id());
        } finally {
            failing.forEach(watch::unsubscribe);
        }
    }

    @Test
    void whoReadsSlowlyHindersNobodyAndGivesUpItsPlace() throws IOException {
        // More than what the machine's own buffers take between the server and those who do not read.
        for (int i = 0; i < 24; i++) {
            startups.write(8);
        }
        for (int i = 0; i < Limited.STREAMS - 2; i++) {
            slowReader(address(i));
        }
        awaitOpen(Limited.STREAMS - 2);
        long reached = reached();
        try (EventReader fast = EventReader.open(server, STREAM + "?since=0", null)) {
            assertEquals(reached, fast.next((int) reached).size());
            UUID id = startups.write(1).get(0);
            assertEquals(id.toString(), fast.next(1).get(0).id());
            assertEquals(200, given().get("/v1/startups/" + id).statusCode());
            awaitOpen(1);
        }
    }

    @Test
    void whoGoesAwayLeavesNothingBehind() throws IOException {
        for (int round = 0; round < 3; round++) {
            List<EventReader> clients = new ArrayList<>();
            for (int i = 0; i < Limited.STREAMS; i++) {
                clients.add(from(address(i), STREAM + "?since=0"));
            }
            awaitOpen(Limited.STREAMS);
            assertNoPlace(given().get(STREAM));
            clients.forEach(EventReader::close);
            awaitOpen(0);
        }
    }

    @Test
    void anAddressHoldsOnlySomeOfThePlaces() throws IOException {
        List<EventReader> clients = new ArrayList<>();
        for (int i = 0; i < Limited.STREAMS_PER_ADDRESS; i++) {
            clients.add(from("198.18.1.1", STREAM));
        }
        double refusals = refused("client_full");
        Response refused = given().header("X-Forwarded-For", "198.18.1.1").get(STREAM);
        ProblemAnswer problem = Atlas.problem(429, refused);
        assertEquals("too-many-requests", problem.code());
        assertEquals("too-many-streams-of-client", problem.errors().get(0).code());
        assertEquals("2", refused.header("Retry-After"));
        assertEquals(refusals + 1, refused("client_full"));
        clients.add(from("198.18.1.2", STREAM));
        clients.add(withAdminKey("198.18.1.1"));
        clients.remove(0).close();
        awaitOpen(Limited.STREAMS_PER_ADDRESS + 1);
        clients.add(from("198.18.1.1", STREAM));
        clients.forEach(EventReader::close);
    }

    @Test
    void somePlacesAreKeptForRequestsWithAKey() throws IOException {
        List<EventReader> clients = new ArrayList<>();
        for (int i = 0; i < Limited.STREAMS; i++) {
            clients.add(from(address(i), STREAM));
        }
        double refusals = refused("full");
        assertNoPlace(given().get(STREAM));
        assertEquals(401, given().header("X-API-Key", "wrong").get(STREAM).statusCode());
        for (int i = 0; i < Limited.STREAMS_KEPT_FOR_KEYS; i++) {
            clients.add(withAdminKey(address(0)));
        }
        assertNoPlace(TestKeys.asAdmin().get(STREAM));
        assertEquals(refusals + 2, refused("full"));
        clients.forEach(EventReader::close);
    }

    @Test
    void everyEndOfARequestFreesItsPlace() throws IOException {
        for (int i = 0; i < 2 * Limited.STREAMS_PER_ADDRESS; i++) {
            assertEquals(400, given().get(STREAM + "?since=x").statusCode());
            assertEquals(406, given().accept("application/json").get(STREAM).statusCode());
            assertEquals(200, given().head(STREAM).statusCode());
            assertEquals(200, TestKeys.asAdmin().head(STREAM).statusCode());
            try (Socket gone = ask("198.18.0.1", "X-API-Key: " + TestKeys.ADMIN + "\r\n")) {
                assertTrue(gone.isConnected());
            }
        }
        awaitOpen(0);
        List<EventReader> clients = new ArrayList<>();
        for (int i = 0; i < Limited.STREAMS; i++) {
            clients.add(from(address(i), STREAM));
        }
        for (int i = 0; i < Limited.STREAMS_KEPT_FOR_KEYS; i++) {
            clients.add(withAdminKey(address(0)));
        }
        clients.forEach(EventReader::close);
    }

    @Test
    void streamsThatHaveCaughtUpAllGetWhatIsNew() throws IOException {
        List<EventReader> clients = new ArrayList<>();
        for (int i = 0; i < Limited.STREAMS; i++) {
            clients.add(from(address(i), STREAM + (i % 2 == 0 ? "" : "?resource=startups")));
        }
        awaitOpen(Limited.STREAMS);
        for (int round = 0; round < 5; round++) {
            List<String> ids = startups.write(3).stream().map(UUID::toString).toList();
            for (EventReader client : clients) {
                assertEquals(
                        ids, client.next(3).stream().map(ChangesOf.Change::id).toList());
            }
        }
        clients.forEach(EventReader::close);
    }

    @Test
    void theEndOfTheServerEndsTheStreams() throws IOException {
        try (EventReader client = EventReader.open(server, STREAM, null)) {
            route.stop(new ShutdownEvent());
            IOException end = assertThrows(IOException.class, () -> client.next(1));
            assertEquals("the stream has ended", end.getMessage());
            awaitOpen(0);
        }
    }

    @Test
    void whatIsNotAStreamOfThisKindIsAProblem() {
        assertEquals(406, given().accept("application/json").get(STREAM).statusCode());
        Response post = given().post(STREAM);
        assertEquals(405, post.statusCode());
        assertTrue(post.header("Allow").contains("GET"));
        Response head = given().head(STREAM);
        assertEquals(200, head.statusCode());
        assertTrue(head.contentType().startsWith("text/event-stream"));
    }

    @Test
    void aWrongKeyIsToldThoughNoneIsNeeded() {
        Response answer = given().header("X-API-Key", "no-key-of-anybody").get(STREAM);
        assertEquals("key-invalid", Atlas.problem(401, answer).errors().get(0).code());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "since=x | since | invalid-value",
                "since=99999 | since | beyond-revision",
                "limit=5 | limit | unknown-parameter",
                "format=json | format | unknown-parameter",
                "sectors=fintech | sectors | filter-without-resource",
                "resource=startups&programs.type=x | programs.type | not-own-field",
                "resource=startups&sectors=fintec | sectors | unknown-code",
            })
    void whatIsWrongWithAParameterIsNamed(String query, String parameter, String code) {
        assertEquals(
                code, Atlas.problem(400, STREAM + "?" + query).errors().get(0).code());
        assertEquals(
                parameter,
                Atlas.problem(400, STREAM + "?" + query).errors().get(0).parameter());
    }

    @Test
    void anIdThatNoEventHadIsAProblem() {
        for (String id : List.of("abc", "99999", "2026-11-23T06:00:00Z")) {
            Response answer = given().header("Last-Event-ID", id).get(STREAM);
            assertEquals(400, answer.statusCode(), id);
            assertEquals("Last-Event-ID", answer.jsonPath().getString("errors[0].parameter"));
        }
    }

    /** Asks for everything and reads nothing. */
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

    private EventReader from(String address, String path) throws IOException {
        return EventReader.openWith(Map.of("X-Forwarded-For", address), server, path);
    }

    private EventReader withAdminKey(String address) throws IOException {
        return EventReader.openWith(Map.of("X-Forwarded-For", address, "X-API-Key", TestKeys.ADMIN), server, STREAM);
    }

    /** Addresses of which none holds more than one may when all places are taken. */
    private static String address(int client) {
        return "198.18.0." + client % 4;
    }

    private static void assertNoPlace(Response refused) {
        assertEquals("too-many-streams", Atlas.problem(503, refused).code());
        assertEquals("2", refused.header("Retry-After"));
    }

    private static double refused(String reason) {
        Matcher line = Pattern.compile("(?m)^atlas_streams_refused_total\\{reason=\"" + reason + "\"} (\\S+)")
                .matcher(Atlas.get(200, "/q/metrics").asString());
        assertTrue(line.find(), reason);
        return Double.parseDouble(line.group(1));
    }

    /** Asks until so many streams are open. */
    private static void awaitOpen(int count) {
        Instant deadline = Instant.now().plus(LONGEST);
        double open = open();
        while (open != count) {
            assertTrue(Instant.now().isBefore(deadline), open + " streams are open, not " + count);
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            open = open();
        }
    }

    private static double open() {
        Matcher gauge =
                OPEN.matcher(given().accept("text/plain").get("/q/metrics").asString());
        assertTrue(gauge.find());
        return Double.parseDouble(gauge.group(1));
    }

    private static long reached() {
        return ChangesOf.page("/v1/changes?limit=1").meta().revision();
    }
}

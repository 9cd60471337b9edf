package org.startupatlas.changelog.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.startupatlas.changelog.feed.EventReader.STREAM;
import static org.startupatlas.changelog.feed.EventReader.address;
import static org.startupatlas.changelog.feed.EventReader.awaitOpenStreams;
import static org.startupatlas.changelog.feed.EventReader.openFrom;
import static org.startupatlas.testing.StartupBatches.LONG_TEXT;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.startupatlas.changelog.RevisionTracker;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.ChangesOf;
import org.startupatlas.testing.Limited;
import org.startupatlas.testing.StartupBatches;
import org.startupatlas.testing.Writes;

/** Tests that a stream sends every change once and in order, from the requested position on. */
@QuarkusTest
@TestProfile(Limited.class)
class StreamDeliveryTest {
    @TestHTTPResource
    URI server;

    @Inject
    StartupBatches startups;

    @Inject
    StreamRoute route;

    @Inject
    RevisionTracker revisionTracker;

    @BeforeEach
    @AfterEach
    void awaitNoOpenStream() {
        awaitOpenStreams(0);
    }

    @Test
    void allChangesAreSentOnceAndInOrder() throws IOException {
        long reached = ChangesOf.latestRevision();
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
    void withoutAPositionOnlyNewChangesAreSent() throws IOException {
        long reached = ChangesOf.latestRevision();
        try (EventReader client = EventReader.open(server, STREAM, null)) {
            client.readUpTo(reached);
            UUID id = startups.write(1, null, LONG_TEXT).get(0);
            ChangesOf.Change change = client.next(1).get(0);
            assertEquals(id.toString(), change.id());
            assertEquals(reached + 1, change.revision());
            assertEquals(Atlas.tree("/v1/startups/" + id), change.record());
        }
    }

    @Test
    void lastEventIdResumesABrokenStream() throws IOException {
        long reached = ChangesOf.latestRevision();
        List<ChangesOf.Change> all = new ArrayList<>();
        String last = "0";
        while (all.size() < reached) {
            // Last-Event-ID takes precedence over since, which browsers repeat in each request.
            try (EventReader client = EventReader.open(server, STREAM + "?since=5", last)) {
                all.addAll(client.next((int) Math.min(90, reached - all.size())));
                last = client.lastId();
            }
        }
        assertEquals(ChangesOf.walk("/v1/changes?limit=1000", 0), all);
    }

    @Test
    void filteredStreamAdvancesWithoutMatchingChanges() throws IOException {
        String path = STREAM + "?resource=partners&country=FR";
        try (EventReader client = EventReader.open(server, path + "&since=0", null)) {
            long reached = ChangesOf.latestRevision();
            List<ChangesOf.Change> expected = ChangesOf.walk("/v1/changes?resource=partners&country=FR&limit=1000", 0);
            assertTrue(expected.size() > 0);
            assertEquals(expected, client.next(expected.size()));
            client.readUpTo(reached);
            startups.write(1, null, LONG_TEXT);
            client.readUpTo(reached + 1);
        }
    }

    @Test
    void timeIsAPosition() throws IOException {
        Instant at = ChangesOf.page("/v1/changes?limit=1").data().get(0).at();
        try (EventReader client = EventReader.open(server, STREAM + "?since=" + at.minusMillis(1), null)) {
            assertEquals(1, client.next(1).get(0).revision());
        }
    }

    @Test
    void idleStreamSendsHeartbeats() throws IOException {
        try (EventReader client = EventReader.open(server, STREAM, null)) {
            client.awaitHeartbeats(3);
        }
    }

    @Test
    void failingListenerDoesNotStopStreams() throws IOException {
        List<Runnable> failing = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            int number = i;
            failing.add(() -> {
                throw new IllegalStateException("listener " + number + " of a test");
            });
        }
        failing.forEach(revisionTracker::subscribe);
        try (EventReader client = EventReader.open(server, STREAM, null)) {
            JsonNode written =
                    Writes.create(JsonNode.class, "/v1/startups", "{\"name\":\"Received in Spite of Failures\"}");
            assertEquals(written.get("id").textValue(), client.next(1).get(0).id());
        } finally {
            failing.forEach(revisionTracker::unsubscribe);
        }
    }

    @Test
    void allStreamsReceiveNewChanges() throws IOException {
        List<EventReader> clients = new ArrayList<>();
        for (int i = 0; i < Limited.STREAMS; i++) {
            clients.add(openFrom(address(i), server, STREAM + (i % 2 == 0 ? "" : "?resource=startups")));
        }
        awaitOpenStreams(Limited.STREAMS);
        for (int round = 0; round < 5; round++) {
            List<String> ids = startups.write(3, null, LONG_TEXT).stream()
                    .map(UUID::toString)
                    .toList();
            for (EventReader client : clients) {
                assertEquals(
                        ids, client.next(3).stream().map(ChangesOf.Change::id).toList());
            }
        }
        clients.forEach(EventReader::close);
    }

    @Test
    void shutdownEndsStreams() throws IOException {
        try (EventReader client = EventReader.open(server, STREAM, null)) {
            route.stop(new ShutdownEvent());
            IOException end = assertThrows(IOException.class, () -> client.next(1));
            assertEquals("the stream has ended", end.getMessage());
            awaitOpenStreams(0);
        }
    }
}

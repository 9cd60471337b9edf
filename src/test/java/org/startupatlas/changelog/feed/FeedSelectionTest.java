package org.startupatlas.changelog.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.ChangesOf;
import org.startupatlas.testing.ForWriting;
import org.startupatlas.testing.KeyAnswer;
import org.startupatlas.testing.ProblemAnswer;
import org.startupatlas.testing.TestKeys;
import org.startupatlas.testing.Writes;

/** Tests the feed by key and by operation, and the selection of members of changes. */
@QuarkusTest
@TestProfile(ForWriting.class)
class FeedSelectionTest {
    @TestHTTPResource
    URI server;

    private KeyAnswer curator;
    private long before;

    @BeforeEach
    void begin() {
        curator = TestKeys.issue("curator", null);
        before = ChangesOf.page("/v1/changes?since=0&limit=1").meta().revision();
    }

    /** Five changes: the admin creates two startups, the curator changes the first and the admin deletes the second. */
    private List<String> write() {
        String first = Writes.createStartup("Selected One").id().toString();
        String second = Writes.createStartup("Selected Two").id().toString();
        Writes.patch(200, curator.key(), "/v1/startups/" + first, 1, "{\"sectors\":[\"fintech\"]}");
        Writes.patch(200, curator.key(), "/v1/startups/" + first, 2, "{\"sectors\":[]}");
        Writes.delete(204, "/v1/startups/" + second, 1);
        return List.of(first, second);
    }

    @Test
    void feedIsFilteredByKeyAndOperation() {
        write();
        assertEquals(List.of("updated", "updated"), ops("&by=" + curator.id()));
        assertEquals(List.of("created", "created", "deleted"), ops("&by=admin"));
        assertEquals(5, ops("&by=admin," + curator.id()).size());
        assertEquals(List.of("deleted"), ops("&op=deleted"));
        assertEquals(List.of("created", "created", "deleted"), ops("&op=deleted,created"));
        assertEquals(List.of(), ops("&op=deleted&by=" + curator.id()));
        assertEquals(List.of(), ops("&by=nobody"));
    }

    @Test
    void recordsEnterAndLeaveWhenFilteredByKey() {
        write();
        String filtered = "&resource=startups&sectors=fintech";
        assertEquals(List.of("entered", "left"), ops(filtered));
        assertEquals(List.of("left"), ops(filtered + "&op=left"));
        assertEquals(List.of("entered"), ops(filtered + "&op=entered,deleted&by=" + curator.id()));
        assertEquals(List.of(), ops(filtered + "&op=left&by=admin"));
    }

    @Test
    void positionAdvancesForEverySelection() {
        write();
        long reached = before + 5;
        for (String selection : List.of("op=merged", "by=nobody", "op=deleted", "op=created&by=admin", "by=admin")) {
            List<ChangesOf.Change> walked = new ArrayList<>();
            long since = before;
            boolean hasMore = true;
            while (hasMore) {
                ChangesOf page = ChangesOf.page("/v1/changes?limit=1&" + selection + "&since=" + since);
                walked.addAll(page.data());
                assertTrue(page.page().nextSince() > since || !page.page().hasMore());
                since = page.page().nextSince();
                hasMore = page.page().hasMore();
            }
            assertEquals(reached, since, selection);
            assertEquals(
                    ChangesOf.page("/v1/changes?limit=1000&" + selection + "&since=" + before)
                            .data(),
                    walked,
                    selection);
        }
        Response lines = Atlas.get(200, "/v1/changes?op=merged&format=ndjson&since=" + before);
        assertEquals("", lines.asString());
        assertTrue(lines.header("Link").contains("since=" + reached), lines.header("Link"));
    }

    @Test
    void changesHaveTheSelectedMembers() throws IOException {
        List<String> ids = write();
        for (String member : List.of("at", "op", "resource", "id", "version", "by", "into", "changed", "record")) {
            assertEquals(List.of("revision", member), members("&fields=" + member));
        }
        assertEquals(List.of("revision"), members("&fields=revision"));
        // In the order of the complete change, not of the request.
        assertEquals(List.of("revision", "op", "id", "record"), members("&fields=record,id,op"));
        assertEquals(10, members("").size());
        JsonNode whole = Atlas.tree("/v1/changes?since=" + before).get("data");
        JsonNode records =
                Atlas.tree("/v1/changes?fields=record&since=" + before).get("data");
        for (int i = 0; i < whole.size(); i++) {
            assertEquals(whole.get(i).get("record"), records.get(i).get("record"));
        }
        String line = Atlas.get(200, "/v1/changes?limit=1&fields=op&format=ndjson&since=" + before)
                .asString();
        assertEquals("{\"revision\":" + (before + 1) + ",\"op\":\"created\"}\n", line);
        // The filter applies to records that are not selected.
        JsonNode entered = Atlas.tree(
                        "/v1/changes?fields=id&op=entered&resource=startups&sectors=fintech&since=" + before)
                .get("data");
        assertEquals(ids.get(0), entered.at("/0/id").textValue());
        assertFalse(entered.get(0).has("record"));
    }

    @Test
    void historyTakesTheSameParameters() {
        String id = write().get(0);
        String history = "/v1/startups/" + id + "/history?";
        assertEquals(2, ChangesOf.page(history + "by=" + curator.id()).data().size());
        ChangesOf first = ChangesOf.page(history + "op=updated&limit=1");
        assertTrue(first.page().hasMore());
        assertEquals(
                List.of("updated"),
                first.data().stream().map(ChangesOf.Change::op).toList());
        assertEquals(List.of(), ChangesOf.page(history + "op=deleted").data());
        JsonNode change = Atlas.tree(history + "fields=version").at("/data/0");
        assertEquals(1, change.get("version").intValue());
        assertEquals(2, change.size());
    }

    @Test
    void streamTakesTheSameParameters() throws IOException {
        write();
        String path = "/v1/changes/stream?fields=op&by=" + curator.id() + "&since=" + before;
        try (EventReader client = EventReader.open(server, path, null)) {
            List<ChangesOf.Change> changes = client.next(2);
            assertEquals(
                    List.of(before + 3, before + 4),
                    changes.stream().map(ChangesOf.Change::revision).toList());
            assertTrue(changes.stream().allMatch(change -> change.op().equals("updated") && change.record() == null));
            client.readUpTo(before + 5);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "op=deletd | op | unknown-value | deleted",
                "op=entered | op | unknown-value |",
                "op= | op | empty-value |",
                "by= | by | empty-value |",
                "fields=recrod | fields | unknown-field | record",
                "fields=name | fields | unknown-field |",
                "lang=frr | lang | unknown-value | fr",
            })
    void whatIsWrongIsNamed(String query, String parameter, String code, String meant) {
        for (String path : List.of("/v1/changes?", "/v1/changes/stream?", "/v1/startups/chari/history?")) {
            ProblemAnswer problem = Atlas.problem(400, path + query);
            assertEquals(parameter, problem.errors().get(0).parameter());
            assertEquals(code, problem.errors().get(0).code());
            if (meant != null) {
                assertEquals(meant, problem.didYouMean());
            }
        }
    }

    private List<String> ops(String selection) {
        return ChangesOf.page("/v1/changes?limit=1000&since=" + before + selection).data().stream()
                .map(ChangesOf.Change::op)
                .toList();
    }

    private List<String> members(String fields) {
        List<String> members = new ArrayList<>();
        Atlas.tree("/v1/changes?limit=1&since=" + before + fields)
                .at("/data/0")
                .fieldNames()
                .forEachRemaining(members::add);
        return members;
    }
}

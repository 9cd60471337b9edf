package org.startupatlas.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.ChangesOf;
import org.startupatlas.testing.ForWriting;
import org.startupatlas.testing.Writes;

/** Tests that times are accepted with any precision and as dates, in all endpoints. */
@QuarkusTest
@TestProfile(ForWriting.class)
class TimesTest {
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter MILLISECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

    @Test
    void formatOfATimeIsIgnored() {
        JsonNode record = created();
        Instant time = Instant.parse(record.get("created_at").textValue());
        String digits = MILLISECONDS.format(time);
        String later = MILLISECONDS.format(time.plusSeconds(3600));
        for (String same : List.of(
                digits + "Z",
                digits + "000Z",
                digits + "000000z",
                digits + "0000000000000Z",
                digits + "000000+00:00",
                later + " 01:00",
                later + "000+01:00")) {
            assertFoundBy(record, same, "", "__gte", "__lte");
        }
    }

    @Test
    void timeBetweenTwoMillisecondsIsOrdered() {
        JsonNode record = created();
        Instant time = Instant.parse(record.get("created_at").textValue());
        for (String digit : List.of("1", "000001", "999999", "0000000001", "9999999999999")) {
            assertFoundBy(record, MILLISECONDS.format(time) + digit + "Z", "__lt", "__lte", "__ne");
            assertFoundBy(record, MILLISECONDS.format(time.minusMillis(1)) + digit + "Z", "__gt", "__gte", "__ne");
        }
    }

    @Test
    void feedAfterATimeIsComplete() {
        JsonNode record = created();
        ChangesOf.Change change = ChangesOf.page("/v1/startups/" + Walk.id(record) + "/history")
                .data()
                .get(0);
        for (String feed : List.of("/v1/changes", "/v1/startups/" + Walk.id(record) + "/history")) {
            String before = MILLISECONDS.format(change.at().minusMillis(1)) + "999999999Z";
            assertEquals(
                    change,
                    ChangesOf.page(Atlas.with(feed, "since", before)).data().get(0));
            for (String behind : List.of("Z", "000000Z", "000001Z")) {
                assertTrue(
                        ChangesOf.page(Atlas.with(feed, "since", MILLISECONDS.format(change.at()) + behind))
                                .data()
                                .stream()
                                .noneMatch(each -> each.revision() <= change.revision()),
                        behind);
            }
        }
        for (String then : List.of("Z", "000000Z", "000001Z", "999999999Z")) {
            String path = "/v1/startups/" + Walk.id(record) + "?as_of=" + MILLISECONDS.format(change.at()) + then;
            assertEquals(record, Atlas.tree(path));
        }
        String before = MILLISECONDS.format(change.at().minusMillis(1)) + "999Z";
        Atlas.problem(404, "/v1/startups/" + Walk.id(record) + "?as_of=" + before);
        assertTrue(
                Atlas.get(200, "/v1/exports/startups?fields=id&as_of=" + MILLISECONDS.format(change.at()) + "000001Z")
                        .asString()
                        .contains(Walk.id(record)));
    }

    @Test
    void dateMeansItsStartInUtc() {
        JsonNode record = created();
        Instant time = Instant.parse(record.get("created_at").textValue());
        String date = time.toString().substring(0, 10);
        String next = time.plusSeconds(86_400).toString().substring(0, 10);
        assertTrue(finds(record, "created_at__gte", date));
        assertTrue(finds(record, "created_at__ne", date));
        assertEquals(false, finds(record, "created_at__lt", date));
        assertTrue(finds(record, "created_at__lt", next));
        assertEquals(
                Atlas.tree("/v1/changes?since=" + date + "T00:00:00Z").get("data"),
                Atlas.tree("/v1/changes?since=" + date).get("data"));
        assertEquals(List.of(), ChangesOf.page("/v1/changes?since=" + next).data());
        Atlas.problem(404, "/v1/startups/" + Walk.id(record) + "?as_of=" + date);
        assertEquals(
                "invalid-value",
                Atlas.problem(400, "/v1/changes?since=2026-02-30")
                        .errors()
                        .get(0)
                        .code());
    }

    @Test
    void recordMayBeSentBackWithReformattedTimes() {
        ObjectNode record = (ObjectNode) created();
        Instant time = Instant.parse(record.get("created_at").textValue());
        record.put("created_at", MILLISECONDS.format(time) + "000+00:00");
        record.put("notes", "sent back");
        JsonNode written =
                Atlas.read(JsonNode.class, Writes.put(200, "/v1/startups/" + Walk.id(record), 1, record.toString()));
        assertEquals(time, Instant.parse(written.get("created_at").textValue()));
        ObjectNode older = written.deepCopy();
        older.put("created_at", SECONDS.format(time.minusSeconds(1)) + "Z");
        assertEquals(
                List.of("/created_at"),
                Writes.problem(Writes.put(422, "/v1/startups/" + Walk.id(record), 2, older.toString()))
                        .errors()
                        .stream()
                        .map(error -> error.pointer())
                        .toList());
    }

    private static void assertFoundBy(JsonNode record, String time, String... operators) {
        for (String operator : List.of("", "__ne", "__lt", "__lte", "__gt", "__gte")) {
            assertEquals(
                    List.of(operators).contains(operator),
                    finds(record, "created_at" + operator, time),
                    operator + " " + time);
        }
    }

    private static boolean finds(JsonNode record, String parameter, String time) {
        String path = "/v1/startups?fields=id&id=" + Walk.id(record) + "&" + parameter + "="
                + URLEncoder.encode(time, StandardCharsets.UTF_8).replace("%2B", "+");
        return Atlas.tree(path).get("data").size() == 1;
    }

    private static JsonNode created() {
        return Writes.create(JsonNode.class, "/v1/startups", "{\"name\":\"Timed\"}");
    }
}

package org.startupatlas.query.facet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.startupatlas.query.Counted;
import org.startupatlas.query.RandomWrites;
import org.startupatlas.query.filter.Condition;
import org.startupatlas.query.lookup.RecordDeltas;
import org.startupatlas.resource.startup.StartupRecord;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.SchemaRegistry;
import org.startupatlas.sql.Jdbc;
import org.startupatlas.sql.SqlBuilder;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.ChangesOf;
import org.startupatlas.testing.Counting;
import org.startupatlas.testing.CountingDataSource;
import org.startupatlas.testing.StartupBatches;
import org.startupatlas.testing.Uncached;
import org.startupatlas.testing.Writes;

/** Tests that counts of all records are cached and follow the log. */
@QuarkusTest
@TestProfile(Counting.class)
public class CountCacheTest {
    private static final List<String> FIELDS =
            List.of("sectors", "technologies", "stage", "status", "country", "diaspora", "official_labels");
    private static final String COUNTED = "/v1/startups?limit=1&total=true&facets=" + String.join(",", FIELDS);

    /** True for every record, but not known to be before the look-up. */
    private static final String ALWAYS_TRUE = "&created_at__gte=1970-01-01T00:00:00Z";

    private static final int WRITERS = 3;
    private static final int WRITES = 60;
    private static final int READERS = 3;

    @Inject
    CountingDataSource database;

    @Inject
    StartupBatches batches;

    @Inject
    SchemaRegistry register;

    @Inject
    RecordDeltas log;

    @Test
    void writeDoesNotInvalidateCounts() {
        Uncached.bytes(COUNTED);
        assertEquals(List.of(), scansFor(COUNTED));
        Writes.post(201, "/v1/partners", "{\"name\":\"Of another resource\"}");
        assertEquals(List.of(), scansFor(COUNTED));
        Writes.post(201, "/v1/startups", "{\"name\":\"Of the same resource\",\"sectors\":[\"fintech\"]}");
        assertEquals(List.of(), scansFor(COUNTED));
        assertRight();
    }

    @Test
    void metaAndListsHaveTheSameCounts() {
        Uncached.bytes("/v1/meta");
        assertEquals(List.of(), scansFor("/v1/programs?facets=type,sectors"));
        Writes.post(201, "/v1/programs", "{\"name\":\"Told by meta\",\"type\":\"grant\"}");
        assertEquals(List.of(), scansFor("/v1/meta"));
        assertEquals(
                Atlas.walk(JsonNode.class, "/v1/programs?type=grant").size(),
                Uncached.tree("/v1/meta")
                        .at("/resources/programs/enums/type/grant")
                        .intValue());
    }

    @Test
    void onlyRequestedFieldsAreCounted() {
        CountCache tallies = new CountCache(log);
        Map<CountAggregation, Condition> all = figures();
        int asked = 0;
        for (CountAggregation figure : all.keySet()) {
            database.takeTexts();
            now(tallies, Map.of(figure, Condition.ALWAYS));
            asked++;
            assertEquals(1, scans(database.takeTexts()).size(), "figure " + asked);
        }
        now(tallies, all);
        assertEquals(List.of(), scans(database.takeTexts()));
    }

    /** More changes than cached revisions. */
    @Test
    void earlierSnapshotHasItsOwnCounts() {
        CountCache tallies = new CountCache(log);
        Map<CountAggregation, Condition> all = figures();
        Jdbc.readSnapshot(database, connection -> {
            long revision = revision(connection);
            Map<CountAggregation, Map<Object, Long>> before = tallies.counts(connection, revision, startups(), all);
            for (int i = 0; i < 20; i++) {
                Writes.post(201, "/v1/startups", "{\"name\":\"Later " + i + "\",\"stage\":\"seed\"}");
                assertNotEquals(before, now(tallies, all));
                assertEquals(before, tallies.counts(connection, revision, startups(), all), "overtaken by " + i);
            }
            return null;
        });
        assertRight();
    }

    private Map<CountAggregation, Condition> figures() {
        Map<CountAggregation, Condition> all = CountAggregation.all(startups(), Facet.all(register, startups()));
        all.put(CountAggregation.records(startups()), Condition.ALWAYS);
        return all;
    }

    private ResourceSchema startups() {
        return register.get("startups");
    }

    private Map<CountAggregation, Map<Object, Long>> now(CountCache tallies, Map<CountAggregation, Condition> asked) {
        return Jdbc.readSnapshot(
                database, connection -> tallies.counts(connection, revision(connection), startups(), asked));
    }

    private static long revision(Connection connection) throws SQLException {
        return Jdbc.number(connection, new SqlBuilder().append("SELECT revision FROM log_head"));
    }

    @Test
    void filteredCountsAreNotCached() {
        Uncached.bytes(COUNTED);
        assertEquals(
                2,
                scansFor("/v1/startups?limit=1&total=true&facets=stage&country=MA")
                        .size());
        assertEquals(
                List.of(), scansFor("/v1/startups?limit=1&facets=country&country=MA"), "its own filter does not count");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void countsFollowRandomWrites(long seed) {
        RandomWrites writes = new RandomWrites(seed);
        for (int i = 0; i < 40; i++) {
            writes.next();
            if (i % 4 == 0) {
                assertRight();
            }
        }
    }

    @Test
    void redactedValueIsNotCounted() {
        Counted before = counted("");
        StartupRecord living = Writes.create(
                StartupRecord.class,
                "/v1/startups",
                "{\"name\":\"Living\",\"sectors\":[\"fintech\"],\"stage\":\"seed\"}");
        StartupRecord gone = Writes.create(
                StartupRecord.class,
                "/v1/startups",
                "{\"name\":\"Gone\",\"sectors\":[\"agritech\"],\"stage\":\"seed\"}");
        assertRight();
        Writes.patch(200, "/v1/startups/" + living.id(), 1, "{\"stage\":\"growth\"}");
        Writes.post(200, "/v1/startups/" + living.id() + "/redact", "{\"path\":\"sectors\"}");
        assertRight();
        Writes.delete(204, "/v1/startups/" + gone.id(), 1);
        Writes.post(200, "/v1/startups/" + gone.id() + "/redact", "{\"path\":\"sectors\"}");
        assertRight();
        Writes.delete(204, "/v1/startups/" + living.id(), 3);
        assertEquals(before, counted(""));
    }

    @Test
    void countIsRepeatedAfterManyChanges() throws JsonProcessingException {
        Uncached.bytes(COUNTED);
        batches.write(copies("/v1/startups/freterium", CountCache.MAX_CHANGES + 1));
        assertEquals(1 + FIELDS.size(), scansFor(COUNTED).size());
        assertRight();
        assertEquals(List.of(), scansFor(COUNTED));
    }

    @Test
    void concurrentCountsHaveOneRevision() throws Exception {
        Map<Long, Counted> seen = new HashMap<>();
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS + READERS);
        try {
            AtomicInteger writing = new AtomicInteger(WRITERS);
            List<Future<?>> writers = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                RandomWrites writes = new RandomWrites(100 + i);
                writers.add(threads.submit(() -> {
                    try {
                        for (int j = 0; j < WRITES; j++) {
                            writes.next();
                        }
                    } finally {
                        writing.decrementAndGet();
                    }
                }));
            }
            List<Future<List<JsonNode>>> readers = new ArrayList<>();
            for (int i = 0; i < READERS; i++) {
                readers.add(threads.submit(() -> {
                    List<JsonNode> answers = new ArrayList<>();
                    while (writing.get() > 0) {
                        answers.add(Uncached.tree(COUNTED));
                    }
                    return answers;
                }));
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
            for (Future<List<JsonNode>> reader : readers) {
                for (JsonNode answer : reader.get()) {
                    Counted counted = Counted.read(answer);
                    Counted other = seen.put(answer.at("/meta/revision").longValue(), counted);
                    assertTrue(other == null || other.equals(counted), "two answers of one revision");
                }
            }
        } finally {
            threads.shutdown();
        }
        assertTrue(seen.size() > WRITERS, "too few revisions were seen: " + seen.size());
        assertAsReplayed(seen);
    }

    /** Asserts that replaying the feed gives the same counts at each revision. */
    private static void assertAsReplayed(Map<Long, Counted> seen) {
        Map<String, JsonNode> records = new HashMap<>();
        List<ChangesOf.Change> changes = ChangesOf.walk("/v1/changes?limit=1000", 0);
        for (ChangesOf.Change change : changes) {
            if (change.resource().equals("startups")) {
                if (change.record().isNull()) {
                    records.remove(change.id());
                } else {
                    records.put(change.id(), change.record());
                }
            }
            Counted counted = seen.get(change.revision());
            if (counted != null) {
                assertEquals(Counted.of(records.values(), FIELDS), counted, "revision " + change.revision());
            }
        }
    }

    /** Asserts that the counts equal uncached counts and those of all records. */
    private static void assertRight() {
        Counted known = counted("");
        assertEquals(counted(ALWAYS_TRUE), known);
        List<JsonNode> all = Atlas.walk(JsonNode.class, "/v1/startups?limit=200&fields=" + String.join(",", FIELDS));
        assertEquals(Counted.of(all, FIELDS), known);
    }

    private static Counted counted(String filter) {
        return Counted.read(Uncached.tree(COUNTED + filter));
    }

    private static List<StartupRecord> copies(String path, int count) throws JsonProcessingException {
        ObjectNode copied = Atlas.one(ObjectNode.class, path);
        List<StartupRecord> copies = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String id = UUID.randomUUID().toString();
            copies.add(Atlas.json().treeToValue(copied.put("id", id).put("slug", "copy-" + id), StartupRecord.class));
        }
        return copies;
    }

    private List<String> scansFor(String path) {
        database.takeTexts();
        Uncached.bytes(path);
        return scans(database.takeTexts());
    }

    private static List<String> scans(List<String> statements) {
        return statements.stream()
                .filter(text -> text.contains("COUNT(") || text.contains("GROUP BY"))
                .toList();
    }
}

package org.startupatlas.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.startupatlas.Atlas;
import org.startupatlas.ChangesOf;
import org.startupatlas.StartupBlocks;
import org.startupatlas.Writes;
import org.startupatlas.startup.StartupRecord;

/** What is counted of all records is counted once, and from then on follows the log. */
@QuarkusTest
@TestProfile(TalliesTest.Counting.class)
class TalliesTest {
    private static final List<String> FIELDS =
            List.of("sectors", "technologies", "stage", "status", "country", "diaspora", "official_labels");
    private static final String COUNTED = "/v1/startups?limit=1&total=true&facets=" + String.join(",", FIELDS);

    /** Holds for every record, but has to be looked up. */
    private static final String ALWAYS_TRUE = "&created_at__gte=1970-01-01T00:00:00Z";

    private static final int WRITERS = 3;
    private static final int WRITES = 60;
    private static final int READERS = 3;

    @Inject
    CountingDataSource database;

    @Inject
    StartupBlocks blocks;

    @Inject
    Register register;

    @Inject
    Replacements log;

    /** The application on a database that counts, putting each answer together anew. */
    public static final class Counting implements QuarkusTestProfile {
        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(CountingDataSource.class);
        }

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("atlas.cache-size", "0");
        }
    }

    @Test
    void aWriteMakesNobodyCountAgain() {
        Atlas.get(200, COUNTED);
        assertEquals(List.of(), scansFor(COUNTED));
        Writes.post(201, "/v1/partners", "{\"name\":\"Of another resource\"}");
        assertEquals(List.of(), scansFor(COUNTED));
        Writes.post(201, "/v1/startups", "{\"name\":\"Of the same resource\",\"sectors\":[\"fintech\"]}");
        assertEquals(List.of(), scansFor(COUNTED));
        assertRight();
    }

    @Test
    void metaAndListsKnowTheSameCounts() {
        Atlas.get(200, "/v1/meta");
        assertEquals(List.of(), scansFor("/v1/programs?facets=type,sectors"));
        Writes.post(201, "/v1/programs", "{\"name\":\"Told by meta\",\"type\":\"grant\"}");
        assertEquals(List.of(), scansFor("/v1/meta"));
        assertEquals(
                Atlas.walk(JsonNode.class, "/v1/programs?type=grant").size(),
                Atlas.tree("/v1/meta")
                        .at("/resources/programs/enums/type/grant")
                        .intValue());
    }

    @Test
    void onlyWhatIsAskedIsCounted() {
        Tallies tallies = new Tallies(log);
        Map<Figure, Condition> all = figures();
        int asked = 0;
        for (Figure figure : all.keySet()) {
            database.takeTexts();
            now(tallies, Map.of(figure, Condition.ALWAYS));
            asked++;
            assertEquals(1, scans(database.takeTexts()).size(), "figure " + asked);
        }
        now(tallies, all);
        assertEquals(List.of(), scans(database.takeTexts()));
    }

    /** More often than tallies are kept. */
    @Test
    void whoSeesAnEarlierMomentGetsItsCounts() {
        Tallies tallies = new Tallies(log);
        Map<Figure, Condition> all = figures();
        Databases.readAtOnce(database, connection -> {
            long revision = revision(connection);
            Map<Figure, Map<Object, Long>> before = tallies.counts(connection, revision, startups(), all);
            for (int i = 0; i < 20; i++) {
                Writes.post(201, "/v1/startups", "{\"name\":\"Later " + i + "\",\"stage\":\"seed\"}");
                assertNotEquals(before, now(tallies, all));
                assertEquals(before, tallies.counts(connection, revision, startups(), all), "overtaken by " + i);
            }
            return null;
        });
        assertRight();
    }

    private Map<Figure, Condition> figures() {
        Map<Figure, Condition> all = Figure.all(startups(), Facet.all(register, startups()));
        all.put(Figure.records(startups()), Condition.ALWAYS);
        return all;
    }

    private Declaration startups() {
        return register.get("startups");
    }

    private Map<Figure, Map<Object, Long>> now(Tallies tallies, Map<Figure, Condition> asked) {
        return Databases.readAtOnce(
                database, connection -> tallies.counts(connection, revision(connection), startups(), asked));
    }

    private static long revision(Connection connection) throws SQLException {
        return Databases.number(connection, new Sql().append("SELECT revision FROM log_head"));
    }

    @Test
    void whatIsFilteredIsLookedUp() {
        Atlas.get(200, COUNTED);
        assertEquals(
                2,
                scansFor("/v1/startups?limit=1&total=true&facets=stage&country=MA")
                        .size());
        assertEquals(
                List.of(), scansFor("/v1/startups?limit=1&facets=country&country=MA"), "its own filter does not count");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whateverIsWrittenTheCountsAreThoseOfTheRecords(long seed) {
        RandomWrites writes = new RandomWrites(seed);
        for (int i = 0; i < 40; i++) {
            writes.next();
            if (i % 4 == 0) {
                assertRight();
            }
        }
    }

    @Test
    void aRedactedValueIsCountedNoMore() {
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
    void afterMoreChangesThanACountIsWorthItIsCountedAgain() throws JsonProcessingException {
        Atlas.get(200, COUNTED);
        blocks.write(copies("/v1/startups/chari", Tallies.MOST_CHANGES + 1));
        assertEquals(1 + FIELDS.size(), scansFor(COUNTED).size());
        assertRight();
        assertEquals(List.of(), scansFor(COUNTED));
    }

    @Test
    void whileOthersWriteEachAnswerIsOfOneRevision() throws Exception {
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
                        answers.add(Atlas.tree(COUNTED));
                    }
                    return answers;
                }));
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
            for (Future<List<JsonNode>> reader : readers) {
                for (JsonNode answer : reader.get()) {
                    Counted counted = Counted.told(answer);
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

    /** The feed, followed from its beginning, gives the same counts at each of the revisions. */
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

    /** The counts are those that are found anew and those of a walk over all records. */
    private static void assertRight() {
        Counted known = counted("");
        assertEquals(counted(ALWAYS_TRUE), known);
        List<JsonNode> all = Atlas.walk(JsonNode.class, "/v1/startups?limit=200&fields=" + String.join(",", FIELDS));
        assertEquals(Counted.of(all, FIELDS), known);
    }

    private static Counted counted(String filter) {
        return Counted.told(Atlas.tree(COUNTED + filter));
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
        Atlas.get(200, path);
        return scans(database.takeTexts());
    }

    private static List<String> scans(List<String> statements) {
        return statements.stream()
                .filter(text -> text.contains("COUNT(") || text.contains("GROUP BY"))
                .toList();
    }
}

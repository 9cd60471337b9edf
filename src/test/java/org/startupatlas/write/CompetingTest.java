package org.startupatlas.write;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.startupatlas.resource.partner.PartnerRecord;
import org.startupatlas.resource.startup.StartupRecord;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.ChangesOf;
import org.startupatlas.testing.ForWriting;
import org.startupatlas.testing.TestKeys;
import org.startupatlas.testing.Writes;

/** Tests concurrent writes of which some are rejected. */
@QuarkusTest
@TestProfile(ForWriting.class)
class CompetingTest {
    private static final int WRITERS = 16;
    private static final int EACH = 30;

    @Test
    void rejectedWritesDoNotUndoOthers() throws Exception {
        PartnerRecord own = Writes.create(PartnerRecord.class, "/v1/partners", "{\"name\":\"Restless\"}");
        String bound = TestKeys.issue("contributor", own.id().toString()).key();
        long before = ChangesOf.latestRevision();
        List<Integer> answers = sideBySide(List.of(
                () -> created(TestKeys.ADMIN, "/v1/startups", "Undisturbed"),
                () -> created(bound, "/v1/programs", "Not theirs")));
        assertEquals(
                Map.of(201, 1L * WRITERS * EACH, 403, 1L * WRITERS * EACH),
                answers.stream().collect(Collectors.groupingBy(status -> status, Collectors.counting())));
        List<Long> revisions = ChangesOf.walk("/v1/changes?limit=1000", before).stream()
                .map(ChangesOf.Change::revision)
                .toList();
        assertEquals(
                LongStream.rangeClosed(before + 1, before + WRITERS * EACH)
                        .boxed()
                        .toList(),
                revisions);
    }

    @Test
    void concurrentWritesOfARecordAreVersions() throws Exception {
        Writes.createStartup("Coveted");
        List<Integer> acknowledged = sideBySide(List.of(CompetingTest::versionWritten)).stream()
                .filter(version -> version > 0)
                .sorted()
                .toList();
        List<Integer> versions = ChangesOf.page("/v1/startups/coveted/history?limit=1000").data().stream()
                .map(ChangesOf.Change::version)
                .toList();
        assertEquals(IntStream.rangeClosed(1, versions.size()).boxed().toList(), versions);
        assertEquals(versions.subList(1, versions.size()), acknowledged);
        assertEquals(
                versions.size(),
                Atlas.one(StartupRecord.class, "/v1/startups/coveted").version());
    }

    private static int created(String key, String path, String name) {
        return Writes.of(key, "application/json")
                .body("{\"name\":\"" + name + "\"}")
                .post(path)
                .statusCode();
    }

    /** Reads and changes a record, which may be stale by then; returns the new version, or 0 if it was rejected. */
    private static int versionWritten() {
        int seen = Atlas.one(StartupRecord.class, "/v1/startups/coveted").version();
        Response answer = Writes.of(TestKeys.ADMIN, Writes.MERGE_PATCH)
                .header("If-Match", "\"" + seen + "\"")
                .body(("{\"headcount\":" + (seen + 1) + "}").getBytes(StandardCharsets.UTF_8))
                .patch("/v1/startups/coveted");
        if (answer.statusCode() == 412) {
            return 0;
        }
        assertEquals(200, answer.statusCode(), answer::asString);
        return Atlas.read(StartupRecord.class, answer).version();
    }

    /** Runs a number of writers repeatedly; returns all results. */
    private static List<Integer> sideBySide(List<IntSupplier> works) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS * works.size());
        try {
            List<Future<List<Integer>>> writers = works.stream()
                    .flatMap(work -> Stream.generate(() -> work).limit(WRITERS))
                    .map(work -> threads.submit(
                            () -> IntStream.generate(work).limit(EACH).boxed().toList()))
                    .toList();
            List<Integer> all = new ArrayList<>();
            for (Future<List<Integer>> each : writers) {
                all.addAll(each.get());
            }
            return all;
        } finally {
            threads.shutdown();
        }
    }
}

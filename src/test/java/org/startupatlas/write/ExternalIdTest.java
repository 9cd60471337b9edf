package org.startupatlas.write;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.startupatlas.resource.startup.StartupRecord;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.ForWriting;
import org.startupatlas.testing.ProblemAnswer;
import org.startupatlas.testing.StartupBatches;
import org.startupatlas.testing.TestKeys;
import org.startupatlas.testing.Writes;

/** Tests that external ids are validated, normalized and unique within a resource. */
@QuarkusTest
@TestProfile(ForWriting.class)
class ExternalIdTest {

    @Inject
    StartupBatches batches;

    @ParameterizedTest
    @CsvSource({
        "ror, 0ffffff14, https://ror.org/0ffffff14",
        "ror, '  http://ROR.org/0FFFFFF14 ', https://ror.org/0ffffff14",
        "wikidata, q3550079, Q3550079",
        "wikidata, https://www.wikidata.org/wiki/Q3550079, Q3550079",
        "wikidata, http://www.wikidata.org/entity/Q3550079, Q3550079",
        "ice, 001 525 713 0000-88, 001525713000088",
        "ice, ٠٠١٥٢٥٧١٣٠٠٠٠٨٨, 001525713000088",
        "isni, 0000 0004 6066 776X, 000000046066776X",
        "isni, https://isni.org/isni/000000046066776x, 000000046066776X",
        "fundref, https://doi.org/10.13039/501100012457, 501100012457",
        "fundref, 10.13039/501100012457, 501100012457"
    })
    void idIsStoredInCanonicalForm(String register, String sent, String stored) {
        JsonNode created = Atlas.read(JsonNode.class, Writes.post(201, "/v1/startups", body("Normal", register, sent)));
        assertEquals(stored, created.get("external_ids").get(register).textValue());
        String path = "/v1/startups/" + created.get("id").textValue();
        assertEquals(
                created.get("id"),
                Atlas.tree("/v1/startups?external_ids." + register + "="
                                + sent.strip().replace(" ", "%20"))
                        .at("/data/0/id"));
        Writes.delete(204, path, 1);
    }

    @ParameterizedTest
    @CsvSource({
        "ror, 03xc55g69",
        "ror, 03xc55l68",
        "ror, https://ror.org/",
        "wikidata, Q0",
        "wikidata, P31",
        "wikidata, Technopark",
        "ice, 12345",
        "ice, '9,87654E+13'",
        "ice, N/A",
        "ice, 0015257130000880",
        "isni, 000000041936",
        "fundref, -"
    })
    void invalidIdIsRejected(String register, String sent) {
        ProblemAnswer problem = Writes.problem(Writes.post(422, "/v1/partners", body("Refused", register, sent)));
        assertEquals("/external_ids/" + register, problem.errors().get(0).pointer());
        assertEquals("invalid-value", problem.errors().get(0).code());
    }

    @Test
    void idOfAnotherRecordIsRejected() {
        Writes.post(201, "/v1/partners", body("Holder of an ICE", "ice", "100000000000001"));
        assertTaken(Writes.problem(Writes.post(409, "/v1/partners", body("Claimant", "ice", "100 000 000 000 001"))));
        Writes.post(201, "/v1/partners", "{\"name\":\"Claimant of an ICE\"}");
        String claimant = "/v1/partners/claimant-of-an-ice";
        String claim = "{\"external_ids\":{\"ice\":\"100000000000001\"}}";
        assertTaken(Writes.problem(Writes.patch(409, claimant, 1, claim)));
        assertTaken(Writes.problem(Writes.put(409, claimant, 1, body("Claimant of an ICE", "ice", "100000000000001"))));
        assertTaken(Writes.problem(
                Writes.post(409, "/v1/partners?dry_run=true", body("Dry claimant", "ice", "100000000000001"))));
        // Unique by resource: a startup may be a partner too.
        Writes.post(201, "/v1/startups", body("Also a startup", "ice", "100000000000001"));
        Writes.patch(200, "/v1/partners/holder-of-an-ice", 1, "{\"city\":\"Fès\"}");
        Writes.delete(204, "/v1/partners/holder-of-an-ice", 2);
        Writes.patch(200, claimant, 1, claim);
    }

    private static void assertTaken(ProblemAnswer problem) {
        assertEquals("external-id-taken", problem.code());
        ProblemAnswer.Error error = problem.errors().get(0);
        assertEquals("/external_ids/ice", error.pointer());
        assertEquals("external-id-taken", error.code());
        assertTrue(error.detail().contains("/v1/partners/holder-of-an-ice"), error.detail());
    }

    @Test
    void survivorOfAMergeTakesTheId() {
        Writes.post(201, "/v1/startups", "{\"name\":\"Surviving holder\"}");
        Writes.post(201, "/v1/startups", body("Merged holder", "ice", "100000000000002"));
        Writes.merge(200, "/v1/startups/surviving-holder", 1, "merged-holder");
        assertEquals(
                "100000000000002",
                Atlas.tree("/v1/startups/surviving-holder")
                        .at("/external_ids/ice")
                        .textValue());
        Writes.post(409, "/v1/startups", body("Late holder", "ice", "100000000000002"));
    }

    /** Databases of earlier versions have ids in other forms, and duplicates. */
    @Test
    void idStoredInAnOlderFormIsUniqueToo() {
        List<StartupRecord> old = StartupBatches.numbered("Earlier", IntStream.range(0, 3)).stream()
                .map(record -> withRor(record, "0testaa30"))
                .toList();
        batches.write(old);
        String first = "/v1/startups/" + old.get(0).id();
        Writes.patch(200, first, 1, "{\"external_ids\":{\"ror\":\"https://ror.org/0testaa30\"},\"headcount\":3}");
        assertEquals(
                "https://ror.org/0testaa30",
                Atlas.tree(first).at("/external_ids/ror").textValue());
        assertEquals(
                3,
                Atlas.tree("/v1/startups?external_ids.ror=0testaa30&fields=slug")
                        .get("data")
                        .size());
        Writes.post(409, "/v1/startups", body("Later", "ror", "0testaa30"));
        Writes.post(201, "/v1/startups", "{\"name\":\"Surviving without\"}");
        String survivor = "/v1/startups/surviving-without";
        Writes.merge(409, survivor, 1, old.get(1).id().toString());
        Writes.delete(204, first, 2);
        Writes.delete(204, "/v1/startups/" + old.get(2).id(), 1);
        Writes.merge(200, survivor, 1, old.get(1).id().toString());
    }

    private static StartupRecord withRor(StartupRecord record, String ror) {
        ObjectNode json = Atlas.json().valueToTree(record);
        json.putObject("external_ids").put("ror", ror);
        return Atlas.json().convertValue(json, StartupRecord.class);
    }

    @Test
    void concurrentWritesOfAnIdHaveOneWinner() throws Exception {
        int writers = 16;
        ExecutorService threads = Executors.newFixedThreadPool(writers);
        try {
            for (int round = 0; round < 8; round++) {
                String id = "2000000000000" + (10 + round);
                List<Future<Integer>> answers = new ArrayList<>();
                for (int i = 0; i < writers; i++) {
                    answers.add(threads.submit(() -> Writes.of(TestKeys.ADMIN, "application/json")
                            .body(body("At once " + UUID.randomUUID(), "ice", id))
                            .post("/v1/partners")
                            .statusCode()));
                }
                List<Integer> statuses = new ArrayList<>();
                for (Future<Integer> answer : answers) {
                    statuses.add(answer.get());
                }
                assertEquals(
                        1, statuses.stream().filter(status -> status == 201).count(), statuses::toString);
                assertEquals(
                        writers - 1,
                        statuses.stream().filter(status -> status == 409).count(),
                        statuses::toString);
            }
        } finally {
            threads.shutdown();
        }
    }

    private static String body(String name, String register, String id) {
        return Atlas.json()
                .createObjectNode()
                .put("name", name)
                .set("external_ids", Atlas.json().createObjectNode().put(register, id))
                .toString();
    }
}

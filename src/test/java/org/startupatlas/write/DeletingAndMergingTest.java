package org.startupatlas.write;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.startupatlas.resource.fundinground.FundingRoundRecord;
import org.startupatlas.resource.participation.ParticipationRecord;
import org.startupatlas.resource.partner.PartnerRecord;
import org.startupatlas.resource.startup.StartupRecord;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.ForWriting;
import org.startupatlas.testing.TestKeys;
import org.startupatlas.testing.Writes;

@QuarkusTest
@TestProfile(ForWriting.class)
class DeletingAndMergingTest {
    @Test
    void deletedRecordIsGoneAndItsSlugIsNotReused() {
        StartupRecord startup = Writes.createStartup("Doomed", "");
        Response answer = Writes.delete(204, "/v1/startups/doomed", 1);
        long revision = Writes.revision(answer);
        for (String name : List.of("doomed", startup.id().toString())) {
            assertTrue(Atlas.problem(410, "/v1/startups/" + name).detail().contains(String.valueOf(revision)));
        }
        assertEquals(
                List.of(),
                Atlas.page(StartupRecord.class, "/v1/startups?name=doomed").data());
        JsonNode change = Writes.changesSince(revision - 1).get(0);
        assertEquals("deleted", change.get("op").textValue());
        assertTrue(change.get("record").isNull());
        assertEquals("doomed-2", Writes.createStartup("Doomed", "").slug());
        Writes.delete(410, "/v1/startups/doomed", 1);
        assertEquals(
                2,
                Atlas.tree("/v1/startups/" + startup.id() + "/history")
                        .get("data")
                        .size());
    }

    @Test
    void referencedRecordCannotBeDeleted() {
        Writes.createStartup("Named", "");
        Writes.post(201, "/v1/funding_rounds", "{\"startup\":\"named\",\"type\":\"seed\"}");
        String detail =
                Writes.problem(Writes.delete(409, "/v1/startups/named", 1)).detail();
        assertTrue(detail.contains("funding_rounds/named-seed (startup)"), detail);
        Writes.delete(409, "/v1/vocabularies/sectors", 1);
        Writes.delete(204, "/v1/funding_rounds/named-seed", 1);
        Writes.delete(204, "/v1/startups/named", 1);
    }

    @Test
    void recordsThatReferToEachOtherAndThemselvesAreMerged() {
        PartnerRecord survivor = Writes.create(PartnerRecord.class, "/v1/partners", "{\"name\":\"Own Network\"}");
        PartnerRecord other = Writes.create(
                PartnerRecord.class,
                "/v1/partners",
                "{\"name\":\"Own Network SA\",\"networks\":[\"" + survivor.id() + "\"]}");
        Writes.patch(
                200,
                "/v1/partners/" + other.id(),
                1,
                "{\"networks\":[\"" + survivor.id() + "\",\"" + other.id() + "\"]}");
        Writes.patch(200, "/v1/partners/" + survivor.id(), 1, "{\"networks\":[\"" + other.id() + "\"]}");
        PartnerRecord merged = Atlas.read(
                PartnerRecord.class,
                Writes.merge(200, "/v1/partners/" + survivor.id(), 2, other.id().toString()));
        assertEquals(List.of(survivor.id()), merged.networks());
    }

    @Test
    void mergeFillsMissingValuesOfTheSurvivor() {
        StartupRecord survivor = Writes.createStartup(
                "Alpha", ",\"headcount\":10,\"sectors\":[\"fintech\"],\"summary\":{\"fr\":\"Un\"}");
        StartupRecord other = Writes.createStartup(
                "Alpha SARL",
                ",\"headcount\":99,\"city\":\"Rabat\",\"sectors\":[\"healthtech\",\"fintech\"],"
                        + "\"summary\":{\"fr\":\"Deux\",\"en\":\"Two\"},\"notes\":\"more\"");
        StartupRecord merged =
                Atlas.read(StartupRecord.class, Writes.merge(200, "/v1/startups/alpha", 1, "alpha-sarl"));
        assertEquals(survivor.id(), merged.id());
        assertEquals("alpha", merged.slug());
        assertEquals(10, merged.headcount());
        assertEquals("Rabat", merged.city());
        assertEquals("Un", merged.summary().fr());
        assertEquals("Two", merged.summary().en());
        assertEquals(List.of("fintech", "healthtech"), merged.sectors());
        assertEquals("more", merged.notes());
        assertEquals("Alpha SARL", merged.otherNames().get(0).name());
        for (String name : List.of("alpha-sarl", other.id().toString())) {
            Response moved = TestKeys.asAdmin().redirects().follow(false).get("/v1/startups/" + name + "?fields=name");
            assertEquals(308, moved.statusCode());
            assertEquals("/v1/startups/alpha?fields=name", moved.header("Location"));
        }
    }

    @Test
    void mergeWithoutNewValuesKeepsTheSurvivor() {
        StartupRecord survivor = Writes.createStartup("Same", "");
        Writes.createStartup("Same", "");
        Writes.createStartup("Same", "");
        assertEquals(survivor, Atlas.read(StartupRecord.class, Writes.merge(200, "/v1/startups/same", 1, "same-2")));
        for (int attempt = 1; attempt <= 2; attempt++) {
            Response answer = TestKeys.asAdmin()
                    .header("If-Match", "\"1\"")
                    .header("Idempotency-Key", "merged once")
                    .contentType("application/json")
                    .body("{\"from\":\"same-3\"}")
                    .post("/v1/startups/same/merge");
            assertEquals(200, answer.statusCode(), answer::asString);
            assertEquals(survivor, Atlas.read(StartupRecord.class, answer));
        }
        Atlas.one(StartupRecord.class, "/v1/startups/same-3");
    }

    @Test
    void retriedMergeHasTheSameResponse() {
        Writes.createStartup("Thrice one", "");
        Writes.createStartup("Thrice two", ",\"headcount\":2");
        Writes.createStartup("Thrice three", "");
        String first = mergedOnce().asString();
        Writes.merge(200, "/v1/startups/thrice-three", 1, "thrice-one");
        assertEquals(first, mergedOnce().asString());
    }

    private static Response mergedOnce() {
        Response answer = TestKeys.asAdmin()
                .redirects()
                .follow(false)
                .header("If-Match", "\"1\"")
                .header("Idempotency-Key", "merged thrice")
                .contentType("application/json")
                .body("{\"from\":\"thrice-two\"}")
                .post("/v1/startups/thrice-one/merge");
        assertEquals(200, answer.statusCode(), answer::asString);
        return answer;
    }

    @Test
    void mergedProgramsKeepEditionsAndParticipations() {
        Writes.post(
                201, "/v1/programs", "{\"name\":\"Kept program\",\"editions\":[{\"code\":\"1\",\"start\":\"2023\"}]}");
        Writes.post(
                201,
                "/v1/programs",
                "{\"name\":\"Other program\",\"editions\":[{\"code\":\"1\",\"start\":\"2024\",\"end\":\"2024\"},"
                        + "{\"code\":\"2\"}]}");
        ParticipationRecord participation = Writes.create(
                ParticipationRecord.class,
                "/v1/participations",
                "{\"startup\":\"chari\",\"program\":\"other-program\",\"edition\":\"2\"}");
        JsonNode kept = Atlas.read(JsonNode.class, Writes.merge(200, "/v1/programs/kept-program", 1, "other-program"));
        assertEquals(2, kept.get("editions").size());
        assertEquals("2023", kept.at("/editions/0/start").textValue());
        assertEquals("2024", kept.at("/editions/0/end").textValue());
        assertEquals(
                kept.get("id").textValue(),
                Atlas.one(ParticipationRecord.class, "/v1/participations/" + participation.id())
                        .program()
                        .toString());
    }

    @Test
    void formerSlugIsAcceptedInFiltersAndWrites() {
        StartupRecord other = Writes.createStartup("Once called", "");
        StartupRecord survivor = Writes.createStartup("Now called", "");
        Writes.merge(200, "/v1/startups/now-called", 1, "once-called");
        for (String name : List.of("once-called", other.id().toString())) {
            FundingRoundRecord round =
                    Writes.create(FundingRoundRecord.class, "/v1/funding_rounds", "{\"startup\":\"" + name + "\"}");
            assertEquals(survivor.id(), round.startup());
            assertTrue(Atlas.page(FundingRoundRecord.class, "/v1/funding_rounds?startup=" + name)
                    .data()
                    .contains(round));
        }
    }

    @Test
    void writeToADeletedRecordIsGone() {
        Writes.createStartup("Taken over", "");
        Writes.delete(204, "/v1/startups/taken-over", 1);
        Writes.patch(410, "/v1/startups/taken-over", 1, "{}");
    }

    @Test
    void concurrentDeleteLeavesNoDanglingReference() throws Exception {
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            for (int round = 0; round < 60; round++) {
                UUID startup = Writes.createStartup("Contended", "").id();
                Future<Response> deleted = other.submit(
                        () -> TestKeys.asAdmin().header("If-Match", "\"1\"").delete("/v1/startups/" + startup));
                Response named = TestKeys.asAdmin()
                        .contentType("application/json")
                        .body("{\"startup\":\"" + startup + "\"}")
                        .post("/v1/funding_rounds");
                String came = deleted.get().statusCode() + " " + named.statusCode();
                assertTrue(Set.of("204 422", "409 201").contains(came), came);
            }
        } finally {
            other.shutdown();
        }
    }

    @Test
    void mergedIdRedirectsToTheLastSurvivor() {
        StartupRecord first = Writes.createStartup("Chain one", "");
        Writes.createStartup("Chain two", "");
        StartupRecord last = Writes.createStartup("Chain three", "");
        Writes.merge(200, "/v1/startups/chain-two", 1, "chain-one");
        Writes.merge(200, "/v1/startups/chain-three", 1, "chain-two");
        assertEquals(
                last.id(),
                Atlas.one(StartupRecord.class, "/v1/startups/" + first.id()).id());
    }

    @Test
    void referencesMoveToTheSurvivorAndDuplicatesAreMerged() {
        StartupRecord survivor = Writes.createStartup("Beta", "");
        StartupRecord other = Writes.createStartup("Beta again", "");
        String program = "\"program\":\"morocco-accelerator\"";
        ParticipationRecord kept = Writes.create(
                ParticipationRecord.class, "/v1/participations", "{\"startup\":\"beta\"," + program + "}");
        ParticipationRecord doubled = Writes.create(
                ParticipationRecord.class,
                "/v1/participations",
                "{\"startup\":\"beta-again\"," + program + ",\"state\":\"completed\"}");
        FundingRoundRecord round =
                Writes.create(FundingRoundRecord.class, "/v1/funding_rounds", "{\"startup\":\"beta-again\"}");
        Response answer = Writes.merge(200, "/v1/startups/beta", 1, other.id().toString());
        assertEquals(
                survivor.id(),
                Atlas.one(FundingRoundRecord.class, "/v1/funding_rounds/" + round.id())
                        .startup());
        ParticipationRecord one = Atlas.one(ParticipationRecord.class, "/v1/participations/" + doubled.id());
        assertEquals(kept.id(), one.id());
        assertEquals("completed", one.state());
        assertEquals(
                1,
                Atlas.page(ParticipationRecord.class, "/v1/startups/beta/participations")
                        .data()
                        .size());
        JsonNode changes = Writes.changesSince(Writes.revision(answer) - 5);
        List<String> ops = StreamSupport.stream(changes.spliterator(), false)
                .map(change -> change.get("resource").textValue() + " "
                        + change.get("op").textValue() + " "
                        + change.get("into").asText())
                .filter(text -> !text.contains("created"))
                .sorted()
                .toList();
        assertEquals(
                List.of(
                        "funding_rounds updated null",
                        "participations merged " + kept.id(),
                        "participations updated null",
                        "startups merged " + survivor.id(),
                        "startups updated null"),
                ops);
    }

    @Test
    void mergedPartnerIsReplacedInLists() {
        PartnerRecord survivor = Writes.create(PartnerRecord.class, "/v1/partners", "{\"name\":\"Hub\"}");
        PartnerRecord other = Writes.create(PartnerRecord.class, "/v1/partners", "{\"name\":\"Hub old\"}");
        Writes.post(
                201,
                "/v1/agreements",
                "{\"name\":\"Pact\",\"parties\":[{\"partner\":\"hub\",\"name\":\"Hub\"},"
                        + "{\"partner\":\"hub-old\",\"name\":\"Hub\"}]}");
        Writes.merge(200, "/v1/partners/hub", 1, "hub-old");
        JsonNode parties = Atlas.tree("/v1/agreements/pact").get("parties");
        assertEquals(1, parties.size());
        assertEquals(survivor.id().toString(), parties.at("/0/partner").textValue());
        assertFalse(parties.toString().contains(other.id().toString()));
    }

    @Test
    void invalidMergeIsRejected() {
        Writes.createStartup("Gamma", "");
        Writes.merge(422, "/v1/startups/gamma", 1, "gamma");
        Writes.merge(422, "/v1/startups/gamma", 1, "nothing-of-that-name");
        Writes.createStartup("Delta", "");
        Writes.merge(412, "/v1/startups/gamma", 7, "delta");
        JsonNode would = Atlas.read(JsonNode.class, dryMerge());
        assertEquals("merged", would.at("/data/1/op").textValue());
        assertNull(Atlas.one(StartupRecord.class, "/v1/startups/delta").notes());
    }

    private static Response dryMerge() {
        return TestKeys.asAdmin()
                .header("If-Match", "\"1\"")
                .contentType("application/json")
                .body("{\"from\":\"delta\"}")
                .post("/v1/startups/gamma/merge?dry_run=true");
    }
}

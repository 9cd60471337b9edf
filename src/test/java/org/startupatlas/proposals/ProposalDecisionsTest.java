package org.startupatlas.proposals;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.startupatlas.record.Claim;
import org.startupatlas.record.PartialDate;
import org.startupatlas.resource.partner.PartnerRecord;
import org.startupatlas.resource.startup.StartupRecord;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.ChangesOf;
import org.startupatlas.testing.ForWriting;
import org.startupatlas.testing.ProblemAnswer;
import org.startupatlas.testing.RedactionAnswer;
import org.startupatlas.testing.SettableDay;
import org.startupatlas.testing.TestKeys;
import org.startupatlas.testing.Writes;

/** Tests that proposals are accepted, declined, asked about and answered. */
@QuarkusTest
@TestProfile(ForWriting.class)
class ProposalDecisionsTest {
    @Inject
    SettableDay today;

    private String key;

    @BeforeEach
    void issue() {
        key = TestKeys.issue("curator", null).key();
        today.set(LocalDate.of(2026, 11, 30));
    }

    @AfterEach
    void resetDay() {
        today.set(null);
    }

    @Test
    void acceptedProposalIsWrittenWithItsSource() {
        StartupRecord startup = Writes.createStartup("Accepted", ",\"headcount\":9,\"notes\":\"n\"");
        ProposalAnswer proposal = Proposals.send(
                key,
                Proposals.of(startup, "{\"headcount\":12,\"founded\":\"2019-05\",\"summary\":{\"fr\":\"Un essai\"}}"));
        Writes.patch(200, Atlas.path(startup), 1, "{\"notes\":\"changed since\"}");
        assertEquals(List.of(), Proposals.again(proposal).stale(), "another field was changed");
        Response answer = Writes.post(200, proposal.link() + "/accept", "{\"note\":\"Thank you\"}");
        ProposalAnswer accepted = Proposals.read(answer);
        assertEquals("accepted", accepted.state());
        assertEquals("admin", accepted.decidedBy());
        assertNotNull(accepted.decidedAt());
        assertEquals(List.of("accept Thank you"), said(accepted));
        assertEquals(accepted.revision(), Writes.revision(answer));
        assertEquals("no-store", answer.header("Cache-Control"));
        StartupRecord written = Atlas.one(startup);
        assertEquals(3, written.version());
        assertEquals(12, written.headcount());
        assertEquals("2019-05", written.founded().text());
        assertEquals(2019, written.foundedYear());
        assertEquals("Un essai", written.summary().fr());
        assertEquals("changed since", written.notes());
        assertEquals(
                List.of("summary.fr Un essai", "founded 2019-05", "headcount 12"),
                written.provenance().stream()
                        .map(claim -> claim.field() + " " + claim.value())
                        .toList());
        Claim claim = written.provenance().get(0);
        assertEquals(
                new Claim(
                        "summary.fr",
                        "Un essai",
                        null,
                        true,
                        "www.example.ma",
                        Proposals.SOURCE,
                        null,
                        PartialDate.of("2026-11-30"),
                        "reported",
                        null),
                claim);
        JsonNode change = Writes.changesSince(accepted.revision() - 1).get(0);
        assertEquals("admin", change.get("by").textValue());
        assertEquals(startup.id().toString(), change.get("id").textValue());
        assertEquals(accepted, Proposals.again(proposal));
    }

    @Test
    void acceptedNewRecordIsCreatedWithItsSource() {
        ProposalAnswer proposal = Proposals.send(key, Proposals.ofNew("{\"name\":\"Proposed and created\"}"));
        ProposalAnswer accepted = Proposals.accept(proposal);
        StartupRecord created = Atlas.one(StartupRecord.class, "/v1/startups/proposed-and-created");
        assertEquals(created.id().toString(), accepted.record());
        assertEquals(ChangesOf.latestRevision(), accepted.revision());
        assertNull(created.steward());
        Claim claim = created.provenance().get(0);
        assertNull(claim.field());
        assertEquals(Proposals.SOURCE, claim.url());
        Proposals.accept(409, proposal);
        assertEquals(1, Atlas.total("/v1/startups?name=proposed%20and%20created"));
    }

    @Test
    void decidedProposalIsNotDecidedAgain() {
        StartupRecord startup = Writes.createStartup("Decided once");
        ProposalAnswer accepted = Proposals.send(key, Proposals.of(startup, "{\"headcount\":1}"));
        ProposalAnswer declined = Proposals.send(key, Proposals.of(startup, "{\"city\":\"Fès\"}"));
        Proposals.accept(accepted);
        assertEquals(
                "declined",
                Proposals.read(Proposals.say(200, declined, "decline", "No source"))
                        .state());
        long revision = ChangesOf.latestRevision();
        for (ProposalAnswer decided : List.of(accepted, declined)) {
            Response again = Proposals.accept(409, decided);
            assertEquals("conflict", Writes.problem(again).code());
            assertEquals(
                    "proposal-decided", Writes.problem(again).errors().get(0).code());
            for (String what : List.of("decline", "ask", "answer")) {
                Proposals.say(409, decided, what, "Again");
            }
        }
        assertEquals(revision, ChangesOf.latestRevision());
        assertEquals(List.of("decline No source"), said(Proposals.again(declined)));
    }

    @Test
    void fieldThatChangedSinceIsNotOverwritten() {
        StartupRecord startup = Writes.createStartup("Changed since", ",\"headcount\":9,\"summary\":{\"fr\":\"a\"}");
        ProposalAnswer proposal = Proposals.send(
                key, Proposals.of(startup, "{\"headcount\":12,\"summary\":{\"fr\":\"b\"},\"city\":\"Fès\"}"));
        Writes.patch(200, Atlas.path(startup), 1, "{\"headcount\":15,\"summary\":{\"en\":\"c\"}}");
        ProposalAnswer.Stale stale = Proposals.again(proposal).stale().get(0);
        assertEquals("headcount 9 15", stale.path() + " " + stale.from() + " " + stale.now());
        ProblemAnswer problem = Writes.problem(Proposals.accept(409, proposal));
        assertEquals(1, problem.errors().size(), problem.toString());
        assertEquals("/changes/headcount", problem.errors().get(0).pointer());
        assertEquals("changed-since", problem.errors().get(0).code());
        assertEquals(
                "headcount has changed since the proposal was made; it is 15 by now.",
                problem.errors().get(0).detail());
        assertEquals("open", Proposals.again(proposal).state());
        Writes.patch(200, Atlas.path(startup), 2, "{\"headcount\":9}");
        assertEquals(List.of(), Proposals.again(proposal).stale(), "the value is back");
        Proposals.accept(proposal);
        assertEquals("c", Atlas.one(startup).summary().en());
    }

    @Test
    void proposalsForOneRecordDoNotLoseOneAnother() {
        StartupRecord startup = Writes.createStartup("Proposed by three");
        ProposalAnswer sectors = Proposals.send(key, Proposals.of(startup, "{\"sectors\":[\"fintech\"]}"));
        ProposalAnswer others = Proposals.send(key, Proposals.of(startup, "{\"sectors\":[\"healthtech\"]}"));
        ProposalAnswer city = Proposals.send(key, Proposals.of(startup, "{\"city\":\"Fès\"}"));
        Proposals.accept(sectors);
        Proposals.accept(city);
        ProblemAnswer problem = Writes.problem(Proposals.accept(409, others));
        assertEquals("/changes/sectors", problem.errors().get(0).pointer());
        StartupRecord written = Atlas.one(startup);
        assertEquals(List.of("fintech"), written.sectors());
        assertEquals("Fès", written.city());
        assertEquals(2, written.provenance().size());
    }

    @Test
    void valueThatWasRepeatedUnchangedIsNotWrittenBack() {
        StartupRecord startup = Writes.createStartup("Repeated", ",\"headcount\":9");
        ProposalAnswer proposal = Proposals.send(key, Proposals.of(startup, "{\"headcount\":9,\"city\":\"Fès\"}"));
        Writes.patch(200, Atlas.path(startup), 1, "{\"headcount\":15}");
        Proposals.accept(proposal);
        assertEquals(15, Atlas.one(startup).headcount());
    }

    @Test
    void curatorAsksAndProposerAnswers() {
        StartupRecord startup = Writes.createStartup("Asked about");
        ProposalAnswer proposal = Proposals.send(key, Proposals.of(startup, "{\"headcount\":1}"));
        assertEquals(
                "nothing-asked",
                Writes.problem(Proposals.say(409, proposal, "answer", "Unasked"))
                        .errors()
                        .get(0)
                        .code());
        assertEquals(
                "asked",
                Proposals.read(Proposals.say(200, proposal, "ask", "Of which year?"))
                        .state());
        Response answer = Writes.post(
                200, given().urlEncodingEnabled(false), proposal.link() + "/answer", "{\"note\":\"Of 2025\"}");
        ProposalAnswer answered = Proposals.read(answer);
        assertEquals("open", answered.state());
        assertEquals(List.of("ask Of which year?", "answer Of 2025"), said(answered));
        assertEquals("admin", answered.messages().get(0).by());
        assertNull(answered.messages().get(1).by());
        Proposals.say(200, proposal, "ask", "Sure?");
        assertEquals("accepted", Proposals.accept(proposal).state(), "an answer is not waited for");
    }

    @Test
    void notesAreRequiredAndHoldNoContacts() {
        StartupRecord startup = Writes.createStartup("Noted");
        ProposalAnswer proposal = Proposals.send(key, Proposals.of(startup, "{\"headcount\":1}"));
        for (String what : List.of("decline", "ask", "answer")) {
            for (String body :
                    List.of("{}", "{\"note\":\" \"}", "{\"note\":1}", "{\"note\":\"a@b.ma\"}", "{\"x\":1}")) {
                Writes.post(422, proposal.link() + "/" + what, body);
            }
            Writes.post(400, proposal.link() + "/" + what, "");
            assertEquals(
                    404,
                    Writes.of(TestKeys.ADMIN, "application/json")
                            .body("{\"note\":\"n\"}")
                            .post("/v1/proposals/" + "0".repeat(32) + "/" + what)
                            .statusCode());
        }
        Writes.post(422, proposal.link() + "/accept", "{\"note\":\"+212 522 33 44 55\"}");
        Writes.post(422, proposal.link() + "/accept", "{\"note\":\"" + "a".repeat(2_001) + "\"}");
        assertEquals(proposal, Proposals.again(proposal));
    }

    @Test
    void onlyCuratorsDecide() {
        StartupRecord startup = Writes.createStartup("Decided by curators");
        ProposalAnswer proposal = Proposals.send(key, Proposals.of(startup, "{\"headcount\":1}"));
        PartnerRecord partner = Writes.create(PartnerRecord.class, "/v1/partners", "{\"name\":\"Decides nothing\"}");
        String contributor =
                TestKeys.issue("contributor", partner.id().toString()).key();
        for (String what : List.of("accept", "decline", "ask")) {
            String path = proposal.link() + "/" + what;
            Writes.post(401, given().urlEncodingEnabled(false), path, "{\"note\":\"n\"}");
            Writes.post(403, contributor, path, "{\"note\":\"n\"}");
        }
        assertEquals("open", Proposals.again(proposal).state());
    }

    @Test
    void proposalForMergedOrDeletedRecordIsNotAccepted() {
        StartupRecord survivor = Writes.createStartup("Survives proposals");
        StartupRecord merged = Writes.createStartup("Merged away from proposals");
        StartupRecord deleted = Writes.createStartup("Deleted below proposals", ",\"headcount\":9");
        ProposalAnswer ofMerged = Proposals.send(key, Proposals.of(merged, "{\"headcount\":1}"));
        ProposalAnswer ofDeleted = Proposals.send(key, Proposals.of(deleted, "{\"headcount\":1,\"city\":\"Fès\"}"));
        Writes.merge(200, Atlas.path(survivor), 1, merged.id().toString());
        Writes.delete(204, Atlas.path(deleted), 1);
        ProblemAnswer problem = Writes.problem(Proposals.accept(409, ofMerged));
        assertEquals("merged", problem.code());
        assertEquals(survivor.id().toString(), problem.mergedInto().id());
        assertEquals("gone", Writes.problem(Proposals.accept(410, ofDeleted)).code());
        assertEquals(
                List.of("city", "headcount"),
                Proposals.again(ofDeleted).stale().stream()
                        .map(ProposalAnswer.Stale::path)
                        .toList());
        for (StartupRecord gone : List.of(merged, deleted)) {
            int status = gone == merged ? 409 : 410;
            Writes.post(status, key, Proposals.PATH, Proposals.of(gone.id().toString(), "{\"headcount\":2}"));
        }
        Proposals.say(200, ofDeleted, "decline", "It is gone");
    }

    @Test
    void renamedRecordIsStillWritten() {
        StartupRecord startup = Writes.createStartup("Renamed below proposals");
        ProposalAnswer proposal = Proposals.send(key, Proposals.of(startup, "{\"headcount\":1}"));
        Writes.patch(200, Atlas.path(startup), 1, "{\"slug\":\"renamed-above-proposals\"}");
        Proposals.accept(proposal);
        assertEquals(1, Atlas.one(startup).headcount());
        Proposals.send(key, Proposals.of(startup.slug(), "{\"headcount\":2}"));
    }

    @Test
    void valuesAreValidatedAgain() {
        PartnerRecord partner =
                Writes.create(PartnerRecord.class, "/v1/partners", "{\"name\":\"A steward that goes\"}");
        StartupRecord startup = Writes.createStartup("Validated again");
        ProposalAnswer proposal =
                Proposals.send(key, Proposals.of(startup, "{\"steward\":\"" + partner.slug() + "\"}"));
        Writes.delete(204, "/v1/partners/" + partner.id(), 1);
        ProblemAnswer problem = Writes.problem(Proposals.accept(422, proposal));
        assertEquals("/changes/steward", problem.errors().get(0).pointer());
        assertEquals("open", Proposals.again(proposal).state());
    }

    @Test
    void redactionReachesProposals() {
        StartupRecord startup = Writes.createStartup("Redacted with proposals", ",\"notes\":\"secret one\"");
        ProposalAnswer both = Proposals.send(key, Proposals.of(startup, "{\"notes\":\"secret two\",\"headcount\":1}"));
        ProposalAnswer only = Proposals.send(key, Proposals.of(startup, "{\"notes\":\"secret three\"}"));
        RedactionAnswer redaction = RedactionAnswer.post(Atlas.path(startup), "{\"path\":\"notes\"}");
        assertEquals(2, redaction.counts().get("proposals"));
        for (ProposalAnswer proposal : List.of(both, only)) {
            assertFalse(Atlas.get(200, proposal.link()).asString().contains("secret"));
        }
        ProblemAnswer problem = Writes.problem(Proposals.accept(409, only));
        assertEquals("value-redacted", problem.errors().get(0).code());
        Proposals.accept(both);
        StartupRecord written = Atlas.one(startup);
        assertNull(written.notes());
        assertEquals(1, written.headcount());
        assertEquals(
                List.of("headcount"),
                written.provenance().stream().map(Claim::field).toList());
    }

    @Test
    void concurrentAcceptsWriteOnce() {
        ProposalAnswer ofNew = Proposals.send(key, Proposals.ofNew("{\"name\":\"Accepted at once\"}"));
        List<CompletableFuture<Integer>> answers = IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> TestKeys.asAdmin().post(ofNew.link() + "/accept").statusCode()))
                .toList();
        assertEquals(
                List.of(200, 409, 409, 409),
                answers.stream().map(CompletableFuture::join).sorted().toList());
        assertEquals(1, Atlas.total("/v1/startups?name=accepted%20at%20once"));
    }

    private static List<String> said(ProposalAnswer proposal) {
        return proposal.messages().stream()
                .map(message -> message.kind() + " " + message.text())
                .toList();
    }
}

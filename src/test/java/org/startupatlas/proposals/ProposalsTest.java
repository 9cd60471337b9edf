package org.startupatlas.proposals;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.startupatlas.resource.partner.PartnerRecord;
import org.startupatlas.resource.startup.StartupRecord;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.ChangesOf;
import org.startupatlas.testing.ForWriting;
import org.startupatlas.testing.KeyAnswer;
import org.startupatlas.testing.ProblemAnswer;
import org.startupatlas.testing.TestKeys;
import org.startupatlas.testing.Writes;

/** Tests that proposals are validated, stored, read and listed. */
@QuarkusTest
@TestProfile(ForWriting.class)
class ProposalsTest {
    private KeyAnswer sender;

    @BeforeEach
    void issue() {
        sender = TestKeys.issue("curator", null);
    }

    @Test
    void proposalIsStoredAsTheDryRunThatItIs() {
        StartupRecord startup = Writes.createStartup("Proposed to", ",\"headcount\":9");
        long revision = ChangesOf.latestRevision();
        Response answer = Proposals.anonymous(
                201,
                """
                {"resource":"startups","record":"%s","changes":{"headcount":12,"summary":{"fr":"Un essai"}},\
                "source_url":"https://www.example.ma/about","note":" Counted 24/7 in 2024-2025 "}"""
                        .formatted(startup.slug()));
        ProposalAnswer proposal = Proposals.read(answer);
        assertTrue(proposal.id().matches("[0-9a-f]{32}"), proposal.id());
        assertEquals("/v1/proposals/" + proposal.id(), answer.header("Location"));
        assertEquals(proposal.link(), answer.header("Location"));
        assertEquals("no-store", answer.header("Cache-Control"));
        assertEquals("open", proposal.state());
        assertEquals("startups", proposal.resource());
        assertEquals(startup.id().toString(), proposal.record());
        assertEquals(1, proposal.version());
        assertEquals(
                """
                {"headcount":12,"summary":{"fr":"Un essai"}}""",
                proposal.changes().toString());
        assertEquals(
                """
                [{"path":"summary.fr","from":null,"to":"Un essai"},{"path":"headcount","from":9,"to":12}]""",
                proposal.changed().toString());
        assertEquals(List.of(), proposal.stale());
        assertEquals("Counted 24/7 in 2024-2025", proposal.note());
        assertEquals(List.of(), proposal.messages());
        assertNull(proposal.createdBy());
        assertNull(proposal.revision());
        assertEquals(revision, ChangesOf.latestRevision(), "a proposal is no change");
        assertEquals(startup, Atlas.one(startup));
        assertEquals(proposal, Proposals.again(proposal));
        assertEquals("no-store", Atlas.get(200, proposal.link()).header("Cache-Control"));
    }

    @Test
    void newRecordMayBeProposed() {
        long revision = ChangesOf.latestRevision();
        ProposalAnswer proposal = Proposals.send(
                sender.key(),
                Proposals.ofNew("""
                {"name":" Proposed anew ","country":"MA","website":null}"""));
        assertNull(proposal.record());
        assertNull(proposal.version());
        assertEquals(
                """
                [{"path":"name","from":null,"to":"Proposed anew"},{"path":"country","from":null,"to":"MA"}]""",
                proposal.changed().toString());
        assertEquals(revision, ChangesOf.latestRevision());
        Atlas.get(404, "/v1/startups/proposed-anew");
    }

    @Test
    void proposalNamesItsKeyAndHasAnIdOfItsOwn() {
        StartupRecord startup = Writes.createStartup("Proposed to twice");
        ProposalAnswer one = Proposals.send(sender.key(), Proposals.of(startup, "{\"headcount\":1}"));
        ProposalAnswer other = Proposals.send(sender.key(), Proposals.of(startup, "{\"headcount\":2}"));
        assertEquals(sender.id(), one.createdBy());
        assertNotEquals(one.id(), other.id());
    }

    @Test
    void contributorProposesForRecordsOfOthers() {
        PartnerRecord partner = Writes.create(PartnerRecord.class, "/v1/partners", "{\"name\":\"A proposer\"}");
        KeyAnswer contributor = TestKeys.issue("contributor", partner.id().toString());
        StartupRecord startup = Writes.createStartup("Of nobody's steward");
        Writes.patch(403, contributor.key(), Atlas.path(startup), 1, "{\"headcount\":3}");
        ProposalAnswer proposal = Proposals.send(contributor.key(), Proposals.of(startup, "{\"headcount\":3}"));
        assertEquals(contributor.id(), proposal.createdBy());
        Writes.post(403, contributor.key(), proposal.link() + "/accept", "{}");
        Proposals.accept(proposal);
        assertEquals(3, Atlas.one(startup).headcount());
    }

    @Test
    void onlyWhoeverKnowsTheIdReadsAProposal() {
        for (String id : List.of("0".repeat(32), "nothing", "0".repeat(31) + "%00", "A".repeat(32))) {
            assertEquals(
                    "unknown-record", Atlas.problem(404, "/v1/proposals/" + id).code());
        }
        assertEquals(
                "unknown-parameter",
                Atlas.problem(400, "/v1/proposals/" + "0".repeat(32) + "?x=1")
                        .errors()
                        .get(0)
                        .code());
    }

    @Test
    void onlyCuratorsList() {
        StartupRecord startup = Writes.createStartup("Listed in proposals");
        ProposalAnswer first = Proposals.send(sender.key(), Proposals.of(startup, "{\"headcount\":1}"));
        ProposalAnswer second = Proposals.send(sender.key(), Proposals.of(startup, "{\"headcount\":2}"));
        Writes.patch(200, Atlas.path(startup), 1, "{\"headcount\":3}");
        Proposals.say(200, first, "decline", "No");
        assertEquals(401, given().get("/v1/proposals").statusCode());
        PartnerRecord partner = Writes.create(PartnerRecord.class, "/v1/partners", "{\"name\":\"Lists nothing\"}");
        KeyAnswer contributor = TestKeys.issue("contributor", partner.id().toString());
        assertEquals(403, TestKeys.with(contributor.key()).get("/v1/proposals").statusCode());
        Response answer = TestKeys.with(sender.key()).get("/v1/proposals");
        assertEquals("no-store", answer.header("Cache-Control"));
        List<ProposalAnswer> all = ofSender(answer);
        assertEquals(
                List.of(second.id(), first.id()),
                all.stream().map(ProposalAnswer::id).toList());
        assertEquals(
                List.of("headcount"),
                all.get(0).stale().stream().map(ProposalAnswer.Stale::path).toList());
        assertEquals(List.of(), all.get(1).stale(), "a decided proposal is not stale");
        assertEquals(
                List.of(second.id()),
                ofSender(TestKeys.asAdmin().get("/v1/proposals?state=open")).stream()
                        .map(ProposalAnswer::id)
                        .toList());
        Response unknown = TestKeys.asAdmin().get("/v1/proposals?state=opened");
        assertEquals("open", Atlas.problem(400, unknown).errors().get(0).didYouMean());
    }

    private List<ProposalAnswer> ofSender(Response list) {
        return Atlas.read(ProposalAnswer.Latest.class, list).data().stream()
                .filter(proposal -> sender.id().equals(proposal.createdBy()))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'changes':{'headcount':1},'source_url':'https://a.ma'} | /resource | required |",
                "{'resource':'startup','record':'chari','changes':{'headcount':1},'source_url':'https://a.ma'} |"
                        + " /resource | unknown-value | startups",
                "{'resource':'countries','record':'MA','changes':{'capital':'Fez'},'source_url':'https://a.ma'} |"
                        + " /resource | unknown-value |",
                "{'resource':'startups','record':'charri','changes':{'headcount':1},'source_url':'https://a.ma'} |"
                        + " /record | unknown-reference | chari",
                "{'resource':'startups','record':7,'changes':{'headcount':1},'source_url':'https://a.ma'} | /record |"
                        + " wrong-type |",
                "{'resource':'startups','record':' ','changes':{'headcount':1},'source_url':'https://a.ma'} | /record |"
                        + " required |",
                "{'resource':'startups','record':'chari','source_url':'https://a.ma'} | /changes | required |",
                "{'resource':'startups','record':'chari','changes':[],'source_url':'https://a.ma'} | /changes |"
                        + " wrong-type |",
                "{'resource':'startups','record':'chari','changes':{},'source_url':'https://a.ma'} | /changes |"
                        + " changes-nothing |",
                "{'resource':'startups','record':'chari','changes':{'headcont':1},'source_url':'https://a.ma'} |"
                        + " /changes/headcont | unknown-property | headcount",
                "{'resource':'startups','record':'chari','changes':{'headcount':'1'},'source_url':'https://a.ma'} |"
                        + " /changes/headcount | wrong-type |",
                "{'resource':'startups','record':'chari','changes':{'version':7},'source_url':'https://a.ma'} |"
                        + " /changes/version | given-by-the-registry |",
                "{'resource':'startups','record':'chari','changes':{'provenance':[]},'source_url':'https://a.ma'} |"
                        + " /changes/provenance | proposed-provenance |",
                "{'resource':'startups','changes':{'country':'MA'},'source_url':'https://a.ma'} | /changes/name |"
                        + " required |",
                "{'resource':'startups','record':'chari','changes':{'headcount':1}} | /source_url | required |",
                "{'resource':'startups','record':'chari','changes':{'headcount':1},'source_url':'a.ma'} | /source_url |"
                        + " invalid-value |",
                "{'resource':'startups','record':'chari','changes':{'headcount':1},'source_url':'https://a.ma','sorce':1}"
                        + " | /sorce | unknown-property |",
                "{'resource':'startups','record':'chari','changes':{'headcount':1},'source_url':'https://a.ma','note':1}"
                        + " | /note | wrong-type |"
            })
    void invalidMemberIsReportedWithItsPointer(String body, String pointer, String code, String meant) {
        ProblemAnswer problem =
                Writes.problem(Writes.post(422, sender.key(), "/v1/proposals", body.replace('\'', '"')));
        assertEquals("invalid-record", problem.code());
        List<String> found = problem.errors().stream()
                .map(error -> error.pointer() + " " + error.code())
                .toList();
        assertTrue(found.contains(pointer + " " + code), found.toString());
        if (meant != null) {
            assertEquals(meant, problem.errors().get(0).didYouMean());
        }
    }

    @Test
    void everythingThatIsWrongIsReportedAtOnce() {
        ProblemAnswer problem = Writes.problem(
                Writes.post(
                        422,
                        sender.key(),
                        "/v1/proposals",
                        """
                {"resource":"startups","record":"chari","changes":{"headcount":-1,"sectors":["fintec"],\
                "notes":"Write to info@chari.ma"},"source_url":"ftp://a.ma","note":"0522 33 44 55"}"""));
        assertEquals(
                List.of(
                        "/changes/headcount number-out-of-range",
                        "/changes/notes contact-email",
                        "/changes/sectors/0 unknown-code",
                        "/note contact-phone",
                        "/source_url invalid-value"),
                problem.errors().stream()
                        .map(error -> error.pointer() + " " + error.code())
                        .sorted()
                        .toList());
    }

    @Test
    void contactsAreFoundInEveryTextAndNowhereElse() {
        ProblemAnswer problem = Writes.problem(
                Writes.post(
                        422,
                        sender.key(),
                        "/v1/proposals",
                        Proposals.ofNew(
                                """
                {"name":"Call +212 522 33 44 55","city":"a@b.ma","summary":{"ar":"هاتف: ٠٥٢٢٣٣٤٤٥٥"},\
                "other_names":[{"name":"Fine","kind":"alternate"},{"name":"x@y.ma","kind":"alternate"}]}""")));
        assertEquals(
                List.of(
                        "/changes/city contact-email",
                        "/changes/name contact-phone",
                        "/changes/other_names/1/name contact-email",
                        "/changes/summary/ar contact-phone"),
                problem.errors().stream()
                        .map(error -> error.pointer() + " " + error.code())
                        .sorted()
                        .collect(Collectors.toList()));
        Proposals.send(
                sender.key(),
                Proposals.ofNew(
                        """
                {"name":"Contacts nowhere","founded":"2019","headcount":4455,"website":"https://a.ma/@0522334455",\
                "external_ids":{"ice":"009925713000022"},\
                "notes":"ICE 001525713000089; 2019-2025; 10 000 000 MAD; see https://a.ma/0522334455?mail=a@b.ma"}"""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "{\"resource\":1,\"resource\":2}"})
    void bodyThatIsNoJsonObjectIsMalformed(String body) {
        assertEquals(
                "malformed-request",
                Writes.problem(Writes.post(400, sender.key(), "/v1/proposals", body))
                        .code());
    }

    @Test
    void largeBodyOrOtherMediaTypeIsRejected() {
        String padding = "a".repeat(16 * 1024);
        Writes.post(413, sender.key(), "/v1/proposals", "{\"note\":\"" + padding + "\"}");
        Response text = Writes.of(sender.key(), "text/plain").body("{}").post("/v1/proposals");
        assertEquals(415, text.statusCode());
        Response repeated = TestKeys.with(sender.key())
                .header("Idempotency-Key", "once")
                .contentType("application/json")
                .body("{}")
                .post("/v1/proposals");
        assertEquals(
                "idempotency-key-not-accepted",
                Atlas.problem(400, repeated).errors().get(0).code());
        assertEquals(
                401,
                TestKeys.with("wrong")
                        .contentType("application/json")
                        .body("{}")
                        .post("/v1/proposals")
                        .statusCode());
    }

    @Test
    void externalIdOfAnotherRecordIsAConflict() {
        StartupRecord holder = Writes.createStartup("Holds an ICE", ",\"external_ids\":{\"ice\":\"009925713000011\"}");
        StartupRecord other = Writes.createStartup("Wants an ICE");
        ProblemAnswer problem = Writes.problem(Writes.post(
                409,
                sender.key(),
                "/v1/proposals",
                Proposals.of(other, "{\"external_ids\":{\"ice\":\"009925713000011\"}}")));
        assertEquals("external-id-taken", problem.code());
        assertEquals("/changes/external_ids/ice", problem.errors().get(0).pointer());
        assertFalse(Atlas.one(holder).externalIds().ice().isEmpty());
    }
}

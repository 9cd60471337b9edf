package org.startupatlas.write;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.startupatlas.record.Claim;
import org.startupatlas.resource.fundinground.FundingRoundRecord;
import org.startupatlas.resource.startup.StartupRecord;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.ForWriting;
import org.startupatlas.testing.ProblemAnswer;
import org.startupatlas.testing.RedactionAnswer;
import org.startupatlas.testing.TestKeys;
import org.startupatlas.testing.Writes;

/** Tests that a redacted value is in no response any more. */
@QuarkusTest
@TestProfile(ForWriting.class)
class RedactingTest {
    @Test
    void redactionAppliesToAllVersionsAndIsAChange() {
        StartupRecord startup = create("Redacted", "secret one");
        Writes.patch(200, "/v1/startups/redacted", 1, "{\"notes\":\"secret two\",\"headcount\":3}");
        Response answer = Writes.post(200, "/v1/startups/redacted/redact", "{\"path\":\"notes\"}");
        StartupRecord redacted = Atlas.one(StartupRecord.class, "/v1/startups/redacted");
        assertEquals(3, redacted.version());
        assertEquals(3, Atlas.read(JsonNode.class, answer).get("version").intValue());
        assertNull(redacted.notes());
        assertEquals(3, redacted.headcount());
        String path = "/v1/startups/" + startup.id();
        String everything = Atlas.get(200, path + "/history").asString()
                + Atlas.get(200, path + "/versions/1").asString()
                + Atlas.get(200, path + "/versions/2").asString()
                + Writes.changesSince(0);
        assertFalse(everything.contains("secret one"), "it is still returned");
        assertFalse(everything.contains("secret two"), "it is still returned");
        JsonNode change = Writes.changesSince(Writes.revision(answer) - 1).get(0);
        assertEquals("updated", change.get("op").textValue());
        assertEquals(
                "[{\"path\":\"notes\",\"from\":null,\"to\":null}]",
                change.get("changed").toString());
        assertEquals(0, Atlas.total("/v1/startups?notes__contains=secret%20one"));
        assertEquals(0, Atlas.total("/v1/startups?notes__contains=secret%20two"));
    }

    @Test
    void redactionChangesTheTag() {
        StartupRecord startup = create("Kept as it was", "secret six");
        String path = "/v1/startups/" + startup.id() + "?as_of="
                + Atlas.tree("/v1/startups/" + startup.id() + "/history")
                        .at("/data/0/revision")
                        .asText();
        String tag = Atlas.get(200, path).header("ETag");
        assertEquals(304, given().header("If-None-Match", tag).get(path).statusCode());
        Writes.post(200, "/v1/startups/" + startup.id() + "/redact", "{\"path\":\"notes\"}");
        Response again = given().header("If-None-Match", tag).get(path);
        assertEquals(200, again.statusCode());
        assertFalse(again.asString().contains("secret"));
    }

    @Test
    void deletedRecordCanBeRedacted() {
        StartupRecord startup = create("Gone and redacted", "secret three");
        Writes.delete(204, "/v1/startups/" + startup.slug(), 1);
        Writes.post(200, "/v1/startups/" + startup.id() + "/redact", "{\"path\":\"notes\"}");
        assertFalse(Atlas.get(200, "/v1/startups/" + startup.id() + "/history")
                .asString()
                .contains("secret"));
        Atlas.get(410, "/v1/startups/" + startup.slug());
    }

    @Test
    void repeatedRedactionIsAppliedOnce() {
        StartupRecord living = create("Redacted once", "secret four");
        StartupRecord gone = create("Gone and redacted once", "secret five");
        Writes.delete(204, "/v1/startups/" + gone.slug(), 1);
        Response first = redacted(living);
        assertEquals(first.asString(), redacted(living).asString(), "the first answer again, with what was reached");
        Response ofGone = redacted(gone);
        assertEquals(ofGone.asString(), redacted(gone).asString());
        assertEquals(1, Writes.changesSince(Writes.revision(first)).size());
    }

    private static Response redacted(StartupRecord startup) {
        return Writes.post(
                200,
                TestKeys.asAdmin().header("Idempotency-Key", "redacted once"),
                "/v1/startups/" + startup.id() + "/redact",
                "{\"path\":\"notes\"}");
    }

    @Test
    void redactedNameNeedsAReplacement() {
        create("Someone Private", null);
        Writes.post(422, "/v1/startups/someone-private/redact", "{\"path\":\"name\"}");
        RedactionAnswer answer = RedactionAnswer.post(
                "/v1/startups/someone-private", "{\"path\":\"name\",\"replacement\":\"Withheld\"}");
        assertEquals(List.of("someone-private"), answer.notReached("slugs"));
        StartupRecord redacted = Atlas.one(StartupRecord.class, "/v1/startups/someone-private");
        assertEquals("Withheld", redacted.name());
        assertEquals(
                "Withheld",
                Atlas.tree("/v1/startups/" + redacted.id() + "/versions/1")
                        .get("name")
                        .textValue());
    }

    @Test
    void redactionAppliesToClaims() {
        StartupRecord startup = Writes.create(
                StartupRecord.class,
                "/v1/startups",
                body(
                        "Known from Sources",
                        "\"summary\":{\"fr\":\"secret\",\"en\":\"kept\"},\"provenance\":["
                                + claim("summary.fr", "secret") + "," + claim("summary", "all of the secret") + ","
                                + claim("summary.en", "kept") + "," + claim("city", "Rabat") + "]"));
        String path = "/v1/startups/" + startup.id();
        Writes.patch(
                200,
                path,
                1,
                "{\"provenance\":[" + claim("summary.fr", "another secret") + "," + claim("city", "Rabat") + "]}");
        Response answer = Writes.post(200, path + "/redact", "{\"path\":\"summary.fr\",\"replacement\":\"withheld\"}");
        assertEquals(
                Map.of("record", 1, "versions", 2, "changes", 1, "provenance", 4),
                RedactionAnswer.of(answer).counts());
        StartupRecord redacted = Atlas.one(StartupRecord.class, path);
        assertEquals("withheld", redacted.summary().fr());
        assertEquals("kept", redacted.summary().en());
        assertEquals(
                Arrays.asList(null, "Rabat"),
                redacted.provenance().stream().map(Claim::value).toList());
        assertEquals("a source", redacted.provenance().get(0).publisher());
        assertIsNowhere("secret", startup, Writes.revision(answer));
        String first = Atlas.get(200, path + "/versions/1").asString();
        assertTrue(first.contains("\"kept\""), first);
    }

    @Test
    void redactionAppliesToDerivedFields() {
        StartupRecord startup = Writes.create(
                StartupRecord.class, "/v1/startups", body("Founded in secret", "\"founded\":\"1987-03-04\""));
        assertEquals(1987, startup.foundedYear());
        String path = "/v1/startups/" + startup.id();
        ProblemAnswer problem = Writes.problem(Writes.post(422, path + "/redact", "{\"path\":\"founded_year\"}"));
        assertEquals("founded", problem.didYouMean(), "it would be made again from the date");
        Writes.patch(200, path, 1, "{\"founded\":\"1987-03-05\"}");
        Response answer = Writes.post(200, path + "/redact", "{\"path\":\"founded\"}");
        assertNull(Atlas.one(StartupRecord.class, path).foundedYear());
        assertIsNowhere("1987", startup, Writes.revision(answer));
    }

    @Test
    void redactionAppliesToIdempotentResponses() {
        String body = body(
                "Tried twice", "\"notes\":\"secret\",\"provenance\":[" + claim("notes", "the secret itself") + "]");
        Response created =
                Writes.post(201, TestKeys.asAdmin().header("Idempotency-Key", "tried twice"), "/v1/startups", body);
        String path = "/v1/startups/" + Atlas.read(StartupRecord.class, created).id();
        RedactionAnswer redacted = RedactionAnswer.post(path, "{\"path\":\"notes\"}");
        assertEquals(1, redacted.counts().get("idempotency_answers"));
        Response again =
                Writes.post(201, TestKeys.asAdmin().header("Idempotency-Key", "tried twice"), "/v1/startups", body);
        assertFalse(again.asString().contains("secret"), again.asString());
    }

    @Test
    void dryRunListsCopiesWithoutRedacting() {
        StartupRecord startup = create("Rehearsed redaction", "not so secret");
        String path = "/v1/startups/" + startup.id();
        Response dry = Writes.post(200, path + "/redact?dry_run=true", "{\"path\":\"notes\"}");
        assertEquals(Map.of("record", 1, "versions", 1), RedactionAnswer.of(dry).counts());
        assertEquals("not so secret", Atlas.one(StartupRecord.class, path).notes());
        assertEquals(
                "not so secret", Atlas.tree(path + "/versions/1").get("notes").textValue());
    }

    @Test
    void unreachedCopiesAreListed() {
        StartupRecord startup = Writes.create(
                StartupRecord.class,
                "/v1/startups",
                body("Nour Personal", "\"other_names\":[{\"name\":\"Nour P\",\"lang\":null,\"kind\":\"alternate\"}]"));
        String path = "/v1/startups/" + startup.id();
        Writes.create(FundingRoundRecord.class, "/v1/funding_rounds", "{\"startup\":\"" + startup.id() + "\"}");
        Writes.patch(200, path, 1, "{\"slug\":\"nour-by-choice\"}");
        StartupRecord double1 = create("Nour Personal Company", null);
        Writes.merge(200, path, 2, double1.id().toString());
        RedactionAnswer answer = RedactionAnswer.post(path, "{\"path\":\"name\",\"replacement\":\"Withheld\"}");
        assertEquals(List.of("nour-personal", "nour-by-choice"), answer.notReached("slugs"));
        assertEquals(List.of("other_names"), answer.notReached("other_names"));
        assertEquals(List.of("/v1/funding_rounds/" + round(startup).slug()), answer.notReached("referring_records"));
        assertEquals(List.of(double1.id().toString()), answer.notReached("merged_records"));
        assertTrue(answer.notReached().stream().noneMatch(each -> each.detail().isBlank()), answer.toString());
    }

    private static FundingRoundRecord round(StartupRecord startup) {
        return Atlas.page(FundingRoundRecord.class, "/v1/startups/" + startup.id() + "/funding_rounds")
                .data()
                .get(0);
    }

    @Test
    void mergedRecordsAreRedactedOnRequest() {
        StartupRecord survivor = create("Survivor of two", null);
        StartupRecord other = create("Merged into another", "secret of both");
        String path = "/v1/startups/" + survivor.id();
        Writes.merge(200, path, 1, other.id().toString());
        assertEquals("secret of both", Atlas.one(StartupRecord.class, path).notes(), "the gap was filled by the merge");
        RedactionAnswer without = RedactionAnswer.post(path, "{\"path\":\"notes\"}");
        assertEquals(List.of(other.id().toString()), without.notReached("merged_records"));
        Response answer = Writes.post(200, path + "/redact", "{\"path\":\"notes\",\"merged\":true}");
        assertEquals(Map.of("versions", 1), RedactionAnswer.of(answer).counts());
        assertEquals(List.of(), RedactionAnswer.of(answer).notReached("merged_records"));
        assertFalse(Writes.changesSince(0).toString().contains("secret of both"));
        Writes.post(422, path + "/redact", "{\"path\":\"notes\",\"merged\":\"yes\"}");
    }

    /** Asserts that a value is not in the history, versions, feed and past exports of a startup. */
    private static void assertIsNowhere(String value, StartupRecord startup, long revision) {
        String path = "/v1/startups/" + startup.id();
        StringBuilder all = new StringBuilder(Atlas.get(200, path).asString());
        JsonNode history = Atlas.tree(path + "/history").get("data");
        for (JsonNode change : history) {
            all.append(change)
                    .append(Atlas.get(200, path + "/versions/" + change.get("version"))
                            .asString())
                    .append(Atlas.get(200, path + "?as_of=" + change.get("revision"))
                            .asString())
                    .append(Atlas.get(200, "/v1/exports/startups?format=ndjson&as_of=" + change.get("revision"))
                            .asString()
                            .lines()
                            .filter(line -> line.contains(startup.id().toString()))
                            .toList());
        }
        all.append(Writes.changesSince(
                history.get(history.size() - 1).get("revision").longValue() - 1));
        assertEquals(
                revision,
                history.get(history.size() - 1).get("revision").longValue(),
                "the redaction is the last change");
        assertFalse(all.toString().contains(value), "it is still returned: " + all);
    }

    private static String body(String name, String more) {
        return "{\"name\":\"" + name + "\"," + more + "}";
    }

    private static String claim(String field, String value) {
        return "{\"field\":\"" + field + "\",\"value\":\"" + value + "\",\"used\":false,\"publisher\":\"a source\","
                + "\"url\":null,\"published\":null,\"seen\":null,\"confidence\":\"reported\",\"note\":\"says " + value
                + "\"}";
    }

    @Test
    void redactionRequiresAdminAndAField() {
        create("Kept", "notes");
        String curator = TestKeys.issue("curator", null).key();
        Writes.post(403, curator, "/v1/startups/kept/redact", "{\"path\":\"notes\"}");
        for (String path : new String[] {"nots", "id", "version", "notes.x"}) {
            Writes.post(422, "/v1/startups/kept/redact", "{\"path\":\"" + path + "\"}");
        }
        assertEquals(
                "notes", Atlas.one(StartupRecord.class, "/v1/startups/kept").notes());
    }

    private static StartupRecord create(String name, String notes) {
        String more = notes == null ? "" : ",\"notes\":\"" + notes + "\"";
        return Writes.create(StartupRecord.class, "/v1/startups", "{\"name\":\"" + name + "\"" + more + "}");
    }
}

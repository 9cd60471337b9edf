package org.startupatlas.writing;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.startupatlas.Atlas;
import org.startupatlas.TestKeys;
import org.startupatlas.Writes;
import org.startupatlas.startup.StartupRecord;

/** A value that an admin takes out is told nowhere any more. */
@QuarkusTest
@TestProfile(ForWriting.class)
class RedactingTest {
    @Test
    void aValueIsTakenOutOfAllVersionsAndThatIsAChange() {
        StartupRecord startup = create("Redacted", "secret one");
        Writes.patch(200, "/v1/startups/redacted", 1, "{\"notes\":\"secret two\",\"headcount\":3}");
        Response answer = Writes.post(200, "/v1/startups/redacted/redact", "{\"path\":\"notes\"}");
        StartupRecord redacted = Atlas.read(StartupRecord.class, answer);
        assertEquals(3, redacted.version());
        assertNull(redacted.notes());
        assertEquals(3, redacted.headcount());
        String path = "/v1/startups/" + startup.id();
        String everything = Atlas.get(200, path + "/history").asString()
                + Atlas.get(200, path + "/versions/1").asString()
                + Atlas.get(200, path + "/versions/2").asString()
                + Writes.changesSince(0);
        assertFalse(everything.contains("secret"), "it is still told");
        JsonNode change = Writes.changesSince(Writes.revision(answer) - 1).get(0);
        assertEquals("updated", change.get("op").textValue());
        assertEquals(
                "[{\"path\":\"notes\",\"from\":null,\"to\":null}]",
                change.get("changed").toString());
        assertEquals(
                0,
                Atlas.page(JsonNode.class, "/v1/startups?notes__contains=secret")
                        .data()
                        .size());
    }

    @Test
    void whoKeepsARecordAsItWasIsToldThatItHasChanged() {
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
    void whatIsGoneCanBeRedactedToo() {
        StartupRecord startup = create("Gone and redacted", "secret three");
        Writes.delete(204, "/v1/startups/" + startup.slug(), 1);
        Writes.post(204, "/v1/startups/" + startup.id() + "/redact", "{\"path\":\"notes\"}");
        assertFalse(Atlas.get(200, "/v1/startups/" + startup.id() + "/history")
                .asString()
                .contains("secret"));
        Atlas.get(410, "/v1/startups/" + startup.slug());
    }

    @Test
    void aRedactionThatIsSentTwiceHappensOnce() {
        StartupRecord living = create("Redacted once", "secret four");
        StartupRecord gone = create("Gone and redacted once", "secret five");
        Writes.delete(204, "/v1/startups/" + gone.slug(), 1);
        long before = Writes.revision(redacted(200, living));
        redacted(200, living);
        redacted(204, gone);
        redacted(204, gone);
        assertEquals(1, Writes.changesSince(before).size());
    }

    private static Response redacted(int status, StartupRecord startup) {
        return Writes.post(
                status,
                TestKeys.asAdmin().header("Idempotency-Key", "redacted once"),
                "/v1/startups/" + startup.id() + "/redact",
                "{\"path\":\"notes\"}");
    }

    @Test
    void aNameIsReplacedBecauseARecordNeedsOne() {
        create("Someone Private", null);
        Writes.post(422, "/v1/startups/someone-private/redact", "{\"path\":\"name\"}");
        StartupRecord redacted = Atlas.read(
                StartupRecord.class,
                Writes.post(
                        200,
                        "/v1/startups/someone-private/redact",
                        "{\"path\":\"name\",\"replacement\":\"Withheld\"}"));
        assertEquals("Withheld", redacted.name());
        assertEquals(
                "Withheld",
                Atlas.tree("/v1/startups/" + redacted.id() + "/versions/1")
                        .get("name")
                        .textValue());
    }

    @Test
    void onlyAdminsRedactAndOnlyFields() {
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

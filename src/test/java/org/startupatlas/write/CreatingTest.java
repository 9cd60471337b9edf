package org.startupatlas.write;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.startupatlas.resource.participation.ParticipationRecord;
import org.startupatlas.resource.startup.StartupRecord;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.ForWriting;
import org.startupatlas.testing.ProblemAnswer;
import org.startupatlas.testing.TestKeys;
import org.startupatlas.testing.Writes;

@QuarkusTest
@TestProfile(ForWriting.class)
class CreatingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "startups | {'name':'A startup'}",
                "programs | {'name':'A program'}",
                "partners | {'name':'A partner'}",
                "participations | {'startup':'chari','program':'morocco-accelerator'}",
                "agreements | {'name':'An agreement'}",
                "funding_rounds | {'startup':'chari'}",
                "sites | {'name':'A site'}",
                "indicators | {'name':'An indicator'}",
                "vocabularies | {'name':'A vocabulary'}"
            })
    void nameIsTheOnlyRequiredField(String resource, String body) {
        Response answer = Writes.post(201, "/v1/" + resource, body.replace('\'', '"'));
        JsonNode record = Atlas.read(JsonNode.class, answer);
        assertEquals("/v1/" + resource + "/" + record.get("id").textValue(), answer.header("Location"));
        assertEquals("no-store", answer.header("Cache-Control"));
        assertEquals(1, record.get("version").intValue());
        assertEquals(record, Atlas.tree(answer.header("Location")));
        assertEquals(
                record, Atlas.tree("/v1/" + resource + "/" + record.get("slug").textValue()));
        JsonNode change = Writes.changesSince(Writes.revision(answer) - 1).get(0);
        assertEquals("created", change.get("op").textValue());
        assertEquals("admin", change.get("by").textValue());
        assertEquals(record, change.get("record"));
    }

    /** Hibernate reads an element without values as none, and the next change of the record would have failed. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "startups | {'name':'Empty market','markets':[{'country':'FR'},{}]} | /markets/1",
                "startups | {'name':'Empty market','markets':[{'country':null}]} | /markets/0",
                "partners | {'name':'Empty presence','presences':[{'city':null,'since':null}]} | /presences/0"
            })
    void elementWithoutValuesIsRejected(String resource, String body, String pointer) {
        ProblemAnswer problem = Writes.problem(Writes.post(422, "/v1/" + resource, body.replace('\'', '"')));
        assertEquals("empty-value", problem.errors().get(0).code());
        assertEquals(pointer, problem.errors().get(0).pointer());
    }

    @Test
    void allValuesAreStored() {
        JsonNode original = Atlas.tree("/v1/startups/chari");
        ObjectNode copy = original.deepCopy();
        copy.remove(List.of("id", "slug", "version", "created_at", "updated_at"));
        ObjectNode created = Atlas.read(ObjectNode.class, Writes.post(201, "/v1/startups", copy.toString()));
        assertEquals("chari-2", created.get("slug").textValue());
        created.remove(List.of("id", "slug", "version", "created_at", "updated_at"));
        assertEquals(copy, created);
    }

    @Test
    void sameNamesGetNumberedSlugs() {
        assertEquals("ecole-2000", Writes.createStartup("École 2000").slug());
        assertEquals("ecole-2000-2", Writes.createStartup("ecole 2000!").slug());
        String arabic = Writes.createStartup("شركة").slug();
        assertTrue(arabic.startsWith("startup-"), arabic);
    }

    @Test
    void yearIsDerivedFromTheDate() {
        StartupRecord startup =
                Writes.create(StartupRecord.class, "/v1/startups", "{\"name\":\"Dated\",\"founded\":\"2019-Q3\"}");
        assertEquals(2019, startup.foundedYear());
    }

    @Test
    void referenceMayBeASlug() {
        ParticipationRecord participation = Writes.create(
                ParticipationRecord.class,
                "/v1/participations",
                "{\"startup\":\"weego\",\"program\":\"morocco-accelerator\",\"state\":\"completed\"}");
        assertEquals(Atlas.one(StartupRecord.class, "/v1/startups/weego").id(), participation.startup());
        assertTrue(participation.slug().startsWith("weego-morocco-accelerator"), participation.slug());
    }

    @Test
    void allViolationsAreReportedAtOnce() {
        ProblemAnswer problem = Writes.problem(Writes.post(
                422,
                "/v1/startups",
                "{\"nam\":\"x\",\"id\":\"1\",\"founded\":\"20x\",\"sectors\":[\"fintek\",\"fintech\",\"fintech\"],"
                        + "\"country\":\"Morocco\",\"headcount\":\"12\",\"site\":\"nowhere\",\"markets\":[{\"contry\":\"FR\"}],"
                        + "\"website\":\"javascript:x\",\"summary\":\"text\",\"diaspora\":1,\"founded_year\":99999}"));
        assertEquals(
                List.of(
                        "/country unknown-code MA",
                        "/diaspora wrong-type null",
                        "/founded invalid-value null",
                        "/founded_year number-out-of-range null",
                        "/headcount wrong-type null",
                        "/id given-by-the-registry null",
                        "/markets/0/contry unknown-property country",
                        "/nam unknown-property name",
                        "/name required null",
                        "/sectors/0 unknown-code fintech",
                        "/sectors/2 repeated-value null",
                        "/site unknown-reference null",
                        "/summary wrong-type null",
                        "/website invalid-value null"),
                problem.errors().stream()
                        .map(error -> error.pointer() + " " + error.code() + " " + error.didYouMean())
                        .sorted()
                        .toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "startups | {'name':'a','founded':'2020','closed':'2019'} | /closed",
                "startups | {'name':'a','founded':'2020','founded_year':2019} | /founded_year",
                "startups | {'name':'a','founded':'0000'} | /founded",
                "startups | {'name':'a','markets':[{'country':'FR','since':'0000-06/2020'}]} | /markets/0/since",
                "programs | {'name':'a','editions':[{'code':'1','start':'2020','end':'2019'}]} | /editions/0/end",
                "programs | {'name':'a','editions':[{'code':'1'},{'code':'1'}]} | /editions/1/code",
                "participations | {'startup':'chari','program':'morocco-accelerator','edition':'1800'} | /edition",
                "participations | {'startup':'chari','program':'seedstars-casablanca','from':'2020','to':'2019'} | /to",
                "vocabularies | {'name':'a','terms':[{'code':'b','labels':{},'parent':'b'}]} | /terms/0/parent",
                "vocabularies | {'name':'a','terms':[{'code':'b','labels':{},'parent':'c'}]} | /terms/0/parent"
            })
    void rulesBetweenValuesAreChecked(String resource, String body, String pointer) {
        ProblemAnswer problem = Writes.problem(Writes.post(422, "/v1/" + resource, body.replace('\'', '"')));
        assertTrue(
                problem.errors().stream().anyMatch(error -> error.pointer().equals(pointer)),
                problem.errors().toString());
    }

    @Test
    void uncertainDatesDoNotBreakRules() {
        Writes.post(201, "/v1/startups", "{\"name\":\"Short\",\"founded\":\"2020-12\",\"closed\":\"2020\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "\"x\"", "", "{", "{\"name\":\"a\",\"name\":\"b\"}", "{\"name\":\"a\"} {}"})
    void bodyThatIsNotAnObjectIsABadRequest(String body) {
        assertEquals(
                "malformed-request",
                Writes.problem(Writes.post(400, "/v1/startups", body)).code());
    }

    @Test
    void dryRunReturnsTheRecordWithoutWriting() {
        long revision = Writes.revision(Atlas.get(200, "/v1/startups?limit=1"));
        JsonNode would =
                Atlas.read(JsonNode.class, Writes.post(200, "/v1/startups?dry_run=true", "{\"name\":\"Only tried\"}"));
        assertEquals("created", would.at("/data/0/op").textValue());
        assertEquals("only-tried", would.at("/data/0/record/slug").textValue());
        Atlas.get(404, "/v1/startups/only-tried");
        assertEquals(0, Writes.changesSince(revision).size());
        assertEquals(
                "invalid-record",
                Writes.problem(Writes.post(422, "/v1/startups?dry_run=true", "{}"))
                        .code());
    }

    @Test
    void retryWithTheSameKeyIsAppliedOnce() {
        String body = "{\"name\":\"Tried twice\"}";
        Response first = Writes.post(201, TestKeys.asAdmin().header("Idempotency-Key", "k1"), "/v1/startups", body);
        Response second = Writes.post(201, TestKeys.asAdmin().header("Idempotency-Key", "k1"), "/v1/startups", body);
        assertEquals(first.asString(), second.asString());
        assertEquals(first.header("Location"), second.header("Location"));
        assertEquals(
                1,
                Atlas.page(JsonNode.class, "/v1/startups?name=Tried%20twice&total=true")
                        .page()
                        .total());
        Response other = Writes.post(
                422, TestKeys.asAdmin().header("Idempotency-Key", "k1"), "/v1/startups", "{\"name\":\"Another\"}");
        assertEquals(
                "idempotency-key-reused", Writes.problem(other).errors().get(0).code());
        Response elsewhere = Writes.post(201, TestKeys.asAdmin().header("Idempotency-Key", "k1"), "/v1/partners", body);
        assertNotEquals(first.header("Location"), elsewhere.header("Location"));
    }

    @Test
    void rejectedWriteIsNotStored() {
        Writes.post(422, TestKeys.asAdmin().header("Idempotency-Key", "k2"), "/v1/startups", "{}");
        Writes.post(
                201, TestKeys.asAdmin().header("Idempotency-Key", "k2"), "/v1/startups", "{\"name\":\"Then right\"}");
    }

    @Test
    void writesRequireAKeyAndCountriesAreReadOnly() {
        long revision = Writes.revision(Atlas.get(200, "/v1/startups?limit=1"));
        Response anonymous = io.restassured.RestAssured.given()
                .contentType("application/json")
                .body("{\"name\":\"a\"}")
                .post("/v1/startups");
        assertEquals(401, anonymous.statusCode());
        Response countries =
                TestKeys.asAdmin().contentType("application/json").body("{}").post("/v1/countries");
        assertEquals(405, countries.statusCode());
        assertFalse(countries.header("Allow").contains("POST"));
        assertEquals(0, Writes.changesSince(revision).size());
    }

    @Test
    void slugMayBeChosenIfValidAndFree() {
        assertEquals(
                "chosen",
                Writes.create(StartupRecord.class, "/v1/startups", "{\"name\":\"A\",\"slug\":\"chosen\"}")
                        .slug());
        ProblemAnswer taken = Writes.problem(Writes.post(422, "/v1/startups", "{\"name\":\"B\",\"slug\":\"chosen\"}"));
        assertEquals("chosen-2", taken.didYouMean());
        Writes.post(422, "/v1/startups", "{\"name\":\"B\",\"slug\":\"Not a slug\"}");
        assertNull(Atlas.one(StartupRecord.class, "/v1/startups/chosen").notes());
    }
}

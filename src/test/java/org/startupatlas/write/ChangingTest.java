package org.startupatlas.write;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.config.DecoderConfig;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
class ChangingTest {
    @Test
    void aPatchChangesWhatItNames() {
        StartupRecord startup = Writes.createStartup("Patched");
        Response answer = Writes.patch(
                200,
                "/v1/startups/patched",
                1,
                "{\"headcount\":12,\"summary\":{\"en\":\"Words\"},\"sectors\":[\"fintech\"]}");
        StartupRecord patched = Atlas.read(StartupRecord.class, answer);
        assertEquals(2, patched.version());
        assertEquals(12, patched.headcount());
        assertEquals("Words", patched.summary().en());
        assertEquals(startup.createdAt(), patched.createdAt());
        JsonNode change = Writes.changesSince(Writes.revision(answer) - 1).get(0);
        assertEquals("updated", change.get("op").textValue());
        assertEquals(
                "[{\"path\":\"summary.en\",\"from\":null,\"to\":\"Words\"},"
                        + "{\"path\":\"sectors\",\"from\":[],\"to\":[\"fintech\"]},"
                        + "{\"path\":\"headcount\",\"from\":null,\"to\":12}]",
                change.get("changed").toString());
        StartupRecord cleared =
                Atlas.read(StartupRecord.class, Writes.patch(200, "/v1/startups/patched", 2, "{\"headcount\":null}"));
        assertNull(cleared.headcount());
        assertEquals("Words", cleared.summary().en());
        assertEquals(
                cleared.id(),
                Atlas.page(StartupRecord.class, "/v1/startups?sectors=fintech&name=patched")
                        .data()
                        .get(0)
                        .id());
        assertEquals(
                List.of(),
                Atlas.page(StartupRecord.class, "/v1/startups?headcount=12&name=patched")
                        .data());
    }

    @Test
    void puttingReplacesAllValuesAndKeepsTheNames() {
        Writes.post(201, "/v1/startups", "{\"name\":\"Put\",\"headcount\":5,\"technologies\":[\"cloud\"]}");
        StartupRecord put = Atlas.read(
                StartupRecord.class,
                Writes.put(200, "/v1/startups/put", 1, "{\"name\":\"Put anew\",\"diaspora\":true}"));
        assertEquals("put", put.slug());
        assertEquals("Put anew", put.name());
        assertNull(put.headcount());
        assertEquals(List.of(), put.technologies());
    }

    @Test
    void aChangeNeedsTheVersionThatWasSeen() {
        Writes.createStartup("Contested");
        Response without =
                Writes.of(TestKeys.ADMIN, Writes.MERGE_PATCH).body("{}").patch("/v1/startups/contested");
        assertEquals(428, without.statusCode());
        Writes.patch(200, "/v1/startups/contested", 1, "{\"headcount\":1}");
        assertTrue(Writes.problem(Writes.patch(412, "/v1/startups/contested", 1, "{\"headcount\":2}"))
                .detail()
                .contains("2"));
        Writes.put(412, "/v1/startups/contested", 1, "{\"name\":\"x\"}");
        Writes.delete(412, "/v1/startups/contested", 1);
        assertEquals(1, Atlas.one(StartupRecord.class, "/v1/startups/contested").headcount());
    }

    @ParameterizedTest
    @ValueSource(strings = {"W/\"1\"", "1", "\"x\"", "\"\""})
    void weakOrForeignTagDoesNotMatch(String tag) {
        String slug = Writes.createStartup("Tagged").slug();
        Response answer = Writes.of(TestKeys.ADMIN, Writes.MERGE_PATCH)
                .header("If-Match", tag)
                .body("{\"headcount\":1}")
                .patch("/v1/startups/" + slug);
        assertEquals(412, answer.statusCode());
    }

    @Test
    void anyVariantOfTheTagMatches() {
        Writes.createStartup("Variants");
        Response read = TestKeys.asAdmin().get("/v1/startups/variants?lang=fr&fields=name");
        Response answer = Writes.of(TestKeys.ADMIN, Writes.MERGE_PATCH)
                .header("If-Match", "\"9-x\", " + read.header("ETag"))
                .body("{\"headcount\":1}")
                .patch("/v1/startups/variants");
        assertEquals(200, answer.statusCode(), answer::asString);
        Response known = given().config(RestAssured.config()
                        .decoderConfig(DecoderConfig.decoderConfig().noContentDecoders()))
                .header("If-None-Match", answer.header("ETag"))
                .get("/v1/startups/variants");
        assertEquals(304, known.statusCode());
    }

    @Test
    void serverFieldsMayBeSentBackUnchanged() {
        StartupRecord startup = Writes.createStartup("Given");
        String body = "{\"name\":\"Given\",\"id\":\"" + startup.id() + "\",\"version\":1}";
        Writes.put(200, "/v1/startups/given", 1, body);
        Writes.put(422, "/v1/startups/given", 1, body.replace("\"version\":1", "\"version\":2"));
        Writes.patch(422, "/v1/startups/given", 1, "{\"created_at\":\"2020-01-01T00:00:00.000Z\"}");
    }

    @Test
    void formerSlugRedirectsAndIsNotReused() {
        StartupRecord startup = Writes.createStartup("Once");
        Writes.patch(200, "/v1/startups/once", 1, "{\"slug\":\"twice\"}");
        Writes.patch(200, "/v1/startups/twice", 2, "{\"slug\":\"thrice\"}");
        for (String former : List.of("once", "twice")) {
            Response moved =
                    TestKeys.asAdmin().redirects().follow(false).get("/v1/startups/" + former + "/history?limit=1");
            assertEquals(308, moved.statusCode());
            assertEquals("/v1/startups/thrice/history?limit=1", moved.header("Location"));
            assertEquals(
                    startup.id(),
                    Atlas.one(StartupRecord.class, "/v1/startups/" + former).id());
            Writes.post(422, "/v1/startups", "{\"name\":\"x\",\"slug\":\"" + former + "\"}");
        }
        assertEquals("once-2", Writes.createStartup("Once").slug());
        assertEquals(
                "once",
                Atlas.read(StartupRecord.class, Writes.patch(200, "/v1/startups/thrice", 3, "{\"slug\":\"once\"}"))
                        .slug());
        assertEquals(
                startup.id(),
                Atlas.one(StartupRecord.class, "/v1/startups/thrice").id());
    }

    @Test
    void putDoesNotCreate() {
        assertEquals(
                "unknown-record",
                Writes.problem(Writes.put(404, "/v1/startups/nowhere", 1, "{\"name\":\"a\"}"))
                        .code());
    }

    @Test
    void relabellingAVocabularyIsOneChange() {
        ObjectNode vocabulary = Atlas.tree("/v1/vocabularies/pillars").deepCopy();
        ((ObjectNode) vocabulary.at("/terms/0/labels")).put("fr", "Mentorat de choix");
        Response answer = Writes.put(200, "/v1/vocabularies/pillars", 1, vocabulary.toString());
        assertEquals(1, Writes.changesSince(Writes.revision(answer) - 1).size());
        assertEquals(
                "Mentorat de choix",
                Atlas.tree("/v1/vocabularies/pillars/strategic_mentoring?lang=fr")
                        .get("labels")
                        .textValue());
    }

    @Test
    void usedCodeCannotBeRemoved() {
        ObjectNode vocabulary = Atlas.tree("/v1/vocabularies/market_modes").deepCopy();
        ObjectNode sectors = Atlas.tree("/v1/vocabularies/sectors").deepCopy();
        sectors.putArray("terms");
        Response answer = Writes.put(422, "/v1/vocabularies/sectors", 1, sectors.toString());
        assertEquals("codes-in-use", Writes.problem(answer).errors().get(0).code());
        ((ArrayNode) vocabulary.get("terms"))
                .addObject()
                .put("code", "franchise")
                .putObject("labels")
                .put("fr", "Franchise")
                .put("ar", "امتياز")
                .put("en", "Franchise");
        Writes.put(200, "/v1/vocabularies/market_modes", 1, vocabulary.toString());
        Writes.post(
                201,
                "/v1/startups",
                "{\"name\":\"Franchised\",\"markets\":[{\"country\":\"FR\",\"mode\":\"franchise\"}]}");
        ObjectNode without = Atlas.tree("/v1/vocabularies/market_modes").deepCopy();
        ArrayNode terms = (ArrayNode) without.get("terms");
        terms.remove(terms.size() - 1);
        Writes.put(422, "/v1/vocabularies/market_modes", 2, without.toString());
    }

    @Test
    void usedEditionCannotBeRemoved() {
        ParticipationRecord participation = Atlas.page(
                        ParticipationRecord.class, "/v1/participations?edition__exists=true")
                .data()
                .get(0);
        JsonNode program = Atlas.tree("/v1/programs/" + participation.program());
        Response answer = Writes.patch(
                422,
                "/v1/programs/" + participation.program(),
                program.get("version").intValue(),
                "{\"editions\":[]}");
        assertEquals("editions-in-use", Writes.problem(answer).errors().get(0).code());
    }

    @Test
    void editionMustContainItsParticipations() {
        JsonNode program = Atlas.read(
                JsonNode.class,
                Writes.post(
                        201, "/v1/programs", "{\"name\":\"Moving\",\"editions\":[{\"code\":\"a\"},{\"code\":\"b\"}]}"));
        String path = "/v1/programs/" + program.get("id").textValue();
        ParticipationRecord participation = Writes.create(
                ParticipationRecord.class,
                "/v1/participations",
                "{\"startup\":\"chari\",\"program\":\"moving\",\"edition\":\"b\",\"from\":\"2024-03\",\"to\":\"2024-06\"}");
        Writes.patch(200, path, 1, editions("\"start\":\"2024\",\"end\":\"2024-06\""));
        for (String dates : List.of("\"start\":\"2024-04\"", "\"end\":\"2024-05\"")) {
            ProblemAnswer problem = Writes.problem(Writes.patch(422, path, 2, editions(dates)));
            assertEquals("edition-left", problem.errors().get(0).code());
            assertEquals("/editions/1", problem.errors().get(0).pointer());
            assertTrue(problem.errors().get(0).detail().contains(participation.slug()));
        }
    }

    private static String editions(String datesOfTheSecond) {
        return "{\"editions\":[{\"code\":\"a\",\"start\":\"2030\"},{\"code\":\"b\"," + datesOfTheSecond + "}]}";
    }

    @Test
    void dryRunReturnsTheChangedRecord() {
        Writes.createStartup("Rehearsed");
        JsonNode would = Atlas.read(
                JsonNode.class, Writes.patch(200, "/v1/startups/rehearsed?dry_run=true", 1, "{\"headcount\":7}"));
        assertEquals(7, would.at("/data/0/record/headcount").intValue());
        assertEquals(2, would.at("/data/0/version").intValue());
        assertNull(Atlas.one(StartupRecord.class, "/v1/startups/rehearsed").headcount());
    }
}

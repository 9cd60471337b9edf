package org.startupatlas.writing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.startupatlas.Atlas;
import org.startupatlas.TestKeys;
import org.startupatlas.Writes;
import org.startupatlas.partner.PartnerRecord;
import org.startupatlas.program.ProgramRecord;

/** A contributor writes its partner, its programs and their participations, and nothing else by whatever path. */
@QuarkusTest
@TestProfile(ForWriting.class)
class ContributorTest {
    private PartnerRecord own;
    private PartnerRecord other;
    private String key;

    @BeforeEach
    void partners() {
        own = Writes.create(PartnerRecord.class, "/v1/partners", "{\"name\":\"Own\"}");
        other = Writes.create(PartnerRecord.class, "/v1/partners", "{\"name\":\"Other\"}");
        key = TestKeys.issue("contributor", own.id().toString()).key();
    }

    @Test
    void itChangesItsPartnerAndNoOther() {
        Writes.patch(200, key, "/v1/partners/" + own.slug(), 1, "{\"city\":\"Fès\"}");
        Writes.patch(403, key, "/v1/partners/" + other.slug(), 1, "{\"city\":\"Fès\"}");
        Writes.post(403, key, "/v1/partners", "{\"name\":\"New\"}");
    }

    @Test
    void itMakesProgramsItOperatesAndCannotGiveThemAway() {
        ProgramRecord program = Atlas.read(
                ProgramRecord.class,
                Writes.post(201, key, "/v1/programs", "{\"name\":\"P\",\"operators\":[" + operator(own) + "]}"));
        String path = "/v1/programs/" + program.id();
        Writes.patch(200, key, path, 1, "{\"operators\":[" + operator(own) + "," + operator(other) + "]}");
        Writes.patch(403, key, path, 2, "{\"operators\":[" + operator(other) + "]}");
        Writes.post(403, key, "/v1/programs", "{\"name\":\"Q\",\"operators\":[" + operator(other) + "]}");
        Writes.post(403, key, "/v1/programs", "{\"name\":\"Q\"}");
        assertEquals(2, Atlas.one(ProgramRecord.class, path).version());
    }

    @Test
    void itWritesParticipationsInItsProgramsOnly() {
        ProgramRecord program = Writes.create(
                ProgramRecord.class, "/v1/programs", "{\"name\":\"R\",\"operators\":[" + operator(own) + "]}");
        String body = "{\"startup\":\"chari\",\"program\":\"" + program.id() + "\"}";
        String slug = Atlas.read(JsonNode.class, Writes.post(201, key, "/v1/participations", body))
                .get("slug")
                .textValue();
        Writes.post(403, key, "/v1/participations", "{\"startup\":\"chari\",\"program\":\"morocco-accelerator\"}");
        Writes.patch(403, key, "/v1/participations/" + slug, 1, "{\"program\":\"morocco-accelerator\"}");
        Writes.patch(200, key, "/v1/participations/" + slug, 1, "{\"state\":\"completed\"}");
    }

    @Test
    void itWritesNothingElse() {
        for (String resource :
                new String[] {"startups", "funding_rounds", "agreements", "sites", "indicators", "vocabularies"}) {
            Writes.post(403, key, "/v1/" + resource, "{\"name\":\"X\",\"startup\":\"chari\"}");
        }
        Writes.patch(403, key, "/v1/startups/chari", 1, "{\"headcount\":1}");
        Writes.patch(422, key, "/v1/partners/" + own.slug(), 1, "{\"slug\":\"mine\"}");
        assertEquals(
                403,
                TestKeys.with(key)
                        .header("If-Match", "\"1\"")
                        .contentType("application/json")
                        .body("{\"from\":\"" + other.slug() + "\"}")
                        .post("/v1/partners/" + own.slug() + "/merge")
                        .statusCode());
    }

    @Test
    void theLogNamesTheKey() {
        var answer = Writes.patch(200, key, "/v1/partners/" + own.slug(), 1, "{\"notes\":\"by us\"}");
        assertEquals(
                Writes.changesSince(Writes.revision(answer) - 1).at("/0/by").textValue(), key.split("_")[1]);
    }

    private static String operator(PartnerRecord partner) {
        return "{\"partner\":\"" + partner.id() + "\",\"name\":\"" + partner.name() + "\"}";
    }
}

package org.startupatlas.write;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.startupatlas.resource.partner.PartnerRecord;
import org.startupatlas.resource.program.ProgramRecord;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.ForWriting;
import org.startupatlas.testing.TestKeys;
import org.startupatlas.testing.TwoContributors;
import org.startupatlas.testing.Writes;

/** A contributor writes its partner, its programs and their participations; of startups, see {@link StewardTest}. */
@QuarkusTest
@TestProfile(ForWriting.class)
class ContributorTest extends TwoContributors {
    @Test
    void contributorChangesOnlyItsPartner() {
        Writes.patch(200, key, "/v1/partners/" + own.slug(), 1, "{\"city\":\"Fès\"}");
        Writes.patch(403, key, "/v1/partners/" + other.slug(), 1, "{\"city\":\"Fès\"}");
        Writes.post(403, key, "/v1/partners", "{\"name\":\"New\"}");
    }

    @Test
    void contributorCreatesItsOwnPrograms() {
        ProgramRecord program = program(operator(own));
        String path = "/v1/programs/" + program.id();
        String unknown = "{\"partner\":null,\"name\":\"An organisation without a record\"}";
        long revision = Writes.revision(Atlas.get(200, path));
        for (String operators : List.of(
                operator(own) + "," + operator(other), operator(own) + "," + unknown, operator(other), unknown, "")) {
            String body = "{\"name\":\"Q\",\"operators\":[" + operators + "]}";
            Response refused = Writes.post(403, key, "/v1/programs", body);
            assertEquals("/operators", Writes.problem(refused).errors().get(0).pointer());
            Writes.post(403, key, "/v1/programs?dry_run=true", body);
        }
        Writes.post(403, key, "/v1/programs", "{\"name\":\"Q\"}");
        for (String operators : List.of(operator(own) + "," + operator(other), operator(other), unknown)) {
            String body = "{\"name\":\"P\",\"operators\":[" + operators + "]}";
            Writes.patch(403, key, path, 1, body);
            assertEquals(403, put(path, 1, body).statusCode());
        }
        assertEquals(revision, Writes.revision(Atlas.get(200, path)));
        Writes.patch(200, key, path, 1, "{\"operators\":[{\"partner\":\"" + own.slug() + "\",\"name\":\"We\"}]}");
        assertEquals(
                204, TestKeys.with(key).header("If-Match", "\"2\"").delete(path).statusCode());
    }

    @Test
    void contributorCannotChangeOtherOperators() {
        ProgramRecord program = program(operator(own));
        String path = "/v1/programs/" + program.id();
        Writes.patch(200, path, 1, operators(own, other));
        Writes.patch(403, key, path, 2, operators(own));
        Writes.patch(403, key, path, 2, "{\"operators\":[]}");
        Writes.patch(403, key, path + "?dry_run=true", 2, operators(own));
        String renamed = operator(own) + ",{\"partner\":\"" + other.id() + "\",\"name\":\"Another name\"}";
        Writes.patch(403, key, path, 2, "{\"operators\":[" + renamed + "]}");
        assertEquals(403, put(path, 2, "{\"name\":\"P\"}").statusCode());
        assertEquals(
                403, TestKeys.with(key).header("If-Match", "\"2\"").delete(path).statusCode());
        Writes.patch(200, key, path, 2, "{\"notes\":\"ours\"}");
        Writes.patch(200, key, path, 3, operators(other, own));
        Writes.patch(200, key, path, 4, operators(other));
        Writes.patch(403, key, path, 5, operators(other, own));
        assertEquals(1, Atlas.one(ProgramRecord.class, path).operators().size());
    }

    private ProgramRecord program(String operators) {
        String body = "{\"name\":\"P\",\"operators\":[" + operators + "]}";
        return Atlas.read(ProgramRecord.class, Writes.post(201, key, "/v1/programs", body));
    }

    private Response put(String path, int version, String body) {
        return Writes.of(key, "application/json")
                .header("If-Match", "\"" + version + "\"")
                .body(body)
                .put(path);
    }

    @Test
    void contributorWritesParticipationsInItsPrograms() {
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
    void contributorWritesNothingElse() {
        for (String resource : new String[] {"funding_rounds", "agreements", "sites", "indicators", "vocabularies"}) {
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
    void logNamesTheKey() {
        var answer = Writes.patch(200, key, "/v1/partners/" + own.slug(), 1, "{\"notes\":\"by us\"}");
        assertEquals(
                Writes.changesSince(Writes.revision(answer) - 1).at("/0/by").textValue(), key.split("_")[1]);
    }

    private static String operators(PartnerRecord... partners) {
        return "{\"operators\":["
                + Arrays.stream(partners).map(ContributorTest::operator).collect(Collectors.joining(","))
                + "]}";
    }

    private static String operator(PartnerRecord partner) {
        return "{\"partner\":\"" + partner.id() + "\",\"name\":\"" + partner.name() + "\"}";
    }
}

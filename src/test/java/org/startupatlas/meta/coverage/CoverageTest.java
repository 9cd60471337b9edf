package org.startupatlas.meta.coverage;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.startupatlas.ResourceCatalog;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.ForWriting;
import org.startupatlas.testing.Writes;

/** Tests what is claimed, known and missing. */
@QuarkusTest
@TestProfile(ForWriting.class)
class CoverageTest {
    @Test
    void knownAndUnknownAreTheTotalsOfTheLists() {
        JsonNode resources = Atlas.tree("/v1/coverage").get("resources");
        for (ResourceSchema schema : ResourceCatalog.SCHEMAS) {
            JsonNode resource = resources.get(schema.resource());
            String path = "/v1/" + schema.resource() + "?";
            assertEquals(Atlas.total(path), resource.get("records").longValue(), schema.resource());
            resource.get("fields").properties().forEach(field -> {
                String filter = path + field.getKey() + "__exists=";
                assertEquals(
                        Atlas.total(filter + "true"),
                        field.getValue().get("known").longValue(),
                        filter);
                assertEquals(
                        Atlas.total(filter + "false"),
                        field.getValue().get("unknown").longValue(),
                        filter);
            });
        }
    }

    @Test
    void reasonsAreCounted() {
        long before = reasons("headcount").path("withheld").longValue();
        Writes.createStartup(
                "Withheld",
                ",\"provenance\":[{\"field\":\"headcount\",\"absent\":\"withheld\",\"used\":true,\"publisher\":\"a\",\"confidence\":\"reported\"}]");
        assertEquals(before + 1, reasons("headcount").get("withheld").longValue());
        assertEquals(before + 1, Atlas.total("/v1/startups?headcount__absent=withheld"));
    }

    @Test
    void programsWithAWindowAndWithCriteriaAreCounted() {
        JsonNode before = Atlas.tree("/v1/coverage").at("/resources/programs/fields");
        Writes.create(
                JsonNode.class,
                "/v1/programs",
                """
                {"name":"Covered","criteria":[{"kind":"country","code":"MA"},{"kind":"age","max":5}],
                "editions":[{"code":"1","applications_close":"2031-05"},{"code":"2","applications_close":"2032"}]}""");
        JsonNode after = Atlas.tree("/v1/coverage").at("/resources/programs/fields");
        Map.of("editions.applications_close", 1, "editions.applications_open", 0, "criteria", 1)
                .forEach((field, more) -> assertEquals(
                        before.at("/" + field + "/known").longValue() + more,
                        after.at("/" + field + "/known").longValue(),
                        field));
    }

    private static JsonNode reasons(String field) {
        return Atlas.tree("/v1/coverage").at("/resources/startups/fields/" + field + "/absent");
    }

    @Test
    void totalsStandBesideWhatIsClaimed() {
        JsonNode totals = Atlas.tree("/v1/coverage").get("totals");
        assertTrue(totals.size() > 0);
        for (JsonNode total : totals) {
            String link = total.get("link").textValue();
            assertEquals(
                    Atlas.total(link.contains("?") ? link : link + "?"),
                    total.get("known").longValue(),
                    link);
            for (JsonNode claim : total.get("claims")) {
                assertEquals(
                        claim.get("value")
                                .decimalValue()
                                .subtract(total.get("known").decimalValue()),
                        claim.get("difference").decimalValue());
            }
        }
        JsonNode accelerated = null;
        for (JsonNode total : totals) {
            accelerated = total.get("indicator").textValue().equals("accelerator_startups") ? total : accelerated;
        }
        assertEquals(60, accelerated.at("/claims/1/value").intValue());
        assertEquals("target", accelerated.at("/claims/1/kind").textValue());
    }

    @Test
    void answerIsCachedUntilTheNextWrite() {
        Response first = Atlas.get(200, "/v1/coverage");
        assertEquals(
                304,
                given().header("If-None-Match", first.header("ETag"))
                        .get("/v1/coverage")
                        .statusCode());
        Writes.createStartup("One more to cover");
        assertEquals(
                200,
                given().header("If-None-Match", first.header("ETag"))
                        .get("/v1/coverage")
                        .statusCode());
        assertEquals(
                List.of("unknown-parameter"),
                List.of(Atlas.problem(400, "/v1/coverage?x=1").errors().get(0).code()));
    }
}

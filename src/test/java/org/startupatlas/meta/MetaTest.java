package org.startupatlas.meta;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.startupatlas.ResourceCatalog;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.TestKeys;

@QuarkusTest
class MetaTest {
    @Test
    void everyFieldIsListedWithItsType() {
        JsonNode meta = Atlas.tree("/v1/meta");
        ResourceCatalog.SCHEMAS.forEach(schema -> {
            JsonNode fields = meta.at("/resources/" + schema.resource() + "/fields");
            List<String> names = new ArrayList<>();
            fields.forEach(field -> names.add(field.get("name").textValue()));
            assertEquals(schema.fields().stream().map(field -> field.name()).toList(), names);
        });
    }

    @Test
    void countsOfCodesEqualFilteredTotals() {
        JsonNode sectors = Atlas.tree("/v1/meta").at("/resources/startups/enums/sectors");
        assertTrue(sectors.size() > 20);
        sectors.properties()
                .forEach(entry -> assertEquals(
                        given().get("/v1/startups?total=true&limit=1&sectors=" + entry.getKey())
                                .jsonPath()
                                .getLong("page.total"),
                        entry.getValue().longValue(),
                        entry.getKey()));
        assertEquals(
                63,
                Atlas.tree("/v1/meta")
                        .at("/resources/startups/enums/country/MA")
                        .intValue());
    }

    @Test
    void licenceAndLimitsAreListed() {
        JsonNode meta = Atlas.tree("/v1/meta");
        assertEquals("CC-BY-4.0", meta.at("/license/id").textValue());
        assertTrue(meta.get("sources").size() > 0);
        assertEquals(200, meta.at("/limits/limit_greatest").intValue());
        assertEquals(1_073_741_824, meta.at("/limits/import_bytes").longValue());
        assertEquals(50, meta.at("/limits/streams_per_address").intValue());
        assertEquals(100, meta.at("/limits/streams_kept_for_keys").intValue());
        assertEquals(4, meta.at("/limits/exports_per_address").intValue());
        assertEquals(4, meta.at("/limits/exports_kept_for_keys").intValue());
        assertTrue(meta.at("/objections/how").isTextual());
        assertEquals(619, meta.get("revision").intValue(), "one revision for each bundled record");
    }

    @Test
    void everyLinkOfMetaWorks() {
        List<String> withKey = List.of("/v1/imports", "/v1/keys", "/v1/proposals");
        for (String start : List.of("/", "/v1")) {
            Atlas.tree(start)
                    .get("links")
                    .forEach(link -> Atlas.get(withKey.contains(link.textValue()) ? 401 : 200, link.textValue()));
        }
        withKey.forEach(path -> assertEquals(200, TestKeys.asAdmin().get(path).statusCode(), path));
        JsonNode catalog = Atlas.tree("/.well-known/api-catalog").at("/linkset/0");
        assertTrue(Atlas.get(200, "/.well-known/api-catalog").contentType().startsWith("application/linkset+json"));
        catalog.properties().forEach(entry -> entry.getValue()
                .forEach(link -> Atlas.get(200, link.get("href").textValue())));
    }

    @Test
    void readinessAndMetricsAnswer() {
        for (String path :
                List.of("/q/health", "/q/health/live", "/q/health/ready", "/q/health/started", "/q/metrics")) {
            Atlas.get(200, path);
        }
    }
}

package org.startupatlas.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.TestKeys;

/** Tests that {@code lang} applies to all texts, and that fallbacks are listed. */
@QuarkusTest
class TextLanguagesTest {
    @Test
    void recordListsFallbackLanguages() {
        JsonNode weego = Atlas.tree("/v1/startups/weego?lang=ar&fields=summary");
        assertEquals("{\"summary\":\"en\"}", weego.get("langs").toString());
        assertFalse(Atlas.tree("/v1/startups/weego?lang=en&fields=summary").has("langs"));
        assertFalse(Atlas.tree("/v1/startups/weego?fields=summary").has("langs"));
        assertFalse(Atlas.tree("/v1/countries/MA?lang=ar&fields=names").has("langs"));
        JsonNode inList =
                Atlas.tree("/v1/startups?slug=weego&lang=fr&fields=summary").at("/data/0");
        assertEquals("{\"summary\":\"en\"}", inList.get("langs").toString());
    }

    @Test
    void expandedRecordsAndHitsListFallbackLanguages() {
        JsonNode participation = Atlas.tree("/v1/participations?startup=weego&lang=ar&expand=startup&limit=1")
                .at("/data/0/expanded/startup");
        assertEquals("en", participation.at("/langs/summary").textValue());
        JsonNode hit =
                Atlas.tree("/v1/search?q=weego&resource=startups&lang=ar").at("/data/0");
        assertEquals("{\"summary\":\"en\"}", hit.get("langs").toString());
        assertFalse(
                Atlas.tree("/v1/search?q=weego&resource=startups").at("/data/0").has("langs"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/changes?resource=startups&slug=weego", "/v1/startups/weego/history?since=0"})
    void changesAreReturnedInOneLanguage(String path) throws IOException {
        Response answer = Atlas.get(200, path + "&lang=ar");
        JsonNode change = Atlas.json().readTree(answer.asByteArray());
        assertTrue(change.at("/data/0/record/summary").isTextual());
        assertEquals("en", change.at("/data/0/record/langs/summary").textValue());
        assertEquals("ar", change.at("/meta/lang").textValue());
        assertTrue(answer.header("Content-Language").contains("en"), answer.header("Content-Language"));
        assertTrue(Atlas.tree(path + "&limit=1").at("/data/0/record/summary").isObject());
    }

    @Test
    void exportsAreWrittenInOneLanguage() throws IOException {
        String path = "/v1/exports/startups?slug=weego";
        Response answer = Atlas.get(200, path + "&lang=fr");
        JsonNode record = Atlas.json().readTree(answer.asByteArray());
        assertEquals(Atlas.tree("/v1/startups/weego?lang=fr"), record);
        assertEquals("fr", answer.header("Content-Language"));
        assertNotEquals(Atlas.get(200, path).header("ETag"), answer.header("ETag"));
        assertEquals(
                Atlas.get(200, "/v1/startups?slug=weego&lang=fr&format=csv").asString(),
                Atlas.get(200, path + "&lang=fr&format=csv").asString());
        assertTrue(Atlas.get(200, "/v1/exports/startups?slug=weego&lang=fr&fields=summary.fr")
                .asString()
                .contains("\"summary\":\""));
    }

    @Test
    void metaHasLabelsInOneLanguage() {
        JsonNode meta = Atlas.tree("/v1/meta?lang=fr");
        assertEquals("fr", meta.get("lang").textValue());
        JsonNode startups = meta.at("/resources/startups");
        assertEquals(
                "Commerce électronique",
                startups.at("/labels/sectors/e_commerce").textValue());
        assertEquals(
                startups.at("/enums/sectors").size(),
                startups.at("/labels/sectors").size());
        assertFalse(Atlas.tree("/v1/meta").at("/resources/startups").has("labels"));
        assertTrue(Atlas.get(200, "/v1/meta?lang=fr").header("Content-Language").contains("fr"));
        assertNotEquals(
                Atlas.get(200, "/v1/meta?lang=fr").header("ETag"),
                Atlas.get(200, "/v1/meta").header("ETag"));
    }

    @Test
    void suggestedCodeHasItsFilters() {
        JsonNode suggestions = Atlas.tree("/v1/suggest?q=healtht&resource=vocabularies&lang=fr");
        JsonNode sector = null;
        for (JsonNode each : suggestions.get("data")) {
            if (sector == null && each.get("slug").textValue().equals("sectors")) {
                sector = each;
            }
        }
        assertEquals("healthtech", sector.get("code").textValue());
        assertEquals(Atlas.tree("/v1/vocabularies/sectors/healthtech?lang=fr").get("labels"), sector.get("name"));
        assertEquals("sectors=healthtech", sector.at("/filters/0/filter").textValue());
        assertEquals("fr", suggestions.at("/meta/lang").textValue());
        for (JsonNode filter : sector.get("filters")) {
            for (JsonNode resource : filter.get("resources")) {
                Atlas.get(
                        200,
                        "/v1/" + resource.textValue() + "?limit=1&"
                                + filter.get("filter").textValue());
            }
        }
        assertTrue(sector.at("/filters/0/resources").toString().contains("startups"));
    }

    @ParameterizedTest
    @CsvSource({"fr, Maroc", "ar, المغرب", "en, Morocco"})
    void suggestedCountryIsInTheRequestedLanguage(String language, String name) {
        JsonNode country = Atlas.tree("/v1/suggest?q=moroc&resource=countries&lang=" + language)
                .at("/data/0");
        assertEquals(name, country.get("name").textValue());
        assertEquals("MA", country.get("code").textValue());
        assertEquals("country=MA", country.at("/filters/0/filter").textValue());
    }

    @Test
    void importsTakeALanguage() {
        assertEquals(200, TestKeys.asAdmin().get("/v1/imports?lang=fr").statusCode());
        assertEquals(400, TestKeys.asAdmin().get("/v1/imports?lang=de").statusCode());
        assertEquals(
                List.of("lang"),
                Atlas.problem(400, TestKeys.asAdmin().get("/v1/imports?lang=de")).errors().stream()
                        .map(error -> error.parameter())
                        .toList());
    }
}

package org.startupatlas.http;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.startupatlas.testing.Atlas;

@QuarkusTest
class LanguagesTest {
    @ParameterizedTest
    @CsvSource({"fr, Maroc", "ar, المغرب", "en, Morocco"})
    void langSelectsOneTranslation(String language, String name) throws IOException {
        JsonNode country = Atlas.tree("/v1/countries/MA?lang=" + language);
        assertEquals(name, country.get("names").textValue());
    }

    @Test
    void withoutLangAllLanguagesAreReturned() {
        Response answer = given().header("Accept-Language", "fr").get("/v1/countries/MA");
        assertEquals("المغرب", answer.jsonPath().getString("names.ar"));
        assertNull(answer.header("Content-Language"));
        assertFalse(answer.header("Vary").contains("Accept-Language"));
    }

    @Test
    void missingTranslationFallsBackAndIsInTheHeader() throws IOException {
        Response answer = Atlas.get(200, "/v1/startups/weego?lang=ar&fields=summary");
        assertEquals("en", answer.header("Content-Language"));
        assertTrue(answer.jsonPath().getString("summary").startsWith("urban transit"));
    }

    @Test
    void codesHaveLabels() throws IOException {
        Response answer = Atlas.get(200, "/v1/startups/chari?lang=fr");
        JsonNode record = Atlas.json().readTree(answer.asByteArray());
        assertEquals("fintech", record.at("/sectors/0").textValue());
        assertEquals(
                "Commerce électronique", record.at("/labels/sectors/e_commerce").textValue());
        assertEquals("Maroc", record.at("/labels/country/MA").textValue());
        assertEquals(
                "Tunisie", record.get("labels").get("markets.country").get("TN").textValue());
        assertTrue(answer.header("Content-Language").contains("fr"));
        assertFalse(Atlas.tree("/v1/startups/chari").has("labels"));
    }

    @Test
    void listsHaveTheRequestedLanguage() throws IOException {
        assertEquals(
                "ar",
                Atlas.tree("/v1/startups?lang=ar&limit=1").at("/meta/lang").textValue());
        assertFalse(Atlas.tree("/v1/startups?limit=1").get("meta").has("lang"));
    }

    @Test
    void expandedRecordsAreInTheSameLanguage() throws IOException {
        JsonNode record = Atlas.tree("/v1/startups/chari?lang=ar&expand=country");
        assertEquals("المغرب", record.at("/expanded/country/names").textValue());
    }

    @Test
    void vocabularyCodesHaveLabels() throws IOException {
        JsonNode fintech = Atlas.tree("/v1/vocabularies/sectors/fintech");
        assertEquals("fintech", fintech.get("code").textValue());
        assertTrue(fintech.get("labels").has("ar"));
        assertEquals(
                "Fintech",
                Atlas.tree("/v1/vocabularies/sectors/fintech?lang=fr")
                        .get("labels")
                        .textValue());
    }
}

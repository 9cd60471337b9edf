package org.startupatlas.http;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.ForWriting;
import org.startupatlas.testing.Writes;

/** Tests the JSON-LD of organisations for search engines. */
@QuarkusTest
@TestProfile(ForWriting.class)
class JsonLdTest {
    private static final String JSON_LD = "application/ld+json";

    @Test
    void startupIsAnOrganizationWithCertainValues() throws IOException {
        JsonNode startup = Writes.create(
                JsonNode.class,
                "/v1/startups",
                """
                {"name": "Nabta", "other_names": [{"name": "نبتة", "lang": "ar", "kind": "translated"}],
                 "summary": {"fr": "Transport urbain", "ar": null, "en": "Urban transit"},
                 "founded": "2017-03", "closed": "2024", "city": "Casablanca", "region": "MA-06", "country": "MA",
                 "headcount": 35, "website": "https://nabta.example/",
                 "markets": [{"country": "FR", "mode": null, "state": "entered", "since": null},
                             {"country": "TN", "mode": null, "state": "exploring", "since": null}],
                 "external_ids": {"ror": "https://ror.org/03xc55g68", "wikidata": "Q3550078",
                                  "ice": "001525713000089", "isni": null, "fundref": "501100012456"}}
                """);
        JsonNode expected = Atlas.json()
                .readTree(
                        """
                        {"@context": "https://schema.org", "@type": "Organization", "@id": "/v1/startups/%s",
                         "name": "Nabta", "alternateName": ["نبتة"],
                         "description": [{"@language": "fr", "@value": "Transport urbain"},
                                         {"@language": "en", "@value": "Urban transit"}],
                         "url": "https://nabta.example/", "foundingDate": "2017-03", "dissolutionDate": "2024",
                         "address": {"@type": "PostalAddress", "addressLocality": "Casablanca",
                                     "addressRegion": "MA-06", "addressCountry": "MA"},
                         "areaServed": [{"@type": "Country", "identifier": "FR"}],
                         "numberOfEmployees": {"@type": "QuantitativeValue", "value": 35},
                         "sameAs": ["https://ror.org/03xc55g68", "https://www.wikidata.org/wiki/Q3550078",
                                    "https://doi.org/10.13039/501100012456"],
                         "identifier": {"@type": "PropertyValue", "propertyID": "ICE", "value": "001525713000089"}}
                        """
                                .formatted(startup.get("id").textValue()));
        assertEquals(expected, jsonLd("/v1/startups/nabta"));
        assertEquals(expected, Atlas.tree("/v1/startups/nabta?format=jsonld"));
        assertEquals(
                "Transport urbain",
                Atlas.tree("/v1/startups/nabta?format=jsonld&lang=fr")
                        .get("description")
                        .textValue());
    }

    @Test
    void uncertainValuesAreOmitted() throws IOException {
        Writes.create(
                JsonNode.class,
                "/v1/startups",
                """
                {"name": "Perhaps", "founded": "2019-H1", "city": "Fès", "headcount": 12,
                 "provenance": [
                   {"field": "headcount", "value": "12?", "used": true, "publisher": "Somebody", "url": null,
                    "published": null, "seen": null, "confidence": "unverified", "note": null},
                   {"field": "city", "value": "Fès", "used": true, "publisher": "Somebody", "url": null,
                    "published": null, "seen": null, "confidence": "unverified", "note": null},
                   {"field": "city", "value": "Fès", "used": true, "publisher": "Somebody else", "url": null,
                    "published": null, "seen": null, "confidence": "reported", "note": null}]}
                """);
        JsonNode organisation = jsonLd("/v1/startups/perhaps");
        assertFalse(organisation.has("foundingDate"), "half a year is no date of ISO 8601");
        assertFalse(organisation.has("numberOfEmployees"));
        assertEquals("Fès", organisation.at("/address/addressLocality").textValue());
        for (String absent : new String[] {"url", "sameAs", "areaServed", "description", "dissolutionDate"}) {
            assertFalse(organisation.has(absent), absent);
        }
    }

    @Test
    void everyBundledOrganisationIsWritten() throws IOException {
        for (String resource : new String[] {"startups", "partners"}) {
            for (JsonNode record : Atlas.walk(JsonNode.class, "/v1/" + resource + "?limit=200")) {
                JsonNode organisation =
                        jsonLd("/v1/" + resource + "/" + record.get("id").textValue());
                assertEquals(record.get("name"), organisation.get("name"));
            }
        }
    }

    @Test
    void jsonLdIsASeparateFormat() {
        Response json = Atlas.get(200, "/v1/partners/technopark-morocco");
        Response organisation = given().accept(JSON_LD).get("/v1/partners/technopark-morocco");
        assertTrue(organisation.contentType().startsWith(JSON_LD), organisation.contentType());
        assertNotEquals(json.header("ETag"), organisation.header("ETag"));
        assertEquals(
                304,
                given().accept(JSON_LD)
                        .header("If-None-Match", organisation.header("ETag"))
                        .get("/v1/partners/technopark-morocco")
                        .statusCode());
        assertEquals(
                "application/json",
                given().accept("*/*").get("/v1/partners/technopark-morocco").contentType());
    }

    @Test
    void otherResourcesHaveNoJsonLd() {
        assertEquals(406, given().accept(JSON_LD).get("/v1/startups").statusCode());
        assertEquals(406, given().accept(JSON_LD).get("/v1/countries/MA").statusCode());
        assertEquals(
                "format",
                Atlas.problem(400, "/v1/programs/morocco-accelerator?format=jsonld")
                        .errors()
                        .get(0)
                        .parameter());
        for (String query : new String[] {"fields=name", "expand=programs"}) {
            assertEquals(
                    "not-together",
                    Atlas.problem(400, "/v1/startups/chari?format=jsonld&" + query)
                            .errors()
                            .get(0)
                            .code());
        }
    }

    private static JsonNode jsonLd(String path) throws IOException {
        Response answer = given().accept(JSON_LD).get(path);
        assertEquals(200, answer.statusCode(), answer::asString);
        return Atlas.json().readTree(answer.asByteArray());
    }
}

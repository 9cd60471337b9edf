package org.startupatlas.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.startupatlas.imports.ImportedCase.value;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.ForWriting;

/** Tests files whose cells are written as people and spreadsheets write them, row by row. */
@QuarkusTest
@TestProfile(ForWriting.class)
class CellCasesTest {

    @Test
    void textsAreTrimmed() {
        ImportedCase.of("spaces-around", "startups").rows(4, 0, 0, 0);
        for (String slug : List.of("kp-un", "kp-deux", "kp-trois")) {
            assertEquals("Safi", value("startups/" + slug, "/city"));
        }
        assertEquals("Kp Un", value("startups/kp-un", "/name"));
        assertEquals("Kp Deux", value("startups/kp-deux", "/name"));
        assertEquals("Kp Trois", value("startups/kp-trois", "/name"));
        JsonNode blank = Atlas.tree("/v1/startups/kp-quatre");
        assertTrue(blank.get("city").isNull() && blank.get("notes").isNull(), blank::toString);
        ImportedCase.of("spaces-around", "startups").rows(0, 0, 4, 0);
    }

    @Test
    void rowsWithoutNameAreRefused() {
        ImportedCase imported = ImportedCase.of("nameless", "startups").rows(0, 0, 0, 5);
        assertEquals(
                List.of(
                        "2 name required null",
                        "3 name required null",
                        "4 name required null",
                        "5 name required null",
                        "6 name required null"),
                imported.entries("refused"));
        assertEquals(List.of("-", "-----", "..."), imported.unknown("name"));
    }

    @Test
    void invisibleCharactersAreRemoved() {
        ImportedCase.of("invisible-in-text", "startups").rows(3, 0, 0, 0);
        assertEquals("Ki Zwsp", value("startups/ki-zwsp", "/name"));
        assertEquals("Safi", value("startups/ki-zwsp", "/city"));
        assertEquals("Ki Rlm", value("startups/ki-rlm", "/name"));
        assertEquals("Fès", value("startups/ki-rlm", "/city"));
        assertEquals("Ki Bom", value("startups/ki-bom", "/name"));
        assertEquals("Taza", value("startups/ki-bom", "/city"));
    }

    @Test
    void marksInTypedCellsAreUnknown() {
        ImportedCase imported =
                ImportedCase.of("nothing-in-typed-cells", "startups").rows(8, 0, 0, 0);
        assertEquals(List.of(), imported.entries("left_out"));
        assertEquals(List.of("N/A", "#N/A", "nan"), imported.unknown("headcount"));
        assertEquals(List.of("-"), imported.unknown("founded"));
        assertEquals(List.of("n.c."), imported.unknown("country"));
        assertEquals(List.of("N/A"), imported.unknown("website"));
        assertEquals(List.of("None"), imported.unknown("status"));
        assertEquals(List.of("NULL"), imported.unknown("sectors"));
        for (String slug : List.of("ku-un", "ku-sept", "ku-huit")) {
            assertTrue(Atlas.tree("/v1/startups/" + slug).get("headcount").isNull());
        }
        String csv = Imports.asCurator(imported.job().report() + "?format=csv&lang=fr")
                .asString();
        assertTrue(csv.contains(",unknown,website,,N/A,Lu comme inconnu : N/A.,"), csv);
        ImportedCase.of("nothing-in-typed-cells", "startups").rows(0, 0, 8, 0);
    }

    @Test
    void naIsNamibiaInCountries() {
        JobAnswer job = Imports.csv("startups", "name,country,city\nKu Namibie,NA,NA\nKu Nulle Part,N/A,n/a\n");
        assertEquals(new JobAnswer.Rows(2, 2, 0, 0, 0), job.rows());
        assertEquals("NA", value("startups/ku-namibie", "/country"));
        assertTrue(Atlas.tree("/v1/startups/ku-namibie").get("city").isNull());
        assertTrue(Atlas.tree("/v1/startups/ku-nulle-part").get("country").isNull());
    }

    @Test
    void marksInTextsAreUnknown() {
        ImportedCase imported = ImportedCase.of("nothing-in-texts", "startups").rows(6, 0, 0, 0);
        for (String slug : List.of("kv-un", "kv-deux", "kv-trois", "kv-quatre", "kv-cinq", "kv-six")) {
            assertTrue(Atlas.tree("/v1/startups/" + slug).get("city").isNull(), slug);
        }
        assertEquals(List.of("N/A", "#REF!", "nan", "NULL", "n.c.", "-"), imported.unknown("city"));
    }

    @Test
    void currenciesAreCodes() {
        ImportedCase imported =
                ImportedCase.of("currency-anything", "funding_rounds").rows(4, 0, 0, 1);
        assertEquals(List.of("6 amount.currency required null"), imported.entries("refused"));
        assertEquals("EUR", value("funding_rounds/ke-1", "/amount/currency"));
        assertEquals("USD", value("funding_rounds/ke-2", "/amount/currency"));
        assertEquals("EUR", value("funding_rounds/ke-3", "/amount/currency"));
        assertEquals("MAD", value("funding_rounds/ke-4", "/amount/currency"));
    }

    @Test
    void sumWithCurrencyIsExact() {
        ImportedCase.of("amount-without-qualifier", "funding_rounds").rows(1, 0, 0, 0);
        assertEquals(
                "{\"value\":5000000,\"currency\":\"EUR\",\"qualifier\":\"exact\"}",
                Atlas.tree("/v1/funding_rounds/ka-1").get("amount").toString());
        ImportedCase.of("amount-without-qualifier", "funding_rounds").rows(0, 0, 1, 0);
    }

    @Test
    void storedQualifierIsKept() {
        String file = "name;startup;amount.value;amount.currency;amount.qualifier\nKab Environ;chari;1000;EUR;about\n";
        assertEquals(1, Imports.csv("funding_rounds", file).rows().created());
        JobAnswer job = Imports.csv("funding_rounds", "name;startup;Montant;Devise\nKab Environ;chari;1000;EUR\n");
        assertEquals(new JobAnswer.Rows(1, 0, 0, 1, 0), job.rows());
        assertEquals("about", value("funding_rounds/kab-environ", "/amount/qualifier"));
    }

    @Test
    void coordinatesAreRounded() {
        ImportedCase.of("coordinates-7-digits", "sites").rows(1, 0, 0, 0);
        assertEquals(
                "{\"lat\":36.758291,\"lon\":2.91875}",
                Atlas.tree("/v1/sites/kg-1").get("point").toString());
        ImportedCase.of("coordinates-7-digits", "sites").rows(0, 0, 1, 0);
        JobAnswer job = Imports.ndjson(
                "sites",
                "{\"name\":\"Kg 2\",\"point\":{\"lat\":36.7582914,\"lon\":2.9187497}}\n"
                        + "{\"name\":\"Kg 3\",\"point\":{\"lat\":36.7582914,\"lon\":\"?\"}}\n");
        assertEquals(2, job.rows().created(), () -> Imports.report(job).toString());
        assertEquals("2.91875", value("sites/kg-2", "/point/lon"));
        assertTrue(Atlas.tree("/v1/sites/kg-3").get("point").isNull());
    }

    @Test
    void datesAreUnderstood() {
        ImportedCase imported = ImportedCase.of("dates", "startups").rows(10, 0, 0, 0);
        assertEquals(List.of(), imported.entries("left_out"));
        List<String> founded = List.of(
                "2021-Q3",
                "2021-Q3",
                "2021-03",
                "2021-03-15",
                "2021-03-15",
                "2010-01-10",
                "2023-05-01",
                "2023-05-01",
                "2021-03-15",
                "2021-03");
        for (int i = 0; i < founded.size(); i++) {
            assertEquals(founded.get(i), value("startups/kaf-0" + i, "/founded"));
        }
    }

    @Test
    void sameNumberChangesNothing() {
        ImportedCase.of("same-number", "funding_rounds").rows(1, 0, 1, 0);
        assertEquals("5000000", value("funding_rounds/kah", "/amount/value"));
    }

    @Test
    void storedDigitsOfNumbersAreKept() {
        Imports.ndjson(
                "funding_rounds",
                "{\"name\":\"Kah"
                        + " Deux\",\"startup\":\"chari\",\"amount\":{\"value\":1234.5,\"currency\":\"EUR\",\"qualifier\":\"exact\"}}");
        JobAnswer job = Imports.csv("funding_rounds", "name;startup;Montant;Devise\nKah Deux;chari;1 234,50;EUR\n");
        assertEquals(new JobAnswer.Rows(1, 0, 0, 1, 0), job.rows(), () -> Imports.report(job)
                .toString());
    }

    @Test
    void placeholdersAreNoExternalIds() {
        ImportedCase imported =
                ImportedCase.of("placeholder-external-ids", "startups").rows(6, 0, 0, 0);
        assertEquals(List.of("N/A", "-"), imported.unknown("external_ids.ice"));
        assertEquals(
                List.of("6 external_ids.ice invalid-value 9,87654E+13", "7 external_ids.ice invalid-value 9,87654E+13"),
                imported.entries("left_out"));
        for (String name : List.of("un", "deux", "trois", "quatre", "cinq", "six")) {
            JsonNode startup = Atlas.tree("/v1/startups/kz-" + name);
            assertTrue(startup.at("/external_ids/ice").isNull(), startup::toString);
            assertTrue(startup.get("name").textValue().equalsIgnoreCase("Kz " + name), startup::toString);
        }
        // The first claim is the region of the city.
        JsonNode claim = Atlas.tree("/v1/startups/kz-six").at("/provenance/1");
        assertEquals("external_ids.ice", claim.get("field").textValue());
        assertEquals("9,87654E+13", claim.get("value").textValue());
        assertFalse(claim.get("used").booleanValue());
        ImportedCase.of("placeholder-external-ids", "startups").rows(0, 0, 6, 0);
    }
}

package org.startupatlas.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.startupatlas.imports.ImportedCase.value;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.ForWriting;
import org.startupatlas.testing.RedactionAnswer;

/** Tests that a cell that is not understood is left out, kept as a claim and reported, and refused if that is asked. */
@QuarkusTest
@TestProfile(ForWriting.class)
class LeftOutCellsTest {

    private static final String FILE =
            """
            name;founded;headcount;sectors;country;diaspora;website;city
            %s;bientôt;beaucoup;fintech, Fintek;Marok;peut-être;contact@kl.ma;Safi
            """;

    private static List<String> codes(JobAnswer job, String part) {
        List<String> codes = new ArrayList<>();
        Imports.report(job)
                .get(part)
                .forEach(each -> codes.add(
                        each.get("field").textValue() + " " + each.get("code").textValue()));
        return codes;
    }

    @Test
    void cellsAreLeftOutAndKeptAsClaims() {
        JobAnswer job = Imports.csv("startups", FILE.formatted("Left Un"));
        assertEquals(new JobAnswer.Rows(1, 1, 0, 0, 0), job.rows());
        assertEquals(
                List.of(
                        "founded invalid-value",
                        "headcount invalid-value",
                        "sectors unknown-code",
                        "country unknown-code",
                        "diaspora invalid-value",
                        "website invalid-value"),
                codes(job, "left_out"));
        JsonNode cell = Imports.report(job).at("/left_out/2");
        assertEquals("Fintek", cell.get("value").textValue());
        assertEquals("fintech", cell.get("did_you_mean").textValue());
        JsonNode record = Atlas.tree("/v1/startups/left-un");
        assertEquals("[\"fintech\"]", record.get("sectors").toString());
        assertEquals("Safi", record.get("city").textValue());
        assertTrue(record.get("founded").isNull() && record.get("website").isNull());
        List<String> claims = new ArrayList<>();
        record.get("provenance").forEach(claim -> {
            boolean isOfCell = claim.get("field").isTextual()
                    && !"region".equals(claim.get("field").textValue());
            assertFalse(claim.get("used").booleanValue() && isOfCell);
            claims.add(claim.get("field").textValue() + "=" + claim.get("value").textValue());
        });
        assertTrue(
                claims.containsAll(List.of("founded=bientôt", "headcount=beaucoup", "sectors=Fintek", "country=Marok")),
                claims::toString);
    }

    @Test
    void claimsAreAddedOnce() {
        Imports.csv("startups", "name;founded\nLeft Deux;2019\n");
        JobAnswer first = Imports.csv("startups", "name;founded\nLeft Deux;bientôt\n");
        assertEquals(new JobAnswer.Rows(1, 0, 1, 0, 0), first.rows());
        assertEquals("2019", value("startups/left-deux", "/founded"));
        JobAnswer again = Imports.csv("startups", "name;founded\nLeft Deux;bientôt\n");
        assertEquals(new JobAnswer.Rows(1, 0, 0, 1, 0), again.rows());
        assertEquals(List.of("founded invalid-value"), codes(again, "left_out"));
        JsonNode claims = Atlas.tree("/v1/startups/left-deux").get("provenance");
        assertEquals(2, claims.size(), "that of the key, and that of the cell");
        assertTrue(claims.at("/0/field").isNull());
        assertEquals("founded", claims.at("/1/field").textValue());
    }

    @Test
    void strictRefusesRow() {
        JobAnswer job = Imports.csv("startups?strict=true", FILE.formatted("Left Trois"));
        assertEquals(new JobAnswer.Rows(1, 0, 0, 0, 1), job.rows());
        assertEquals(
                List.of(
                        "country unknown-code",
                        "diaspora invalid-value",
                        "founded invalid-value",
                        "headcount invalid-value",
                        "sectors.1 unknown-code",
                        "website invalid-value"),
                codes(job, "refused").stream().sorted().toList());
        for (JsonNode each : Imports.report(job).get("refused")) {
            assertFalse(each.get("why").textValue().contains("JSON"), each::toString);
        }
        assertEquals(
                new JobAnswer.Rows(1, 0, 0, 0, 1),
                Imports.ndjson("startups?strict=true", "{\"name\":\"Left Quatre\",\"headcount\":[1]}")
                        .rows());
    }

    @Test
    void unknownMarksAreNoFaultsOfStrictFiles() {
        JobAnswer job = Imports.csv("startups?strict=true", "name;headcount;country\nLeft Cinq;N/A;-\n");
        assertEquals(new JobAnswer.Rows(1, 1, 0, 0, 0), job.rows());
    }

    @Test
    void refusedRowTellsItsLeftOutCellsToo() {
        JobAnswer job =
                Imports.csv("funding_rounds", "name;startup;Date;Montant\nLeft Six;no-such-startup;bientôt;5 M€\n");
        assertEquals(new JobAnswer.Rows(1, 0, 0, 0, 1), job.rows());
        assertEquals(List.of("startup unknown-reference"), codes(job, "refused"));
        assertEquals(List.of("date invalid-value"), codes(job, "left_out"));
    }

    @Test
    void redactionAppliesToLeftOutCells() {
        JobAnswer job = Imports.csv("startups", "name;founded\nLeft Sept;secretly\n");
        String id = value("startups/left-sept", "/id");
        RedactionAnswer.post("/v1/startups/" + id, "{\"path\":\"founded\"}");
        assertFalse(Imports.report(job).toString().contains("secretly"), () -> Imports.report(job)
                .toString());
    }

    @Test
    void idsOfAnotherSystemAreLeftOut() {
        String csv = "id;permalink;name\n1;/organization/huit;Left Huit\n2;/organization/neuf;Left Neuf\n";
        JobAnswer job = Imports.csv("startups", csv);
        assertEquals(new JobAnswer.Rows(2, 2, 0, 0, 0), job.rows());
        assertEquals(
                List.of("id foreign-id", "slug foreign-id", "id foreign-id", "slug foreign-id"),
                codes(job, "left_out"));
        assertEquals("left-huit", value("startups/left-huit", "/slug"));
        assertEquals(
                new JobAnswer.Rows(2, 0, 0, 2, 0), Imports.csv("startups", csv).rows());
        JobAnswer json = Imports.ndjson("startups", "{\"id\":1,\"name\":\"Left Huit\"}");
        assertEquals(new JobAnswer.Rows(1, 0, 0, 1, 0), json.rows());
        assertEquals(List.of("id foreign-id"), codes(json, "left_out"));
    }

    @Test
    void damagedIdAmongIdsRefusesItsRow() {
        String id = value("startups/chari", "/id");
        JobAnswer job = Imports.csv("startups?dry_run=true", "id;name\n" + id + ";Chari\n" + id + "x;Left Dix\n");
        assertEquals(new JobAnswer.Rows(2, 0, 0, 1, 1), job.rows());
        assertEquals(List.of("id invalid-value"), codes(job, "refused"));
    }

    @Test
    void addressOfThisMachineIsLeftOut() {
        JobAnswer job = Imports.csv("startups", "name;website\nLeft Douze;http://localhost:8080\n");
        assertEquals(new JobAnswer.Rows(1, 1, 0, 0, 0), job.rows());
        assertEquals(List.of("website invalid-value"), codes(job, "left_out"));
    }

    @Test
    void coordinatesAreNoCity() {
        JobAnswer job = Imports.csv("startups", "name;city;website\nLeft Onze;\"33.57, -7.58\";Https://left-onze.ma\n");
        assertEquals(List.of("city invalid-value"), codes(job, "left_out"));
        assertEquals("https://left-onze.ma", value("startups/left-onze", "/website"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Deal Value (USD)|1500000|1500000 USD",
                "Montant (M€)|1,5|1500000 EUR",
                "Montant (en MDH)|12|12000000 MAD",
                "raised_amount_usd|250000|250000 USD",
                "Montant (MDH)|3 M€|3000000 EUR"
            })
    void sumsHaveTheCurrencyOfTheirHeader(String header, String cell, String sum) {
        String name = "Unit " + header.codePoints().sum() + cell;
        JobAnswer job = Imports.csv("funding_rounds", "name;startup;%s\n%s;chari;%s\n".formatted(header, name, cell));
        assertEquals(new JobAnswer.Rows(1, 1, 0, 0, 0), job.rows(), () -> Imports.report(job)
                .toString());
        JsonNode amount = ImportedCase.records("funding_rounds", name).get(0).get("amount");
        assertEquals(
                sum, amount.get("value").asText() + " " + amount.get("currency").textValue());
    }

    @Test
    void sumsAreReadWithTheirCurrency() {
        JobAnswer job = Imports.csv(
                "funding_rounds",
                """
                name;startup;Montant;Devise
                Km 1;chari;1,5 M€;
                Km 2;chari;5;MDH
                Km 3;chari;2 M$;USD
                Km 4;chari;12 500 dhs;
                Km 5;chari;3 M€;USD
                Km 6;chari;1000;
                Km 7;chari;N/A;EUR
                Km 8;chari;beaucoup;EUR
                Km 9;chari;environ 2 MDH;
                Km 10;chari;;DH
                Km 11;chari;1000;florins
                Km 12;chari;5 MDH;MDH
                Km 13;chari;5 DH;MDH
                Km 14;chari;- €;EUR
                """);
        assertEquals(new JobAnswer.Rows(14, 10, 0, 0, 4), job.rows(), () -> Imports.report(job)
                .toString());
        assertEquals(
                List.of(
                        "amount.currency invalid-value",
                        "amount.currency required",
                        "amount.currency invalid-value",
                        "amount.currency invalid-value"),
                codes(job, "refused"));
        assertEquals(List.of("amount.value invalid-value"), codes(job, "left_out"));
        assertEquals(amount("1500000", "EUR", "exact"), amountOf("km-1"));
        assertEquals(amount("5000000", "MAD", "exact"), amountOf("km-2"));
        assertEquals(amount("2000000", "USD", "exact"), amountOf("km-3"));
        assertEquals(amount("12500", "MAD", "exact"), amountOf("km-4"));
        assertEquals("null", amountOf("km-7"));
        assertEquals("null", amountOf("km-8"));
        assertEquals(amount("2000000", "MAD", "about"), amountOf("km-9"));
        assertEquals("null", amountOf("km-10"));
        assertEquals(amount("5000000", "MAD", "exact"), amountOf("km-12"));
        assertEquals("null", amountOf("km-14"));
    }

    @Test
    void sumWithoutItsQualifierIsLeftOut() {
        JobAnswer job = Imports.csv(
                "funding_rounds", "name;startup;Montant;Devise;amount.qualifier\nKmq 1;chari;1000;DH;à la louche\n");
        assertEquals(1, job.rows().created());
        assertEquals(
                List.of("amount.qualifier unknown-code", "amount.value sum-without-qualifier"), codes(job, "left_out"));
        assertEquals("1000 DH", value("funding_rounds/kmq-1", "/provenance/1/value"));
        assertEquals("null", amountOf("kmq-1"));
    }

    @Test
    void currencyWithoutColumnOfSums() {
        JobAnswer job = Imports.csv("funding_rounds", "name;startup;Devise\nKmc 1;chari;N/A\nKmc 2;chari;\n");
        assertEquals(new JobAnswer.Rows(2, 2, 0, 0, 0), job.rows());
        Imports.csv("funding_rounds", "name;startup;Montant;Devise\nKmc 3;chari;1000;EUR\n");
        job = Imports.csv("funding_rounds", "name;Devise\nKmc 3;dhs\nKmc 3;MDH\n");
        assertEquals(new JobAnswer.Rows(2, 0, 1, 0, 1), job.rows());
        assertEquals(amount("1000", "MAD", "exact"), amountOf("kmc-3"));
    }

    @Test
    void sumIsReadFromJson() {
        JobAnswer job = Imports.ndjson(
                "funding_rounds",
                """
                {"name":"Kmj 1","startup":"chari","amount":"1,5 M€"}
                {"name":"Kmj 2","startup":"chari","amount":{"value":"5 000 000","currency":"dhs"}}
                {"name":"Kmj 3","startup":"chari","amount":{"value":1e6,"currency":"EUR","qualifier":"about"}}
                {"name":"Kmj 4","startup":"chari","amount":null}
                """);
        assertEquals(new JobAnswer.Rows(4, 4, 0, 0, 0), job.rows(), () -> Imports.report(job)
                .toString());
        assertEquals(amount("1500000", "EUR", "exact"), amountOf("kmj-1"));
        assertEquals(amount("5000000", "MAD", "exact"), amountOf("kmj-2"));
        assertEquals(amount("1000000", "EUR", "about"), amountOf("kmj-3"));
        assertEquals("null", amountOf("kmj-4"));
    }

    private static String amount(String value, String currency, String qualifier) {
        return "{\"value\":%s,\"currency\":\"%s\",\"qualifier\":\"%s\"}".formatted(value, currency, qualifier);
    }

    private static String amountOf(String slug) {
        return Atlas.tree("/v1/funding_rounds/" + slug).get("amount").toString();
    }

    @Test
    void columnDecidesBeyondBatches() {
        StringBuilder file = new StringBuilder("name;founded;headcount\n");
        for (int i = 0; i < 600; i++) {
            file.append("Kn Large %d;%s;%s\n"
                    .formatted(i, i == 500 ? "12/31/2020" : "03/04/2020", i == 550 ? "1,234" : "1,000"));
        }
        JobAnswer job = Imports.csv("startups", file.toString());
        assertEquals(600, job.rows().created());
        assertEquals(List.of(), codes(job, "left_out"));
        assertEquals("2020-03-04", value("startups/kn-large-0", "/founded"));
        assertEquals("1000", value("startups/kn-large-0", "/headcount"));
        assertEquals("1000", value("startups/kn-large-599", "/headcount"));
    }
}

package org.startupatlas.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.ForWriting;

/** Tests that texts, external ids and currencies of files are stored like those of JSON bodies. */
@QuarkusTest
@TestProfile(ForWriting.class)
class NormalizedCellsTest {

    @Test
    void textsAreNormalized() {
        String file =
                """
                name;city;notes
                \u00a0 Kn Un\u00a0; Safi\t;\u200b
                Kn\u200b Deux;"Fe\u0300s
                Boulemane";"one
                two"
                \u200fKn Trois\u200f;\u00a0;\ufeff
                """;
        assertEquals(
                new JobAnswer.Rows(3, 3, 0, 0, 0), Imports.csv("startups", file).rows());
        assertEquals("Kn Un", Atlas.tree("/v1/startups/kn-un").get("name").textValue());
        assertEquals("Safi", Atlas.tree("/v1/startups/kn-un").get("city").textValue());
        assertTrue(Atlas.tree("/v1/startups/kn-un").get("notes").isNull());
        JsonNode second = Atlas.tree("/v1/startups/kn-deux");
        assertEquals("Kn Deux", second.get("name").textValue());
        assertEquals("F\u00e8s Boulemane", second.get("city").textValue());
        assertEquals("one\ntwo", second.get("notes").textValue());
        assertEquals("Kn Trois", Atlas.tree("/v1/startups/kn-trois").get("name").textValue());
        assertTrue(Atlas.tree("/v1/startups/kn-trois").get("city").isNull());
        assertEquals(
                new JobAnswer.Rows(3, 0, 0, 3, 0), Imports.csv("startups", file).rows());
    }

    @Test
    void valuesRefusedInJsonAreToldOfRows() {
        String rows =
                """
                {"name":"Kr Un","city":"Fe\\u0007s"}
                {"name":"-----"}
                {"name":"Kr Trois","external_ids":{"ice":"9,87654E+13"}}
                {"name":"Kr Quatre","city":"\\u200b","founded":"?"}
                {"name":"Kr Cinq\\u0000"}
                {"name":"Kr Six"}
                """;
        JobAnswer job = Imports.ndjson("startups", rows);
        assertEquals(new JobAnswer.Rows(6, 4, 0, 0, 2), job.rows());
        TreeMap<Long, String> refused = new TreeMap<>();
        List<JsonNode> entries = new ArrayList<>();
        Imports.report(job).get("refused").forEach(entries::add);
        Imports.report(job).get("left_out").forEach(entries::add);
        for (JsonNode each : entries) {
            refused.put(
                    each.get("line").longValue(),
                    each.get("field").textValue() + " " + each.get("code").textValue());
        }
        assertEquals(
                List.of(
                        "city control-character",
                        "name required",
                        "external_ids.ice invalid-value",
                        "name invalid-text"),
                List.copyOf(refused.values()));
    }

    @Test
    void placeholdersDoNotMatchRecords() {
        JobAnswer job = Imports.csv("startups", "name,external_ids.ice\nKpl Un,N/A\nKpl Deux,N/A\n");
        assertEquals(new JobAnswer.Rows(2, 2, 0, 0, 0), job.rows());
    }

    @Test
    void externalIdMatchesInEverySpelling() {
        Imports.csv("partners", "name,external_ids.ror\nFound by ROR,https://ror.org/0dddddd64\n");
        assertEquals(
                new JobAnswer.Rows(1, 0, 0, 1, 0),
                Imports.csv("partners", "name,external_ids.ror\nFound by ROR,0DDDDDD64\n")
                        .rows());
    }

    @Test
    void rowWithIdOfOtherRecordIsRefused() {
        Imports.csv(
                "partners",
                "name,external_ids.ror,external_ids.ice\nHeld One,0eeeeee39,300000000000001\nHeld Two,0ffffff14,\n");
        JobAnswer job = Imports.csv(
                "partners",
                "name,external_ids.ror,external_ids.ice\nHeld Two,0ffffff14,300000000000001\nHeld Three,,\n");
        assertEquals(new JobAnswer.Rows(2, 1, 0, 0, 1), job.rows());
        JsonNode refused = Imports.report(job).at("/refused/0");
        assertEquals("external_ids.ice", refused.get("field").textValue());
        assertEquals("external-id-taken", refused.get("code").textValue());
        assertTrue(refused.get("why").textValue().contains("/v1/partners/held-one"), refused::toString);
    }

    @Test
    void idRemovedByRowIsAvailableToNextRow() {
        Imports.csv("partners", "slug,name,external_ids.ice\n,Passes on,300000000000002\n,Receives,\n");
        String file = "slug,external_ids.ice\npasses-on,300000000000003\nreceives,300000000000002\n";
        assertEquals(
                new JobAnswer.Rows(2, 0, 2, 0, 0), Imports.csv("partners", file).rows());
    }

    @Test
    void unambiguousCurrenciesAreConverted() {
        String file =
                """
                name;startup;amount.value;amount.currency;amount.qualifier
                Ku 1;chari;1000;€;exact
                Ku 2;chari;1000;USD ;exact
                Ku 3;chari;1000;eur;exact
                Ku 4;chari;1000;DH;exact
                Ku 5;chari;1000;dhs;exact
                Ku 6;chari;1000;درهم;exact
                Ku 7;chari;1000;US$;exact
                Ku 8;chari;1000;$;exact
                Ku 9;chari;1000;N/A;exact
                Kw 10;chari;1000;£;exact
                """;
        JobAnswer job = Imports.csv("funding_rounds", file);
        assertEquals(new JobAnswer.Rows(10, 8, 0, 0, 2), job.rows());
        for (JsonNode round : Atlas.tree("/v1/funding_rounds?name__starts=Ku%20&sort=name&fields=name,amount")
                .get("data")) {
            String expected =
                    switch (round.get("name").textValue()) {
                        case "Ku 1", "Ku 3" -> "EUR";
                        case "Ku 2", "Ku 7", "Ku 8" -> "USD";
                        default -> "MAD";
                    };
            assertEquals(expected, round.at("/amount/currency").textValue(), round::toString);
        }
        JsonNode pound = Imports.report(job).at("/refused/1");
        assertEquals("amount.currency", pound.get("field").textValue());
        assertEquals("GBP", pound.get("did_you_mean").textValue());
    }
}

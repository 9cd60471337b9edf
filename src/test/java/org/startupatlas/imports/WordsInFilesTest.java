package org.startupatlas.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.ForWriting;

/** Tests that countries and labels are understood as people write them. */
@QuarkusTest
@TestProfile(ForWriting.class)
class WordsInFilesTest {

    @Test
    void countriesAreUnderstoodAsWritten() {
        JobAnswer job = ImportedCase.of("countries-as-written", "startups").job();
        assertEquals(new JobAnswer.Rows(30, 30, 0, 0, 0), job.rows(), () -> Imports.report(job)
                .toString());
        assertEquals(
                List.of(("GB GB US US US CD CD CD CV CV HK TR CZ CZ CI AE AE AE SA PS PS MA MA MA MA NL MU KR CI CG")
                        .split(" ")),
                ImportedCase.texts(ImportedCase.records("startups", "Kc "), "country"));
    }

    @Test
    void labelsAreUnderstoodWithBlankOrHyphen() {
        JobAnswer job = ImportedCase.of("labels-blank-hyphen", "startups").job();
        assertEquals(new JobAnswer.Rows(8, 8, 0, 0, 0), job.rows(), () -> Imports.report(job)
                .toString());
        List<JsonNode> records = ImportedCase.records("startups", "Kl ");
        assertEquals(
                Arrays.asList("MA-06", "MA-09", "MA-01", "MA-06", null, null, null, null),
                ImportedCase.texts(records, "region"));
        assertEquals("scaleup", records.get(4).get("stage").textValue());
        assertEquals("fintech", records.get(5).at("/sectors/0").textValue());
        assertEquals("e_commerce", records.get(6).at("/sectors/0").textValue());
        assertEquals("marketing_advertising", records.get(7).at("/sectors/0").textValue());
    }

    @Test
    void unknownWordsHaveSuggestions() {
        JobAnswer job =
                Imports.csv("startups", "name;country;sectors\nKu 01;Marok;\nKu 02;;Logistik\nKu 03;Maroc (FR);\n");
        JsonNode leftOut = Imports.report(job).get("left_out");
        assertEquals("MA", leftOut.at("/0/did_you_mean").textValue());
        assertEquals("logistics", leftOut.at("/1/did_you_mean").textValue());
        assertEquals(3, leftOut.size());
    }

    @Test
    void listsOfCodesAreSplitAtSlashesAndConjunctions() {
        Imports.csv(
                "startups",
                "name,sectors\nKv 01,Santé / Éducation\nKv 02,Fintech & Logistique\nKv 03,Énergie et eau\n");
        List<JsonNode> records = ImportedCase.records("startups", "Kv ");
        assertEquals(Atlas.json("[\"healthtech\",\"edtech\"]"), records.get(0).get("sectors"));
        assertEquals(Atlas.json("[\"fintech\",\"logistics\"]"), records.get(1).get("sectors"));
        assertEquals(Atlas.json("[\"energy\",\"water\"]"), records.get(2).get("sectors"));
    }
}

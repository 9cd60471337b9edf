package org.startupatlas.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.ForWriting;

/** Tests that of two rows of one record that disagree the first is written, however often the file is sent. */
@QuarkusTest
@TestProfile(ForWriting.class)
class FileAgreesTest {

    @Test
    void oneRecordTwiceIsRefusedTheSecondTime() {
        JobAnswer dry =
                ImportedCase.of("one-record-twice", "startups?dry_run=true").job();
        assertEquals(new JobAnswer.Rows(2, 1, 0, 0, 1), dry.rows());
        JobAnswer job = ImportedCase.of("one-record-twice", "startups").job();
        assertEquals(new JobAnswer.Rows(2, 1, 0, 0, 1), job.rows());
        JsonNode refused = Imports.report(job).get("refused");
        assertEquals(refused, Imports.report(dry).get("refused"));
        assertEquals("rows-disagree", refused.at("/0/code").textValue());
        assertTrue(refused.at("/0/why").textValue().contains("2 and 3"), refused::toString);
        assertEquals(3, refused.size(), "city, country and website");
        assertEquals("Lagos", Atlas.tree("/v1/startups/koko-space").get("city").textValue());
        assertEquals(
                new JobAnswer.Rows(2, 0, 0, 1, 1),
                ImportedCase.of("one-record-twice", "startups").job().rows());
    }

    /** Three rows of a file, with columns name, slug, ice, country and city; then what each of them is. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // The later row fills a gap, or says the same.
                "Fa A,,,MA,;Fa A,,,,Fès;Fa A,,,MA,Fez|1|1|1|0",
                "Fa B,,,MA,Fès;FA-B SARL,,,MA,Fès;Fa b,,,,|1|0|2|0",
                // It disagrees, also with what the second row has filled in.
                "Fa C,,,MA,;Fa C,,,,Fès;Fa C,,,MA,Safi|1|1|0|1",
                "Fa D,,,MA,Fès;Fa D,,,MA,Safi;Fa D,,,MA,Taza|1|0|0|2",
                // Ids of their own tell records of one name apart.
                "Fa E,,400000000000001,MA,Fès;Fa E,,400000000000002,MA,Safi;Fa E,,400000000000002,MA,Taza|2|0|0|1",
                "Fa F,fa-f-1,,MA,Fès;Fa F,fa-f-2,,FR,Paris;Fa F,fa-f-2,,FR,Lyon|2|0|0|1",
                // One record by its slug, and by its external id under another name.
                "Fa G,fa-g,,MA,Fès;,fa-g,,,Safi;,fa-g,,MA,|1|0|1|1",
                "Fa H,,400000000000003,MA,Fès;Fa Hotel,,400000000000003,MA,Fès;Fa H,,,MA,Fès|1|0|1|1"
            })
    void laterRowFillsGapsOrIsRefused(String rows, int created, int updated, int unchanged, int refused) {
        String file = "name,slug,external_ids.ice,country,city\n" + rows.replace(';', '\n') + "\n";
        JobAnswer.Rows expected = new JobAnswer.Rows(3, created, updated, unchanged, refused);
        JobAnswer dry = Imports.csv("startups?dry_run=true", file);
        assertEquals(expected, dry.rows(), () -> "dry " + Imports.report(dry));
        JobAnswer job = Imports.csv("startups", file);
        assertEquals(expected, job.rows(), () -> Imports.report(job).toString());
        JobAnswer again = Imports.csv("startups", file);
        assertEquals(
                new JobAnswer.Rows(3, 0, 0, 3 - refused, refused),
                again.rows(),
                () -> "again " + Imports.report(again));
    }

    @Test
    void refusedRowSaysNothing() {
        String file = "name,city,founded,closed\nFa Refused,Fès,2020,2019\nFa Refused,Safi,,\nFa Refused,Taza,,\n";
        assertEquals(
                new JobAnswer.Rows(3, 1, 0, 0, 2), Imports.csv("startups", file).rows());
        assertEquals("Safi", Atlas.tree("/v1/startups/fa-refused").get("city").textValue());
    }

    @Test
    void rowsOfAStoredRecordMustAgreeByWhateverTheyAreFound() {
        Imports.csv("startups", "name,city\nFa Stored,Oujda\n");
        String id = Atlas.tree("/v1/startups/fa-stored").get("id").textValue();
        String file = "id,slug,name,city\n" + id + ",,,Fès\n,fa-stored,,Safi\n,,Fa Stored,Taza\n";
        JobAnswer dry = Imports.csv("startups?dry_run=true", file);
        assertEquals(new JobAnswer.Rows(3, 0, 1, 0, 2), dry.rows(), () -> Imports.report(dry)
                .toString());
        JobAnswer job = Imports.csv("startups", file);
        assertEquals(new JobAnswer.Rows(3, 0, 1, 0, 2), job.rows(), () -> Imports.report(job)
                .toString());
        assertEquals(
                new JobAnswer.Rows(3, 0, 0, 1, 2), Imports.csv("startups", file).rows());
    }
}

package org.startupatlas.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.ForWriting;

/** Tests what an import does with values that differ from the stored ones. */
@QuarkusTest
@TestProfile(ForWriting.class)
class ConflictsTest {

    private static String stored(String slug, String name) {
        Imports.ndjson(
                "startups",
                "{\"name\":\"" + name + "\",\"city\":\"Oujda\",\"sectors\":[\"fintech\"],\"summary\":{\"en\":\"Old.\"},"
                        + "\"provenance\":[{\"field\":\"city\",\"value\":\"Oujda\",\"used\":true,"
                        + "\"publisher\":\"Registry of Oujda\",\"confidence\":\"reported\"}]}");
        return "/v1/startups/" + slug;
    }

    private static String row(String name) {
        return "{\"name\":\"" + name + "\",\"country\":\"MA\",\"city\":\"Safi\",\"sectors\":[\"energy\"],"
                + "\"summary\":{\"en\":\"New.\",\"fr\":\"Nouveau.\"}}";
    }

    @Test
    void overwriteIsTheDefault() {
        String path = stored("cf-over", "Cf Over");
        Imports.ndjson("startups", row("Cf Over"));
        assertEquals("Safi", Atlas.tree(path).get("city").textValue());
    }

    @Test
    void fillWritesOnlyWhatIsUnknown() {
        String path = stored("cf-fill", "Cf Fill");
        JobAnswer job = Imports.ndjson("startups?conflict=fill", row("Cf Fill"));
        assertEquals(new JobAnswer.Rows(1, 0, 1, 0, 0), job.rows());
        assertFilled(path);
        assertEquals(0, Imports.report(job).get("conflicts").size());
        assertEquals(
                1,
                Imports.ndjson("startups?conflict=fill", row("Cf Fill")).rows().unchanged());
    }

    private static void assertFilled(String path) {
        JsonNode record = Atlas.tree(path);
        assertEquals("MA", record.get("country").textValue());
        assertEquals("Oujda", record.get("city").textValue());
        assertEquals("fintech", record.at("/sectors/0").textValue());
        assertEquals("Old.", record.at("/summary/en").textValue());
        assertEquals("Nouveau.", record.at("/summary/fr").textValue());
    }

    @Test
    void askListsBothSidesWithTheirSources() {
        String path = stored("cf-ask", "Cf Ask");
        JobAnswer job = Imports.ndjson("startups?conflict=ask", row("Cf Ask"));
        assertFilled(path);
        JsonNode conflicts = Imports.report(job).get("conflicts");
        assertEquals(3, conflicts.size(), conflicts::toString);
        assertEquals("city", conflicts.at("/0/field").textValue());
        assertEquals("Oujda", conflicts.at("/0/stored/value").textValue());
        assertEquals("Registry of Oujda", conflicts.at("/0/stored/sources/0").textValue());
        assertEquals("Safi", conflicts.at("/0/file/value").textValue());
        String csv = Imports.asCurator(job.report() + "?format=csv").asString();
        assertTrue(csv.contains(",conflict,city,"), csv);
    }

    @Test
    void anotherNameOfTheCityIsNoChange() {
        Imports.csv("startups", "name,country,city\nCf City,MA,Casa\n");
        assertEquals(
                "Casablanca", Atlas.tree("/v1/startups/cf-city").get("city").textValue());
        assertEquals("MA-06", Atlas.tree("/v1/startups/cf-city").get("region").textValue());
        JobAnswer job = Imports.csv("startups", "name,country,city\nCf City,MA,الدار البيضاء\n");
        assertEquals(1, job.rows().unchanged());
    }
}

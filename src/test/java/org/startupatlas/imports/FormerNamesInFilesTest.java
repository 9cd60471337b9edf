package org.startupatlas.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;
import org.startupatlas.resource.startup.StartupRecord;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.ForWriting;
import org.startupatlas.testing.Writes;

/** Tests the import of files that were exported before records were merged or got other slugs. */
@QuarkusTest
@TestProfile(ForWriting.class)
class FormerNamesInFilesTest {
    @Test
    void rowOfMergedRecordIsRefused() {
        StartupRecord other = create("{\"name\":\"Row away\",\"external_ids\":{\"ice\":\"001122334455667\"}}");
        StartupRecord survivor = create("{\"name\":\"Row stays\"}");
        Writes.merge(200, "/v1/startups/row-stays", 1, "row-away");
        StartupRecord before = Atlas.one(StartupRecord.class, "/v1/startups/row-stays");
        JobAnswer job = Imports.csv(
                "startups",
                "id,slug,name,external_ids.ice,city\n"
                        + other.id() + ",,Row away,001122334455667,Fès\n"
                        + ",row-away,Row stays,,Fès\n"
                        + ",,Next Row,,Fès\n");
        assertEquals(new JobAnswer.Rows(3, 1, 0, 0, 2), job.rows());
        JsonNode refused = Imports.report(job).get("refused");
        assertEquals("id", refused.at("/0/field").textValue());
        assertEquals("slug", refused.at("/1/field").textValue());
        refused.forEach(row -> {
            assertEquals("merged", row.get("code").textValue());
            String why = row.get("why").textValue();
            assertTrue(why.contains(survivor.id().toString()) && why.contains("/v1/startups/row-stays"), why);
        });
        assertEquals(before, Atlas.one(StartupRecord.class, "/v1/startups/row-stays"));
    }

    @Test
    void formerSlugMatchesRecord() {
        StartupRecord startup = create("{\"name\":\"Slug before\"}");
        Writes.patch(200, "/v1/startups/slug-before", 1, "{\"slug\":\"slug-now\"}");
        JobAnswer job = Imports.csv("startups", "slug,name,city\nslug-before,Slug before,Fès\n");
        assertEquals(new JobAnswer.Rows(1, 0, 1, 0, 0), job.rows());
        StartupRecord changed = Atlas.one(StartupRecord.class, "/v1/startups/" + startup.id());
        assertEquals("Fès", changed.city());
        assertEquals("slug-now", changed.slug());
    }

    @Test
    void rowsOfOneRecordAreWrittenInOrder() {
        StartupRecord startup = create("{\"name\":\"Twice named\",\"external_ids\":{\"ice\":\"009988776655443\"}}");
        Writes.patch(200, "/v1/startups/twice-named", 1, "{\"slug\":\"named-twice\"}");
        JobAnswer job = Imports.csv(
                "startups",
                """
                slug,external_ids.ice,city,headcount,country
                named-twice,,Fès,,
                twice-named,,,12,
                ,009988776655443,,12,MA
                """);
        assertEquals(new JobAnswer.Rows(3, 0, 3, 0, 0), job.rows());
        StartupRecord changed = Atlas.one(StartupRecord.class, "/v1/startups/" + startup.id());
        assertEquals(5, changed.version());
        assertEquals("Fès", changed.city());
        assertEquals(12, changed.headcount());
        assertEquals("MA", changed.country());
    }

    private static StartupRecord create(String body) {
        return Writes.create(StartupRecord.class, "/v1/startups", body);
    }
}

package org.startupatlas.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.ForWriting;
import org.startupatlas.testing.Metrics;

/** Tests the import of spreadsheets: valid rows are written, others are reported. */
@QuarkusTest
@TestProfile(ForWriting.class)
class ImportTest {
    @Test
    void rowsCreateRecords() {
        JobAnswer job = Imports.csv(
                "startups",
                """
                Nom,Pays,Secteurs,Année de création
                Imported One,Maroc,fintech;healthtech,2021
                Imported Two,FR,HEALTH TECH,2019
                """);
        assertEquals("done", job.state());
        assertEquals(new JobAnswer.Rows(2, 2, 0, 0, 0), job.rows());
        JsonNode one = Atlas.tree("/v1/startups/imported-one");
        assertEquals("MA", one.get("country").textValue());
        assertEquals(2, one.get("sectors").size());
        assertEquals(2021, one.get("founded_year").intValue());
        assertEquals(1, one.get("version").intValue());
    }

    @Test
    void repeatedImportChangesNothing() {
        String file =
                """
                name,country,sectors
                Twice Imported SARL,MA,fintech
                Twice Too,TN,
                """;
        assertEquals(2, Imports.csv("startups", file).rows().created());
        long revision = Atlas.tree("/v1/meta").get("revision").longValue();
        assertEquals(
                new JobAnswer.Rows(2, 0, 0, 2, 0), Imports.csv("startups", file).rows());
        assertEquals(revision, Atlas.tree("/v1/meta").get("revision").longValue());
    }

    @Test
    void rowMatchesByIdSlugExternalIdOrName() {
        String id = Imports.ndjson("partners", "{\"name\":\"Matched Société Générale S.A.\"}")
                .id();
        assertTrue(id.length() > 30);
        String slug = "matched-societe-generale-s-a";
        JsonNode record = Atlas.tree("/v1/partners/" + slug);
        String own = record.get("id").textValue();
        assertUpdates("partners", "{\"id\":\"" + own + "\",\"external_ids\":{\"ice\":\"000111222333444\"}}", own);
        assertUpdates("partners", "{\"slug\":\"" + slug + "\",\"city\":\"Rabat\"}", own);
        assertUpdates("partners", "{\"external_ids\":{\"ice\":\"000111222333444\"},\"city\":\"Fès\"}", own);
        assertUpdates("partners", "{\"name\":\"MATCHED, societe generale\",\"city\":\"Oujda\"}", own);
        JsonNode changed = Atlas.tree("/v1/partners/" + slug);
        assertEquals("Oujda", changed.get("city").textValue());
        assertEquals("Matched Société Générale S.A.", changed.get("name").textValue());
    }

    @Test
    void differentExternalIdsPreventMatchByName() {
        String file =
                """
                name,external_ids.ror,country
                Ministry of Matched Health,0aaaaaa42,FR
                Ministry of Matched Health,0bbbbbb17,ES
                """;
        JobAnswer first = Imports.csv("partners", file);
        assertEquals(new JobAnswer.Rows(2, 2, 0, 0, 0), first.rows());
        JsonNode like = Imports.report(first).at("/possible_duplicates/0");
        assertEquals(1, like.at("/like/score").doubleValue());
        assertEquals(
                new JobAnswer.Rows(2, 0, 0, 2, 0), Imports.csv("partners", file).rows());
        assertEquals(
                new JobAnswer.Rows(1, 0, 0, 0, 1),
                Imports.csv("partners", "name,city\nMinistry of Matched Health,Lyon\n")
                        .rows());
    }

    @Test
    void recordMatchedByNewExternalIdKeepsName() {
        Imports.csv("partners", "name\nRegistered Café S.A.\n");
        String file = "name,external_ids.ror\nREGISTERED CAFE,0cccccc89\n";
        assertEquals(
                new JobAnswer.Rows(1, 0, 1, 0, 0), Imports.csv("partners", file).rows());
        assertEquals(
                new JobAnswer.Rows(1, 0, 0, 1, 0), Imports.csv("partners", file).rows());
        assertEquals(
                new JobAnswer.Rows(1, 0, 1, 0, 0),
                Imports.csv("partners", "name,external_ids.ror\nRenamed Café,0cccccc89\n")
                        .rows());
    }

    @Test
    void foundedYearFollowsFoundedDate() {
        Imports.csv("startups", "name,founded\nFollowed Year,2019\n");
        assertEquals(
                new JobAnswer.Rows(1, 0, 1, 0, 0),
                Imports.csv("startups", "name,founded\nFollowed Year,2020-06\n").rows());
        assertEquals(
                2020,
                Atlas.tree("/v1/startups/followed-year").get("founded_year").intValue());
        Imports.ndjson("startups", "{\"slug\":\"followed-year\",\"founded\":null}");
        assertTrue(Atlas.tree("/v1/startups/followed-year").get("founded_year").isNull());
        Imports.ndjson("startups", "{\"slug\":\"followed-year\",\"founded\":\"2018\"}");
        Imports.ndjson("startups", "{\"slug\":\"followed-year\",\"founded\":null,\"founded_year\":2018}");
        assertTrue(Atlas.tree("/v1/startups/followed-year").get("founded_year").isNull());
    }

    @Test
    void fileMayUpdateAndCreateRecords() {
        Imports.csv("startups", "name,city\nMixed One,Fès\nMixed Two,Fès\n");
        String file = "name,city\nMixed One,Salé\nMixed Three,Salé\nMixed Two,Fès\nMixed Four,Salé\n";
        assertEquals(
                new JobAnswer.Rows(4, 2, 1, 1, 0),
                Imports.csv("startups?dry_run=true", file).rows());
        assertEquals(
                new JobAnswer.Rows(4, 2, 1, 1, 0), Imports.csv("startups", file).rows());
        assertEquals("Salé", Atlas.tree("/v1/startups/mixed-one").get("city").textValue());
    }

    private static void assertUpdates(String resource, String row, String id) {
        JobAnswer job = Imports.ndjson(resource, row);
        assertEquals(new JobAnswer.Rows(1, 0, 1, 0, 0), job.rows(), () -> row + Imports.report(job));
        assertEquals(id, Imports.report(job).at("/changed/0/id").textValue());
    }

    @Test
    void refusedRowsAreReportedAndOthersWritten() {
        JobAnswer job = Imports.csv(
                "startups?strict=true",
                """
                name,country,founded
                Right Before,MA,2020
                Wrong Country,Atlantis,2020
                ,MA,2020
                Ragged,MA,2020,more
                Right Behind,MA,soon
                Right After,MA,06/2020
                """);
        assertEquals("done", job.state());
        assertEquals(new JobAnswer.Rows(6, 2, 0, 0, 4), job.rows());
        JsonNode refused = Imports.report(job).get("refused");
        assertEquals(3, refused.at("/0/line").intValue());
        assertEquals("country", refused.at("/0/field").textValue());
        assertEquals("Atlantis", refused.at("/0/value").textValue());
        assertEquals("name", refused.at("/1/field").textValue());
        assertEquals("ragged-row", refused.at("/2/code").textValue());
        assertEquals("founded", refused.at("/3/field").textValue());
        assertEquals(
                "2020-06", Atlas.tree("/v1/startups/right-after").get("founded").textValue());
    }

    @Test
    void dryRunReportsWithoutWriting() {
        long revision = Atlas.tree("/v1/meta").get("revision").longValue();
        JobAnswer job = Imports.csv("startups?dry_run=true", "name,country\nDry One,MA\n,MA\n");
        assertEquals(new JobAnswer.Rows(2, 1, 0, 0, 1), job.rows());
        assertTrue(job.dryRun());
        assertEquals(1, Imports.report(job).get("refused").size());
        assertEquals(revision, Atlas.tree("/v1/meta").get("revision").longValue());
        Atlas.get(404, "/v1/startups/dry-one");
    }

    @Test
    void stopWritesRowsBeforeFirstRefusedRow() {
        JobAnswer job =
                Imports.csv("startups?on_error=stop", "name,country\nStop One,MA\nStop Two,MA\n,MA\nStop Four,MA\n");
        assertEquals("stopped", job.state());
        assertEquals("row-refused", job.problem().code());
        assertEquals(4, job.problem().line());
        assertEquals(new JobAnswer.Rows(3, 2, 0, 0, 1), job.rows());
        Atlas.get(200, "/v1/startups/stop-two");
        Atlas.get(404, "/v1/startups/stop-four");
    }

    @Test
    void createModeRefusesExistingRecords() {
        JobAnswer job = Imports.csv("startups?mode=create", "name\nChari\nOnly Created\n");
        assertEquals(new JobAnswer.Rows(2, 1, 0, 0, 1), job.rows());
        assertEquals("already-there", Imports.report(job).at("/refused/0/code").textValue());
    }

    @Test
    void emptyCellKeepsValue() {
        Imports.csv("startups", "name,country,city\nKept City,MA,Casablanca\n");
        JobAnswer job = Imports.csv("startups", "name,country,city\nKept City,MA,\n");
        assertEquals(1, job.rows().unchanged());
        assertEquals(
                "Casablanca", Atlas.tree("/v1/startups/kept-city").get("city").textValue());
        Imports.ndjson("startups", "{\"slug\":\"kept-city\",\"city\":null}");
        assertTrue(Atlas.tree("/v1/startups/kept-city").get("city").isNull());
    }

    @Test
    void similarNamesAreReportedNotMerged() {
        JobAnswer job = Imports.csv("startups", "name,country\nCloudFrett,MA\n");
        assertEquals(1, job.rows().created());
        JsonNode like = Imports.report(job).at("/possible_duplicates/0/like");
        assertEquals("cloudfret", like.get("slug").textValue());
        assertTrue(like.get("score").doubleValue() > 0.8 && like.get("score").doubleValue() < 1);
    }

    @Test
    void similarRowsOfOneFileAreReported() {
        JobAnswer job = Imports.csv("startups", "name\nLikened Bakery\nLikned Bakery\nLikened Bakeri\n");
        assertEquals(new JobAnswer.Rows(3, 3, 0, 0, 0), job.rows());
        JsonNode likely = Imports.report(job).get("possible_duplicates");
        assertEquals(
                List.of("likened-bakery", "likened-bakery", "likned-bakery"),
                likely.findValues("like").stream()
                        .map(like -> like.get("slug").textValue())
                        .sorted()
                        .toList(),
                likely::toString);
    }

    @Test
    void slugMatchesRecordOfEarlierRow() {
        JobAnswer job = Imports.csv("startups", "name,slug,city\nSlugged Earlier,,\n,slugged-earlier,Oujda\n");
        assertEquals(new JobAnswer.Rows(2, 1, 1, 0, 0), job.rows(), () -> Imports.report(job)
                .toString());
        assertEquals(
                "Oujda", Atlas.tree("/v1/startups/slugged-earlier").get("city").textValue());
    }

    @Test
    void idsAndSlugsAreKeptAndTimesAreNew() {
        String id = "01900000-0000-7000-8000-0000000000aa";
        JobAnswer job = Imports.csv(
                "startups", "id,slug,version,name,created_at\n" + id + ",own-slug,7,Own Id,2001-01-01T00:00:00.000Z\n");
        assertEquals(1, job.rows().created(), () -> Imports.report(job).toString());
        JsonNode record = Atlas.tree("/v1/startups/own-slug");
        assertEquals(id, record.get("id").textValue());
        assertEquals(1, record.get("version").intValue());
        assertTrue(record.get("created_at").textValue().startsWith("20"));
        assertTrue(!record.get("created_at").textValue().startsWith("2001"));
    }

    @Test
    void rowsWithoutNameMatchByGeneratedSlug() {
        String file = "startup,program\nchari,212-founders\ncloudfret,212-founders\n";
        JobAnswer first = Imports.csv("participations", file);
        assertEquals("done", first.state());
        assertEquals(0, first.rows().refused(), () -> Imports.report(first).toString());
        JobAnswer second = Imports.csv("participations", file);
        assertEquals(new JobAnswer.Rows(2, 0, 0, 2, 0), second.rows(), () -> Imports.report(second)
                .toString());
    }

    @Test
    void metricsHaveLockTime() {
        long before = Metrics.lockCount();
        Imports.csv("startups", "name\nLocks The Log\n");
        assertEquals(before + 1, Metrics.lockCount());
        Imports.csv("startups", "name\nLocks The Log\n");
        Imports.csv("startups?dry_run=true", "name\nLocks Nothing\n");
        assertEquals(before + 1, Metrics.lockCount());
    }

    @Test
    void jobShowsDetection() {
        JobAnswer job = Imports.csv("startups?dry_run=true", "Nom;Pays;Fax\nDetected;Maroc;05\n");
        assertEquals("csv", job.detected().get("format").textValue());
        assertEquals(";", job.detected().get("delimiter").textValue());
        assertEquals("name", job.detected().at("/columns/0/field").textValue());
        assertTrue(job.detected().at("/columns/2/field").isNull());
        assertNull(job.problem());
        assertEquals(job.bytes().total(), job.bytes().read());
    }

    @Test
    void jsonArrayOfSeveralBatchesIsReadToItsEnd() {
        String rows = IntStream.range(0, 600)
                .mapToObj(i -> "{\"name\":\"Array Row " + i + "\"}")
                .collect(Collectors.joining(",\n", "[", "]"));
        JobAnswer job = Imports.ndjson("startups?dry_run=true", rows);
        assertEquals("done", job.state(), job::toString);
        assertEquals(new JobAnswer.Rows(600, 600, 0, 0, 0), job.rows());
        assertEquals("json", job.detected().get("format").textValue());
    }
}

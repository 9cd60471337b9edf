package org.startupatlas.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.startupatlas.resource.startup.StartupRecord;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.ForWriting;
import org.startupatlas.testing.RedactionAnswer;
import org.startupatlas.testing.TestKeys;
import org.startupatlas.testing.Writes;

/** Tests the redaction and deletion of values of records in reports. */
@QuarkusTest
@TestProfile(ForWriting.class)
class ReportsOfImportsTest {

    @Inject
    DataSource database;

    @Test
    void redactionAppliesToReportsOfRecord() {
        StartupRecord startup = Writes.createStartup("Reported Carpets", ",\"notes\":\"old secret\"");
        JobAnswer changed = Imports.csv("startups", "id,notes\n" + startup.id() + ",new secret\n");
        JobAnswer refused = Imports.csv("startups?strict=true", "id,notes,founded\n" + startup.id() + ",x,secretly\n");
        RedactionAnswer notes = RedactionAnswer.post("/v1/startups/" + startup.id(), "{\"path\":\"notes\"}");
        assertEquals(2, notes.counts().get("import_reports"), "the change, and the refused row of the other file");
        assertFalse(reportInBothFormats(changed).contains("secret"), reportInBothFormats(changed));
        assertEquals(
                List.of("notes", "null", "null"),
                List.of(
                        entry(changed, "changed").at("/changed/0/path").asText(),
                        entry(changed, "changed").at("/changed/0/from").asText(),
                        entry(changed, "changed").at("/changed/0/to").asText()));
        assertTrue(reportInBothFormats(refused).contains("secretly"), "it is about another field");
        RedactionAnswer founded = RedactionAnswer.post("/v1/startups/" + startup.id(), "{\"path\":\"founded\"}");
        assertEquals(2, founded.counts().get("import_reports"), "the refusal, and its row");
        assertFalse(reportInBothFormats(refused).contains("secretly"), reportInBothFormats(refused));
        assertEquals("founded", entry(refused, "refused").get("field").textValue());
    }

    @Test
    void redactionAppliesToMessagesOfOtherFields() {
        StartupRecord startup = Writes.createStartup("Founded Carpets", ",\"founded\":\"1984-05-06\"");
        JobAnswer job = Imports.csv("startups", "id,closed\n" + startup.id() + ",1970\n");
        assertTrue(reportInBothFormats(job).contains("1984-05-06"), reportInBothFormats(job));
        RedactionAnswer.post("/v1/startups/" + startup.id(), "{\"path\":\"founded\"}");
        assertFalse(reportInBothFormats(job).contains("1984-05-06"), reportInBothFormats(job));
    }

    @Test
    void redactionAppliesToPossibleDuplicates() {
        StartupRecord startup = Writes.createStartup("Zellige Nour Ateliers", ",\"notes\":null");
        JobAnswer job = Imports.csv("startups", "name\nZellige Noor Ateliers\n");
        assertEquals(
                "Zellige Nour Ateliers",
                entry(job, "possible_duplicates").at("/like/name").textValue());
        RedactionAnswer.post(
                "/v1/startups/" + startup.id(), "{\"path\":\"name\",\"replacement\":\"Withheld Ateliers\"}");
        assertEquals(
                "Withheld Ateliers",
                entry(job, "possible_duplicates").at("/like/name").textValue());
    }

    @Test
    void redactionAppliesToReportsOfOlderReleases() throws SQLException, IOException {
        StartupRecord startup = Writes.createStartup("Oldest Lantern Makers", ",\"notes\":\"old secret\"");
        JobAnswer changed = Imports.csv("startups", "id,notes\n" + startup.id() + ",new secret\n");
        JobAnswer alike = Imports.csv("startups", "name\nOldest Lanterne Makers\n");
        migrateAgain();
        RedactionAnswer.post("/v1/startups/" + startup.id(), "{\"path\":\"notes\"}");
        assertFalse(reportInBothFormats(changed).contains("secret"), reportInBothFormats(changed));
        RedactionAnswer.post("/v1/startups/" + startup.id(), "{\"path\":\"name\",\"replacement\":\"Withheld\"}");
        assertEquals(
                "Withheld", entry(alike, "possible_duplicates").at("/like/name").textValue());
    }

    /** Restores the report rows to the schema of the release before, and migrates them. */
    private void migrateAgain() throws SQLException, IOException {
        String migration;
        try (InputStream file = getClass().getResourceAsStream("/db/migration/standard/V15__redaction.sql")) {
            migration = new String(file.readAllBytes(), StandardCharsets.UTF_8).replaceAll("(?m)^--.*$", "");
        }
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("update import_finding set record_id = null");
            for (String each : migration.split(";")) {
                if (each.strip().startsWith("update")) {
                    statement.executeUpdate(each);
                }
            }
        }
    }

    @Test
    void refusedRowsWithoutRecordAreListedAsUnreached() {
        JobAnswer job = Imports.csv("startups?strict=true", "name,founded\nNever Created,secretly\n");
        StartupRecord startup = Writes.createStartup("Not Reached", ",\"notes\":\"secret\"");
        RedactionAnswer answer = RedactionAnswer.post("/v1/startups/" + startup.id(), "{\"path\":\"notes\"}");
        assertTrue(answer.notReached("refused_rows").contains(job.report()), answer.toString());
        TestKeys.asAdmin().delete(job.report()).then().statusCode(204);
        answer = RedactionAnswer.post("/v1/startups/" + startup.id(), "{\"path\":\"notes\"}");
        assertFalse(answer.notReached("refused_rows").contains(job.report()), answer.toString());
    }

    @Test
    void curatorDeletesReport() {
        JobAnswer job = Imports.csv("startups?dry_run=true&strict=true", "name,founded\nNever Created,secretly\n");
        assertNull(job.reportDeletedAt());
        String curator = TestKeys.issue("curator", null).key();
        Response dry = TestKeys.with(curator).delete(job.report() + "?dry_run=true");
        assertEquals(200, dry.statusCode(), dry.asString());
        assertEquals(
                1, Atlas.read(JsonNode.class, dry).at("/data/0/report_entries").intValue());
        assertTrue(reportInBothFormats(job).contains("secretly"), "it is still there");
        assertEquals(204, TestKeys.with(curator).delete(job.report()).statusCode());
        for (Response answer : List.of(
                TestKeys.with(curator).get(job.report()),
                TestKeys.with(curator).get(job.report() + "?format=csv"),
                TestKeys.with(curator).delete(job.report()),
                TestKeys.with(curator).delete(job.report() + "?dry_run=true"))) {
            assertEquals(
                    "report-deleted", Atlas.problem(410, answer).errors().get(0).code());
        }
        JobAnswer after = Imports.find("/v1/imports/" + job.id());
        assertNotNull(after.reportDeletedAt());
        assertEquals(job.rows(), after.rows(), "the job stays");
    }

    @Test
    void deletionRequiresCuratorAndExistingReport() {
        String path = "/v1/imports/" + Imports.UNKNOWN_JOB + "/report";
        Atlas.problem(404, TestKeys.asAdmin().delete(path));
        Atlas.problem(400, TestKeys.asAdmin().delete(path + "?dry_runs=true"));
        String contributor = TestKeys.issue("contributor", "technopark-morocco").key();
        Atlas.problem(403, TestKeys.with(contributor).delete(path));
    }

    private static JsonNode entry(JobAnswer job, String kind) {
        return Imports.report(job).get(kind).get(0);
    }

    private static String reportInBothFormats(JobAnswer job) {
        return Imports.report(job)
                + Imports.asCurator(job.report() + "?format=csv").asString();
    }
}

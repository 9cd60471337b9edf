package org.startupatlas.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.ForWriting;
import org.startupatlas.testing.KeyAnswer;
import org.startupatlas.testing.ProblemAnswer;
import org.startupatlas.testing.TestKeys;

/** Tests the endpoints of jobs and their reports. */
@QuarkusTest
@TestProfile(ForWriting.class)
class ImportJobsTest {
    private static final int LONG_FILE_ROWS = 50_000;

    private static final String CSV = "text/csv";

    @ParameterizedTest
    @CsvSource({
        "GET, " + Imports.UNKNOWN_JOB,
        "DELETE, " + Imports.UNKNOWN_JOB,
        "GET, " + Imports.UNKNOWN_JOB + "/report",
        "GET, 0-is-no-id",
    })
    void unknownJobIsNotFound(String method, String id) {
        ProblemAnswer problem = Atlas.problem(404, TestKeys.asAdmin().request(method, "/v1/imports/" + id));
        assertEquals("unknown-record", problem.code());
        assertTrue(problem.detail().contains("imports"), problem.detail());
    }

    @Test
    void jobsAreListedNewestFirst() {
        List<String> sent = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            sent.add(
                    0,
                    Imports.csv("startups?dry_run=true", "name\nListed " + i + "\n")
                            .id());
        }
        JsonNode data =
                Atlas.read(JsonNode.class, Imports.asCurator("/v1/imports")).get("data");
        List<String> listed = new ArrayList<>();
        data.forEach(job -> listed.add(job.get("id").textValue()));
        assertEquals(sent, listed.stream().filter(sent::contains).toList());
        List<String> times = new ArrayList<>();
        data.forEach(job -> times.add(job.get("created_at").textValue()));
        assertEquals(times.stream().sorted((a, b) -> b.compareTo(a)).toList(), times);
        assertTrue(data.size() <= 100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/imports?limit=1", "/v1/imports/" + Imports.UNKNOWN_JOB + "?fields=id"})
    void unknownParametersAreRejected(String path) {
        ProblemAnswer problem = Atlas.problem(400, TestKeys.asAdmin().get(path));
        assertEquals("unknown-parameter", problem.errors().get(0).code());
    }

    @Test
    void headIsAnswered() {
        JobAnswer job = Imports.csv("startups?dry_run=true", "name\nHeaded\n");
        for (String path :
                List.of("/v1/imports", "/v1/imports/" + job.id(), job.report(), job.report() + "?format=csv")) {
            Response head = TestKeys.asAdmin().head(path);
            assertEquals(200, head.statusCode(), path);
            assertEquals(0, head.asByteArray().length, path);
            assertEquals(Imports.asCurator(path).contentType(), head.contentType(), path);
        }
    }

    @Test
    void reportIsJsonOrCsv() {
        JobAnswer job = Imports.csv("startups?strict=true", "name,country\nReported,Atlantis\nChari Report,MA\n");
        assertEquals(1, job.rows().refused());
        Response csv = Imports.asCurator(job.report() + "?format=csv");
        assertTrue(csv.contentType().startsWith(CSV), csv.contentType());
        List<String> lines = csv.asString().lines().toList();
        assertEquals("line,kind,field,code,value,why,id,slug,from,to,score,did_you_mean,what_to_do,rows", lines.get(0));
        assertTrue(lines.get(1).startsWith(",summary,country,"), lines.get(1));
        assertTrue(lines.get(2).startsWith("2,refused,country,"), lines.get(2));
        assertEquals(3, lines.size());
        Response accepted = TestKeys.asAdmin().accept(CSV).get(job.report());
        assertEquals(csv.asString(), accepted.asString());
        Response json = TestKeys.asAdmin().accept(CSV).get(job.report() + "?format=json");
        assertTrue(json.contentType().startsWith("application/json"), json.contentType());
        assertEquals("no-store", json.header("Cache-Control"));
        assertEquals(job.id(), Atlas.read(JsonNode.class, json).at("/job/id").textValue());
        Atlas.problem(406, TestKeys.asAdmin().accept("image/png").get(job.report()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "format=ndjson format unknown-value json",
                "format=xls format unknown-value xlsx",
                "lang=de lang unknown-value -",
                "formt=csv formt unknown-parameter format",
                "format=csv&format=json format repeated-parameter -"
            })
    void invalidReportParameterIsReported(String query, String parameter, String code, String suggestion) {
        JobAnswer job = Imports.csv("startups?dry_run=true", "name\nReport Asked Wrongly\n");
        ProblemAnswer problem = Atlas.problem(400, TestKeys.asAdmin().get(job.report() + "?" + query));
        assertEquals(1, problem.errors().size(), problem.toString());
        assertEquals(parameter, problem.errors().get(0).parameter());
        assertEquals(code, problem.errors().get(0).code());
        assertEquals(
                suggestion.equals("-") ? null : suggestion,
                problem.errors().get(0).didYouMean());
    }

    @Test
    void messagesAreInThreeLanguages() {
        JobAnswer job = Imports.csv("startups?dry_run=true", "name,city\nRagged,Fès,x\n");
        String english = why(Imports.asCurator(job.report()));
        assertEquals(
                "The header has 2 cells, this row 3; the delimiter may be missing between quotation marks.", english);
        String french = why(Imports.asCurator(job.report() + "?lang=fr"));
        String arabic = why(Imports.asCurator(job.report() + "?lang=ar"));
        assertEquals(3, Set.of(english, french, arabic).size());
        assertTrue(arabic.codePoints()
                .anyMatch(letter -> Character.UnicodeScript.of(letter) == Character.UnicodeScript.ARABIC));
        Response accepted = TestKeys.asAdmin().header("Accept-Language", "fr").get(job.report());
        assertEquals(french, why(accepted));
        String table = Imports.asCurator(job.report() + "?lang=fr&format=csv").asString();
        assertTrue(table.contains(french), table);
    }

    private static String why(Response report) {
        return Atlas.read(JsonNode.class, report).at("/refused/0/why").textValue();
    }

    @Test
    void problemIsInRequestedLanguage() {
        JobAnswer job = Imports.csv("startups", "x,y\n1,2\n");
        assertEquals("failed", job.state());
        assertEquals("no-known-column", job.problem().code());
        JobAnswer french = Atlas.read(
                JobAnswer.class,
                TestKeys.asAdmin().header("Accept-Language", "fr").get("/v1/imports/" + job.id()));
        assertNotEquals(job.problem().detail(), french.problem().detail());
    }

    @Test
    void stoppingEndedJobChangesNothing() {
        JobAnswer job = Imports.csv("startups?dry_run=true", "name\nOver\n");
        Response stopped = TestKeys.asAdmin().delete("/v1/imports/" + job.id());
        assertEquals(200, stopped.statusCode(), stopped::asString);
        assertEquals(job, Atlas.read(JobAnswer.class, stopped));
    }

    @Test
    void jobOfARevokedKeyStopsBeforeItsNextBatch() {
        KeyAnswer key = TestKeys.issue("curator", null);
        Response accepted = Imports.send(202, key.key(), "startups?dry_run=true", CSV, longFile("Of A Revoked Key"));
        TestKeys.asAdmin().delete("/v1/keys/" + key.id()).then().statusCode(204);
        JobAnswer job = Imports.awaitEnd(accepted);
        assertEquals("stopped", job.state());
        assertEquals("key-revoked", job.problem().code());
        assertTrue(job.rows().read() < LONG_FILE_ROWS, job.toString());
    }

    @Test
    void runningJobIsStopped() {
        Response accepted = Imports.send(
                202, "startups?dry_run=true", CSV, longFile("To Be Stopped").getBytes(StandardCharsets.UTF_8));
        Response stopped = TestKeys.asAdmin().delete(accepted.header("Location"));
        assertEquals(200, stopped.statusCode(), stopped::asString);
        JobAnswer job = Imports.awaitEnd(accepted);
        assertEquals("stopped", job.state());
        assertEquals("stopped-by", job.problem().code());
        assertTrue(job.problem().detail().contains("admin"), job.problem().detail());
        assertTrue(job.rows().read() < LONG_FILE_ROWS, job.toString());
        assertFalse(job.endedAt().isBefore(job.createdAt()));
    }

    /** A file whose import takes far longer than the request that ends it. */
    private static String longFile(String name) {
        StringBuilder file = new StringBuilder("name\n");
        for (int i = 0; i < LONG_FILE_ROWS; i++) {
            file.append(name).append(' ').append(i).append('\n');
        }
        return file.toString();
    }
}

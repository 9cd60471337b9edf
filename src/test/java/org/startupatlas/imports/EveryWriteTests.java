package org.startupatlas.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.startupatlas.resource.startup.StartupRecord;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.KeyAnswer;
import org.startupatlas.testing.PoolConnections;
import org.startupatlas.testing.TestKeys;
import org.startupatlas.testing.Writes;

/** Tests that every write works after the connections opened at startup were closed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class EveryWriteTests {
    private static final String STARTUPS = "/v1/startups";

    @Inject
    PoolConnections connections;

    private Connection openConnection;

    @BeforeAll
    void closeConnections() throws SQLException {
        openConnection = close(connections);
    }

    @AfterAll
    void end() throws SQLException {
        openConnection.close();
    }

    /** Closes all open connections, and returns one that keeps the database open. */
    abstract Connection close(PoolConnections open) throws SQLException;

    @Test
    void importsWork() {
        String rows = IntStream.range(0, 40)
                .mapToObj(i -> "Read Behind " + i + ",fintech;agritech,2021-Q2\n")
                .collect(Collectors.joining());
        JobAnswer job = Imports.csv("startups", "name,sectors,founded\n" + rows + ",fintech,\n");
        assertEquals("done", job.state());
        assertEquals(new JobAnswer.Rows(41, 40, 0, 0, 1), job.rows());
        assertEquals(1, Imports.report(job).get("refused").size());
        assertEquals(
                1,
                Imports.csv("startups?dry_run=true", "name\nOnly Rehearsed\n")
                        .rows()
                        .created());
    }

    @Test
    void keyManagementWorks() {
        for (String role : new String[] {"contributor", "curator", "admin"}) {
            String partner = role.equals("contributor")
                    ? Atlas.tree("/v1/partners/technopark-morocco").get("id").textValue()
                    : null;
            KeyAnswer key = TestKeys.issue(role, partner);
            Writes.post(200, "/v1/keys/" + key.id() + "/rotate", "");
            assertEquals(204, TestKeys.asAdmin().delete("/v1/keys/" + key.id()).statusCode());
        }
    }

    @Test
    void recordWritesWork() {
        create("{\"name\":\"Written Behind\",\"sectors\":[\"fintech\"],\"founded\":\"2021\"}");
        String path = STARTUPS + "/written-behind";
        Writes.patch(200, path, 1, "{\"notes\":\"patched\",\"slug\":\"written-later\"}");
        Writes.put(200, STARTUPS + "/written-later", 2, "{\"name\":\"Written Behind\",\"slug\":\"written-later\"}");
        Writes.delete(204, STARTUPS + "/written-later", 3);
    }

    @Test
    void mergeWorks() {
        StartupRecord survivor = create("{\"name\":\"Merged Behind\"}");
        StartupRecord other = create("{\"name\":\"Merged Away\"}");
        Writes.post(201, "/v1/funding_rounds", "{\"startup\":\"" + other.id() + "\",\"date\":\"2022\"}");
        Writes.merge(200, STARTUPS + "/" + survivor.id(), 1, other.id().toString());
    }

    @Test
    void redactionWorks() {
        create("{\"name\":\"Redacted Behind\",\"notes\":\"gone soon\"}");
        Writes.post(200, STARTUPS + "/redacted-behind/redact", "{\"path\":\"notes\"}");
    }

    @Test
    void idempotentWriteWorks() {
        assertEquals(postIdempotently().asString(), postIdempotently().asString());
    }

    private static Response postIdempotently() {
        Response answer = Writes.post(
                201,
                TestKeys.asAdmin().header("Idempotency-Key", "tried behind"),
                STARTUPS,
                "{\"name\":\"Tried Behind\"}");
        assertNotNull(Atlas.read(JsonNode.class, answer).get("id").textValue());
        return answer;
    }

    private static StartupRecord create(String body) {
        return Writes.create(StartupRecord.class, STARTUPS, body);
    }
}

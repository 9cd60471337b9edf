package org.startupatlas.proposals;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.startupatlas.http.Limits;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.KeyAnswer;
import org.startupatlas.testing.Limited;
import org.startupatlas.testing.ProblemAnswer;
import org.startupatlas.testing.TestKeys;
import org.startupatlas.testing.Writes;

/** Tests how many proposals an address or a key may send. */
@QuarkusTest
@TestProfile(Limited.class)
class ProposalLimitsTest {
    private static final String BODY = Proposals.ofNew("{\"name\":\"Proposed too often\"}");

    private static final String COPY = "copy-";

    @Inject
    DataSource database;

    @Test
    void addressThatSendsTooManyHasToWait() {
        String address = "198.20.0.1";
        for (int i = 0; i < Limits.MAX_PROPOSALS_AT_ONCE; i++) {
            assertEquals(422, from(address, "{}").statusCode());
        }
        Response refused = from(address, BODY);
        ProblemAnswer problem = Atlas.problem(429, refused);
        assertEquals("too-many-requests", problem.code());
        assertEquals("too-many-proposals", problem.errors().get(0).code());
        int seconds = Integer.parseInt(refused.header("Retry-After"));
        assertTrue(seconds >= 1 && seconds <= Limits.PROPOSAL_REFILL_SECONDS + 1, "seconds: " + seconds);
        assertEquals(201, from("198.20.0.2", BODY).statusCode(), "another address");
        KeyAnswer key = TestKeys.issue("curator", null);
        assertEquals(
                201,
                Writes.post(201, TestKeys.with(key.key()).header("X-Forwarded-For", address), Proposals.PATH, BODY)
                        .statusCode(),
                "a key");
    }

    @Test
    void addressWithTooManyUndecidedProposalsHasToWait() {
        String address = "198.20.0.3";
        String last = "";
        for (int i = 0; i < Limits.MAX_OPEN_PROPOSALS_PER_CLIENT; i++) {
            Response answer = from(address, BODY);
            assertEquals(201, answer.statusCode(), answer::asString);
            last = answer.header("Location");
        }
        Response refused = from(address, BODY);
        ProblemAnswer problem = Atlas.problem(429, refused);
        assertEquals(
                "too-many-open-proposals-of-client", problem.errors().get(0).code());
        assertTrue(Integer.parseInt(refused.header("Retry-After")) > 0);
        Writes.post(200, last + "/decline", "{\"note\":\"Sent before\"}");
        assertEquals(201, from(address, BODY).statusCode());
    }

    @Test
    void registryWithTooManyUndecidedProposalsTakesNoMore() throws SQLException {
        String location = from("198.20.0.4", BODY).header("Location");
        copyUpToTheLimit(location.substring(location.lastIndexOf('/') + 1));
        try {
            Response refused = from("198.20.0.4", BODY);
            assertEquals(
                    "too-many-open-proposals",
                    Atlas.problem(429, refused).errors().get(0).code());
            assertTrue(Integer.parseInt(refused.header("Retry-After")) > 0);
        } finally {
            deleteCopies();
        }
        assertEquals(201, from("198.20.0.4", BODY).statusCode());
    }

    private void copyUpToTheLimit(String id) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement copy = connection.prepareStatement(
                        """
                        insert into proposal
                        select ?, state, resource, record_id, version, changes, changed, source_url, note, messages, ?,
                               created_at, created_by, decided_at, decided_by, revision
                        from proposal where id = ?""")) {
            for (int i = 0; i < Limits.MAX_OPEN_PROPOSALS; i++) {
                copy.setString(1, COPY + i);
                copy.setString(2, "client " + i);
                copy.setString(3, id);
                copy.addBatch();
            }
            copy.executeBatch();
        }
    }

    private void deleteCopies() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement delete = connection.prepareStatement("delete from proposal where id like ?")) {
            delete.setString(1, COPY + "%");
            delete.executeUpdate();
        }
    }

    @Test
    void limitsAreInMeta() {
        JsonNode limits = Atlas.tree("/v1/meta").get("limits");
        assertEquals(16_384, limits.get("proposal_bytes").intValue());
        for (String name :
                List.of("proposals_at_a_time", "proposal_seconds", "proposals_open", "proposals_open_per_address")) {
            assertTrue(limits.get(name).intValue() > 0, name);
        }
    }

    private static Response from(String address, String body) {
        return given().urlEncodingEnabled(false)
                .header("X-Forwarded-For", address)
                .contentType("application/json")
                .body(body)
                .post(Proposals.PATH);
    }
}

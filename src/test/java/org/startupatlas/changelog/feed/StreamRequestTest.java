package org.startupatlas.changelog.feed;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.startupatlas.changelog.feed.EventReader.STREAM;
import static org.startupatlas.changelog.feed.EventReader.awaitOpenStreams;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.Limited;

/** Tests which requests for a stream are rejected. */
@QuarkusTest
@TestProfile(Limited.class)
class StreamRequestTest {
    @BeforeEach
    @AfterEach
    void awaitNoOpenStream() {
        awaitOpenStreams(0);
    }

    @Test
    void otherFormatsAndMethodsAreRejected() {
        assertEquals(406, given().accept("application/json").get(STREAM).statusCode());
        Response post = given().post(STREAM);
        assertEquals(405, post.statusCode());
        assertTrue(post.header("Allow").contains("GET"));
        Response head = given().head(STREAM);
        assertEquals(200, head.statusCode());
        assertTrue(head.contentType().startsWith("text/event-stream"));
    }

    @Test
    void wrongKeyIsRejectedThoughNoneIsRequired() {
        Response answer = given().header("X-API-Key", "no-key-of-anybody").get(STREAM);
        assertEquals("key-invalid", Atlas.problem(401, answer).errors().get(0).code());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "since=x | since | invalid-value",
                "since=99999 | since | beyond-revision",
                "limit=5 | limit | unknown-parameter",
                "format=json | format | unknown-parameter",
                "sectors=fintech | sectors | filter-without-resource",
                "resource=startups&programs.type=x | programs.type | not-own-field",
                "resource=startups&sectors=fintec | sectors | unknown-code",
            })
    void invalidParameterIsNamed(String query, String parameter, String code) {
        assertEquals(
                code, Atlas.problem(400, STREAM + "?" + query).errors().get(0).code());
        assertEquals(
                parameter,
                Atlas.problem(400, STREAM + "?" + query).errors().get(0).parameter());
    }

    @Test
    void unknownLastEventIdIsRejected() {
        for (String id : List.of("abc", "99999", "2026-11-23T06:00:00Z")) {
            Response answer = given().header("Last-Event-ID", id).get(STREAM);
            assertEquals(400, answer.statusCode(), id);
            assertEquals("Last-Event-ID", answer.jsonPath().getString("errors[0].parameter"));
        }
    }
}

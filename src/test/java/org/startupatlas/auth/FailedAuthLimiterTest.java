package org.startupatlas.auth;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.KeyAnswer;
import org.startupatlas.testing.Limited;
import org.startupatlas.testing.Metrics;
import org.startupatlas.testing.ProblemAnswer;
import org.startupatlas.testing.TestKeys;

@QuarkusTest
@TestProfile(Limited.class)
class FailedAuthLimiterTest {
    @Test
    void tooManyWrongKeysAreThrottled() {
        Response answer = new WrongKeys().exhaust("wrong");
        ProblemAnswer problem = Atlas.problem(429, answer);
        assertEquals("too-many-requests", problem.code());
        assertEquals("too-many-wrong-keys", problem.errors().get(0).code());
        int seconds = Integer.parseInt(answer.header("Retry-After"));
        assertTrue(seconds >= 1 && seconds <= FailedAuthLimiter.REFILL_SECONDS + 1, "seconds: " + seconds);
        assertTrue(problem.detail().contains(String.valueOf(seconds)));
    }

    @Test
    void validKeyWorksFromAThrottledAddress() {
        WrongKeys wrong = new WrongKeys();
        String address = wrong.address;
        wrong.exhaust("wrong");
        String issuedBefore = TestKeys.issue("curator", null).key();
        for (String key : List.of(TestKeys.ADMIN, issuedBefore)) {
            for (String path : List.of("/v1/imports", "/v1/startups/weego", "/v1/exports/sites")) {
                assertEquals(
                        200,
                        Elsewhere.from(address)
                                .header("X-API-Key", key)
                                .get(path)
                                .statusCode(),
                        path);
            }
            assertEquals(
                    200,
                    Elsewhere.from(address)
                            .header("X-API-Key", key)
                            .head("/v1/changes/stream")
                            .statusCode());
        }
        wrong.exhaust("wrong");
        String issuedNow = TestKeys.issue("curator", null).key();
        assertEquals(200, keyed(address, issuedNow).statusCode());
    }

    @Test
    void revokedOrRotatedKeyIsThrottledLikeUnknownKeys() {
        WrongKeys wrong = new WrongKeys();
        KeyAnswer revoked = TestKeys.issue("curator", null);
        KeyAnswer rotated = TestKeys.issue("curator", null);
        wrong.exhaust("wrong");
        assertEquals(200, keyed(wrong.address, revoked.key()).statusCode());
        assertEquals(200, keyed(wrong.address, rotated.key()).statusCode());
        assertEquals(204, TestKeys.asAdmin().delete("/v1/keys/" + revoked.id()).statusCode());
        assertEquals(
                200,
                TestKeys.asAdmin().post("/v1/keys/" + rotated.id() + "/rotate").statusCode());
        wrong.exhaust(revoked.key());
        wrong.exhaust(rotated.key());
    }

    @Test
    void requestsWithoutAKeyAreNotThrottled() {
        WrongKeys wrong = new WrongKeys();
        wrong.exhaust("wrong");
        assertEquals(200, Elsewhere.from(wrong.address).get("/v1/startups").statusCode());
        assertEquals(401, Elsewhere.from(wrong.address).get("/v1/keys").statusCode());
    }

    @Test
    void otherAddressesAreNotThrottled() {
        new WrongKeys().exhaust("wrong");
        assertEquals(
                200,
                Elsewhere.request()
                        .header("X-API-Key", TestKeys.ADMIN)
                        .get("/v1/keys")
                        .statusCode());
    }

    @Test
    void validKeysAreNotCounted() {
        WrongKeys wrong = new WrongKeys();
        for (int i = 0; i < 2 * FailedAuthLimiter.MAX_FAILURES; i++) {
            assertEquals(
                    200,
                    Elsewhere.from(wrong.address)
                            .header("X-API-Key", TestKeys.ADMIN)
                            .get("/v1/startups/weego")
                            .statusCode());
        }
        wrong.exhaust("wrong");
    }

    @Test
    void metricsCountOutcomesWithoutAddressesOrKeys() {
        double before = attempts("key_invalid");
        double throttled = attempts("throttled");
        double inUrl = attempts("key_in_url");
        WrongKeys wrong = new WrongKeys();
        wrong.exhaust("wrong");
        given().get("/v1/startups?api_key=wrong");
        assertEquals(before + wrong.refused, attempts("key_invalid"));
        assertEquals(throttled + 1, attempts("throttled"));
        assertEquals(inUrl + 1, attempts("key_in_url"));
        String metrics = Metrics.text();
        assertFalse(metrics.contains(wrong.address));
        assertFalse(metrics.contains(TestKeys.ADMIN));
    }

    /** Invalid keys, sent from a separate address. */
    private static final class WrongKeys {
        private final String address = Elsewhere.newAddress();
        private final Instant begun = Instant.now();
        private int refused;

        /** Sends the key until it is throttled, and returns that response; attempts are refilled meanwhile. */
        Response exhaust(String key) {
            Response answer = keyed(address, key);
            while (answer.statusCode() != 429) {
                assertEquals(401, answer.statusCode());
                refused++;
                answer = keyed(address, key);
            }
            long refilled = Duration.between(begun, Instant.now()).toSeconds() / FailedAuthLimiter.REFILL_SECONDS;
            assertTrue(refused >= FailedAuthLimiter.MAX_FAILURES, "refused: " + refused);
            assertTrue(
                    refused <= FailedAuthLimiter.MAX_FAILURES + refilled,
                    "refused: " + refused + ", refilled: " + refilled);
            return answer;
        }
    }

    private static Response keyed(String address, String key) {
        return Elsewhere.from(address).header("X-API-Key", key).get("/v1/startups");
    }

    private static double attempts(String outcome) {
        return Metrics.value("atlas_auth_attempts_total{outcome=\"" + outcome + "\"}");
    }
}

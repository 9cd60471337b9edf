package org.startupatlas.auth;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.KeyAnswer;
import org.startupatlas.testing.Limited;
import org.startupatlas.testing.ProblemAnswer;
import org.startupatlas.testing.TestKeys;

@QuarkusTest
@TestProfile(Limited.class)
class FailedAuthLimiterTest {
    @Test
    void whoeverSendsTooManyWrongKeysWaits() {
        String address = Elsewhere.newAddress();
        exhaust(address);
        Response answer = Elsewhere.from(address).header("X-API-Key", "wrong").get("/v1/startups");
        ProblemAnswer problem = Atlas.problem(429, answer);
        assertEquals("too-many-requests", problem.code());
        assertEquals("too-many-wrong-keys", problem.errors().get(0).code());
        int seconds = Integer.parseInt(answer.header("Retry-After"));
        assertTrue(seconds >= 1 && seconds <= FailedAuthLimiter.SECONDS_FOR_ANOTHER + 1, "seconds: " + seconds);
        assertTrue(problem.detail().contains(String.valueOf(seconds)));
    }

    @Test
    void aValidKeyWorksThereAtOnce() {
        String address = Elsewhere.newAddress();
        exhaust(address);
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
        assertEquals(429, wrong(address));
        String issuedNow = TestKeys.issue("curator", null).key();
        assertEquals(200, keyed(address, issuedNow));
    }

    @Test
    void aRevokedOrRotatedKeyWaitsThereAsUnknownOnesDo() {
        String address = Elsewhere.newAddress();
        KeyAnswer revoked = TestKeys.issue("curator", null);
        KeyAnswer rotated = TestKeys.issue("curator", null);
        exhaust(address);
        assertEquals(200, keyed(address, revoked.key()));
        assertEquals(200, keyed(address, rotated.key()));
        assertEquals(204, TestKeys.asAdmin().delete("/v1/keys/" + revoked.id()).statusCode());
        assertEquals(
                200,
                TestKeys.asAdmin().post("/v1/keys/" + rotated.id() + "/rotate").statusCode());
        assertEquals(429, keyed(address, revoked.key()));
        assertEquals(429, keyed(address, rotated.key()));
    }

    @Test
    void whoeverSendsNoKeyDoesNotWait() {
        String address = Elsewhere.newAddress();
        exhaust(address);
        assertEquals(200, Elsewhere.from(address).get("/v1/startups").statusCode());
        assertEquals(401, Elsewhere.from(address).get("/v1/keys").statusCode());
    }

    @Test
    void othersDoNotWait() {
        exhaust(Elsewhere.newAddress());
        assertEquals(
                200,
                Elsewhere.request()
                        .header("X-API-Key", TestKeys.ADMIN)
                        .get("/v1/keys")
                        .statusCode());
    }

    @Test
    void rightKeysAreNotCounted() {
        String address = Elsewhere.newAddress();
        for (int i = 0; i < 2 * FailedAuthLimiter.WRONG_KEYS; i++) {
            assertEquals(
                    200,
                    Elsewhere.from(address)
                            .header("X-API-Key", TestKeys.ADMIN)
                            .get("/v1/startups/weego")
                            .statusCode());
        }
        exhaust(address);
    }

    @Test
    void metricsCountHowKeysWereUsedAndNameNobody() {
        double before = attempts("key_invalid");
        double throttled = attempts("throttled");
        double inUrl = attempts("key_in_url");
        String address = Elsewhere.newAddress();
        int refused = exhaust(address);
        given().get("/v1/startups?api_key=wrong");
        assertEquals(before + refused, attempts("key_invalid"));
        assertEquals(throttled + 1, attempts("throttled"));
        assertEquals(inUrl + 1, attempts("key_in_url"));
        String metrics = metrics();
        assertFalse(metrics.contains(address));
        assertFalse(metrics.contains(TestKeys.ADMIN));
    }

    /** Sends wrong keys until no more are looked at, and tells how many were: on a slow machine some come back meanwhile. */
    private static int exhaust(String address) {
        int refused = 0;
        for (int status = wrong(address); status != 429; status = wrong(address)) {
            assertEquals(401, status);
            refused++;
        }
        assertTrue(refused >= FailedAuthLimiter.WRONG_KEYS, "refused: " + refused);
        return refused;
    }

    private static int wrong(String address) {
        return Elsewhere.from(address)
                .header("X-API-Key", "wrong")
                .get("/v1/startups")
                .statusCode();
    }

    private static int keyed(String address, String key) {
        return Elsewhere.from(address)
                .header("X-API-Key", key)
                .get("/v1/startups")
                .statusCode();
    }

    private static double attempts(String outcome) {
        Matcher line = Pattern.compile("atlas_access_total\\{outcome=\"" + outcome + "\"} (\\S+)")
                .matcher(metrics());
        assertTrue(line.find(), outcome);
        return Double.parseDouble(line.group(1));
    }

    private static String metrics() {
        return Atlas.get(200, "/q/metrics").asString();
    }
}

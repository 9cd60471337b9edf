package org.startupatlas.auth;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.startupatlas.testing.Bare;
import org.startupatlas.testing.TestKeys;

/** Tests that nothing can be written if no admin key, or a blank one, is configured. */
@QuarkusTest
@TestProfile(Bare.class)
class WithoutAdminKeyTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "  ", TestKeys.ADMIN, "null", "admin"})
    void everyKeyIsRejected(String key) {
        assertEquals(401, given().header("X-API-Key", key).get("/v1/keys").statusCode());
    }

    @Test
    void onlyReadingWorksWithoutAKey() {
        assertEquals(401, given().get("/v1/keys").statusCode());
        assertEquals(
                401,
                given().contentType("application/json")
                        .body("{\"name\":\"a\",\"role\":\"admin\"}")
                        .post("/v1/keys")
                        .statusCode());
        assertEquals(200, given().get("/v1/startups").statusCode());
    }
}

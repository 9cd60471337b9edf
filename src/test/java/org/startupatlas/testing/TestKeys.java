package org.startupatlas.testing;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.LinkedHashMap;
import java.util.Map;

/** The keys that tests send. */
public final class TestKeys {
    /** The first admin key, which the tests' settings name. */
    public static final String ADMIN = "the-admin-key-of-tests";

    private TestKeys() {}

    /** A request of the first admin. */
    public static RequestSpecification asAdmin() {
        return with(ADMIN);
    }

    /** A request with that key. */
    public static RequestSpecification with(String secret) {
        return given().urlEncodingEnabled(false).header("Authorization", "Bearer " + secret);
    }

    /** The secret of a new key; only contributors have a partner, the others null. */
    public static KeyAnswer issue(String role, String partner) {
        Map<String, String> body = new LinkedHashMap<>();
        body.put("name", "a " + role + " of tests");
        body.put("role", role);
        body.put("partner", partner);
        Response answer = asAdmin().contentType("application/json").body(body).post("/v1/keys");
        assertEquals(201, answer.statusCode(), answer::asString);
        return Atlas.read(KeyAnswer.class, answer);
    }
}

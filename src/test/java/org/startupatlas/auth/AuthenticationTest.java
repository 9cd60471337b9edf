package org.startupatlas.auth;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.Method;
import io.restassured.response.Response;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.KeyAnswer;
import org.startupatlas.testing.Limited;
import org.startupatlas.testing.ProblemAnswer;
import org.startupatlas.testing.TestKeys;

@QuarkusTest
@TestProfile(Limited.class)
class AuthenticationTest {
    private static final String WRONG = "atlas_aaaaaaaaaaaa_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    static final List<String> NAMES_OF_KEYS_IN_URLS = KeyInUrlCheck.NAMES;

    @ParameterizedTest
    @CsvSource({"Authorization, 'Bearer '", "Authorization, 'bearer '", "Authorization, 'BEARER  '", "X-API-Key, ''"})
    void keyIsAcceptedInEitherHeader(String header, String before) {
        assertEquals(
                200,
                Elsewhere.request()
                        .header(header, before + TestKeys.ADMIN)
                        .get("/v1/keys")
                        .statusCode());
    }

    @Test
    void sameKeyInBothHeadersIsAccepted() {
        assertEquals(
                200,
                TestKeys.asAdmin()
                        .header("X-API-Key", TestKeys.ADMIN)
                        .get("/v1/keys")
                        .statusCode());
    }

    @Test
    void differentValidKeysInBothHeadersAreRejected() {
        KeyAnswer other = TestKeys.issue("admin", null);
        for (String second : List.of(other.key(), WRONG, "")) {
            Response answer = Elsewhere.request()
                    .header("Authorization", "Bearer " + TestKeys.ADMIN)
                    .header("X-API-Key", second)
                    .get("/v1/keys");
            assertRefused(answer);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST"})
    void operationsThatRequireAKeyAreUnauthorizedWithoutOne(Method method) {
        Response answer = given().contentType("application/json").request(method, "/v1/keys");
        ProblemAnswer problem = Atlas.problem(401, answer);
        assertEquals("unauthorized", problem.code());
        assertEquals("key-missing", problem.errors().get(0).code());
        assertNull(problem.errors().get(0).parameter());
        assertEquals(problem.detail(), problem.errors().get(0).detail());
        assertTrue(answer.header("WWW-Authenticate").startsWith("Bearer"));
        assertEquals("no-store", answer.header("Cache-Control"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Bearer",
                "Bearer wrong",
                "Bearer " + WRONG,
                "Bearer the-admin-key-of-test",
                "Bearer The-Admin-Key-Of-Tests",
                "Bearer the-admin-key-of-tests the-admin-key-of-tests",
                "Basic dGhlLWFkbWluLWtleS1vZi10ZXN0czo=",
                "the-admin-key-of-tests",
                "Bearer admin",
                "Bearer atlas_admin_the-admin-key-of-tests"
            })
    void wrongEmptyOrMalformedKeyIsRejected(String authorization) {
        for (String path : List.of("/v1/keys", "/v1/startups", "/v1/startups/weego", "/v1/meta", "/problems")) {
            assertRefused(
                    Elsewhere.request().header("Authorization", authorization).get(path));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "wrong", WRONG, "Bearer the-admin-key-of-tests"})
    void wrongKeyInTheOtherHeaderIsRejected(String key) {
        assertRefused(Elsewhere.request().header("X-API-Key", key).get("/v1/startups"));
    }

    @Test
    void headRequiresTheSameKeyAsGet() {
        Response answer = Elsewhere.request().header("X-API-Key", WRONG).head("/v1/startups");
        assertEquals(401, answer.statusCode());
        assertNotNull(answer.header("WWW-Authenticate"));
        assertEquals(200, TestKeys.asAdmin().head("/v1/keys").statusCode());
    }

    @Test
    void authenticationProblemsAreInTheRequestedLanguage() {
        Response answer = Elsewhere.request()
                .header("X-API-Key", WRONG)
                .header("Accept-Language", "fr")
                .get("/v1/startups");
        assertEquals("Il faut une clé valable", answer.jsonPath().getString("title"));
    }

    @Test
    void eachRoleIncludesTheLowerRoles() {
        assertEquals(403, TestKeys.with(contributor().key()).get("/v1/keys").statusCode());
        ProblemAnswer problem = Atlas.problem(
                403, TestKeys.with(TestKeys.issue("curator", null).key()).get("/v1/keys"));
        assertEquals("forbidden", problem.code());
        assertEquals("role-too-small", problem.errors().get(0).code());
        assertTrue(problem.detail().contains("admin"));
        assertEquals(
                200,
                TestKeys.with(TestKeys.issue("admin", null).key())
                        .get("/v1/keys")
                        .statusCode());
        assertTrue(Role.ADMIN.includes(Role.CURATOR) && Role.CURATOR.includes(Role.CONTRIBUTOR));
        assertFalse(Role.CONTRIBUTOR.includes(Role.CURATOR) || Role.CURATOR.includes(Role.ADMIN));
    }

    @Test
    void responsesToRequestsWithAKeyAreNotStored() {
        String key = contributor().key();
        for (String path : List.of("/v1/startups", "/v1/startups/weego", "/v1/countries/MA", "/v1/meta", "/")) {
            Response answer = TestKeys.with(key).get(path);
            assertEquals(200, answer.statusCode());
            assertEquals("no-store", answer.header("Cache-Control"), path);
            Response known = TestKeys.with(key)
                    .header("If-None-Match", answer.header("ETag"))
                    .get(path);
            assertEquals(304, known.statusCode());
            assertEquals("no-store", known.header("Cache-Control"), path);
            assertTrue(given().get(path).header("Cache-Control").startsWith("public"), path);
        }
    }

    @ParameterizedTest
    @FieldSource("NAMES_OF_KEYS_IN_URLS")
    void keyInUrlIsRejectedAndNotRepeated(String name) {
        for (String path : List.of("/v1/startups", "/v1/startups/weego", "/v1/keys", "/nothing", "/q/metrics", "/")) {
            for (String spelled : List.of(name, name.toUpperCase(Locale.ROOT), escaped(name))) {
                Response answer = given().urlEncodingEnabled(false).get(path + "?limit=1&" + spelled + "=s3cr3t&a=b");
                ProblemAnswer problem = Atlas.problem(400, answer);
                assertEquals("invalid-parameters", problem.code());
                assertEquals("key-in-url", problem.errors().get(0).code());
                assertEquals(name, problem.errors().get(0).parameter());
                assertFalse(answer.asString().contains("s3cr3t"));
                assertFalse(answer.headers().toString().contains("s3cr3t"));
            }
        }
    }

    @Test
    void escapedEqualsSignDoesNotHideAKey() {
        Response answer = given().urlEncodingEnabled(false).get("/v1/startups?api_key%3Ds3cr3t");
        assertEquals("key-in-url", Atlas.problem(400, answer).errors().get(0).code());
        assertFalse(answer.asString().contains("s3cr3t"));
    }

    @Test
    void keyInUrlIsRejectedEvenWithAValidHeader() {
        assertEquals(
                400,
                TestKeys.asAdmin()
                        .contentType("application/json")
                        .body("{}")
                        .post("/v1/keys?api_key=" + TestKeys.ADMIN)
                        .statusCode());
    }

    @Test
    void preflightIsAnsweredWithAnyHeaders() {
        Response answer = given().header("Origin", "https://example.org")
                .header("Access-Control-Request-Method", "POST")
                .header("X-API-Key", WRONG)
                .options("/v1/keys");
        assertEquals(204, answer.statusCode());
        assertTrue(answer.header("Access-Control-Allow-Headers").contains("X-API-Key"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/v1/keys | GET, HEAD, OPTIONS, POST",
                "/v1/keys/a | DELETE, GET, HEAD, OPTIONS",
                "/v1/keys/a/rotate | OPTIONS, POST",
                "/v1/startups/weego/programs | GET, HEAD, OPTIONS",
                "/v1/vocabularies/sectors/fintech | GET, HEAD, OPTIONS",
                "/q/openapi.yml | GET, HEAD, OPTIONS",
                "/ | GET, HEAD, OPTIONS"
            })
    void allowListsTheMethodsOfThePath(String path, String methods) {
        Response answer = given().put(path);
        assertEquals(405, answer.statusCode());
        assertEquals(methods, answer.header("Allow"));
    }

    @ParameterizedTest
    @CsvSource({
        "198.18.0.1, 198.18.0.1, true",
        "198.18.0.1, 198.18.0.2, false",
        "198.18.0.1, ::ffff:198.18.0.1, true",
        "2001:db8::1, 2001:db8:0:0:ffff::2, true",
        "2001:db8::1, 2001:db8:0:1::1, false",
        "_hidden, _hidden, true",
        "_hidden, unknown, false"
    })
    void attemptsAreCountedByNetworkPrefix(String one, String other, boolean together) {
        assertEquals(together, ClientAddress.of(one).equals(ClientAddress.of(other)));
    }

    private static KeyAnswer contributor() {
        return TestKeys.issue("contributor", "technopark-morocco");
    }

    private static String escaped(String name) {
        return String.format("%%%02x", (int) name.charAt(0)) + name.substring(1);
    }

    private static void assertRefused(Response answer) {
        ProblemAnswer problem = Atlas.problem(401, answer);
        assertEquals("key-invalid", problem.errors().get(0).code());
        assertTrue(answer.header("WWW-Authenticate").startsWith("Bearer"));
    }
}

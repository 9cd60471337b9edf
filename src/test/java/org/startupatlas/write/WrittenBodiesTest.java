package org.startupatlas.write;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.startupatlas.resource.startup.StartupRecord;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.ForWriting;
import org.startupatlas.testing.ProblemAnswer;
import org.startupatlas.testing.TestKeys;
import org.startupatlas.testing.Writes;

/** Tests the JSON bodies that different client libraries write. */
@QuarkusTest
@TestProfile(ForWriting.class)
class WrittenBodiesTest {

    @Test
    void equivalentJsonIsTheSameBody() {
        String first =
                created(201, "{\"name\":\"Written twice\",\"headcount\":10,\"summary\":{\"fr\":\"a\",\"en\":\"b\"}}");
        for (String same : List.of(
                "{ \"summary\": {\"en\": \"b\", \"fr\": \"a\"}, \"headcount\": 10, \"name\": \"Written twice\" }",
                "{\"name\":\"Written\\u0020twice\",\"headcount\":1e1,\"summary\":{\"fr\":\"a\",\"en\":\"b\"}}",
                "{\"name\":\"Written twice\",\"headcount\":10.0,\"summary\":{\"fr\":\"a\",\"en\":\"b\"}}")) {
            assertEquals(first, created(201, same));
        }
        for (String other : List.of(
                "{\"name\":\"Written twice\",\"headcount\":11,\"summary\":{\"fr\":\"a\",\"en\":\"b\"}}",
                "{\"name\":\"Written twice\",\"headcount\":\"10\",\"summary\":{\"fr\":\"a\",\"en\":\"b\"}}",
                "{\"name\":\"Written twice\",\"headcount\":10,\"summary\":{\"fr\":\"b\",\"en\":\"a\"}}")) {
            created(422, other);
        }
    }

    private static String created(int status, String body) {
        return Writes.post(status, TestKeys.asAdmin().header("Idempotency-Key", "written twice"), "/v1/startups", body)
                .asString();
    }

    @ParameterizedTest
    @CsvSource({
        "1e3, 1000",
        "1E+3, 1000",
        "1.5e3, 1500",
        "10.0e2, 1000",
        "1000, 1000",
        "1.50, 1.50",
        "10.0, 10.0",
        "15e-1, 1.5",
        "1e-6, 0.000001",
        "0e9, 0",
        "0.0000000, 0",
        "0, 0",
        "900000000000000, 900000000000000",
        "9e14, 900000000000000"
    })
    void decimalKeepsItsValue(String sent, String stored) {
        StartupRecord startup = Writes.createStartup("Counts money");
        Response answer = Writes.post(
                201,
                "/v1/funding_rounds",
                "{\"startup\":\"" + startup.id() + "\",\"amount\":{\"value\":" + sent
                        + ",\"currency\":\"MAD\",\"qualifier\":\"exact\"}}");
        String path = "/v1/funding_rounds/"
                + Atlas.read(JsonNode.class, answer).get("id").textValue();
        assertContains("\"value\":" + stored + ",", answer.asString());
        assertContains("\"value\":" + stored + ",", Atlas.get(200, path).asString());
        assertContains(
                "\"value\":" + stored + ",",
                Atlas.get(200, path + "/versions/1").asString());
    }

    @ParameterizedTest
    @CsvSource({"1e3, 1000", "1000.0, 1000", "1.2e1, 12", "-0, 0", "0.0, 0", "0e5, 0", "1e7, 10000000"})
    void integerIsAcceptedInEveryNotation(String sent, String stored) {
        Response answer = Writes.post(201, "/v1/startups", "{\"name\":\"Counts heads\",\"headcount\":" + sent + "}");
        assertContains("\"headcount\":" + stored + ",", answer.asString());
    }

    @ParameterizedTest
    @CsvSource({
        "1.5, wrong-type",
        "1e-1, wrong-type",
        "-1e3, number-out-of-range",
        "1e10, number-out-of-range",
        "1e400, number-out-of-range",
        "1e999999999, number-out-of-range"
    })
    void invalidNumberIsRejected(String sent, String code) {
        Response answer = Writes.post(422, "/v1/startups", "{\"name\":\"Counts heads\",\"headcount\":" + sent + "}");
        assertEquals(code, Writes.problem(answer).errors().get(0).code());
    }

    private static void assertContains(String text, String answer) {
        assertEquals(true, answer.contains(text), answer);
    }

    @Test
    void wrongMediaTypeIsReportedWithTheAcceptedOne() {
        Response post = Writes.of(TestKeys.ADMIN, "text/plain").body("{}").post("/v1/startups");
        Atlas.problem(415, post);
        assertEquals("application/json", post.header("Accept-Post"));
        Response patch = Writes.of(TestKeys.ADMIN, "application/json")
                .header("If-Match", "\"1\"")
                .body("{}")
                .patch("/v1/startups/chari");
        Atlas.problem(415, patch);
        assertEquals("application/merge-patch+json", patch.header("Accept-Patch"));
        assertNull(patch.header("Accept-Post"));
        Response put = Writes.of(TestKeys.ADMIN, "text/plain")
                .header("If-Match", "\"1\"")
                .body("{}")
                .put("/v1/startups/chari");
        Atlas.problem(415, put);
        assertEquals("application/json", put.header("Accept"));
        Response file = Writes.of(TestKeys.ADMIN, "multipart/form-data; boundary=a")
                .body("--a--".getBytes(StandardCharsets.UTF_8))
                .post("/v1/imports/startups");
        Atlas.problem(415, file);
        assertEquals(
                "text/csv, application/x-ndjson, application/json, "
                        + "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet, "
                        + "application/vnd.oasis.opendocument.spreadsheet, application/gzip, application/octet-stream",
                file.header("Accept-Post"));
    }

    @Test
    void atMostAHundredErrorsAreListed() {
        ProblemAnswer all = Writes.problem(Writes.post(422, "/v1/startups", markets(100)));
        assertEquals(100, all.errors().size());
        assertNull(all.errorsTotal());
        ProblemAnswer cut = Writes.problem(Writes.post(422, "/v1/startups", markets(101)));
        assertEquals(100, cut.errors().size());
        assertEquals(101, cut.errorsTotal());
        assertEquals("/markets/99/country", cut.errors().get(99).pointer());
    }

    /** Returns a startup with a number of unknown countries as markets. */
    private static String markets(int wrong) {
        String market = "{\"country\":\"XX\",\"mode\":null,\"state\":null,\"since\":null}";
        return "{\"name\":\"Everywhere\",\"markets\":[" + String.join(",", Collections.nCopies(wrong, market)) + "]}";
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/keys", "/v1/keys/abc/rotate"})
    void issuingKeysTakesNoIdempotencyKey(String path) {
        Response answer = Writes.post(
                400,
                TestKeys.asAdmin().header("Idempotency-Key", "again"),
                path,
                "{\"name\":\"Not issued\",\"role\":\"curator\"}");
        assertEquals(
                "idempotency-key-not-accepted",
                Writes.problem(answer).errors().get(0).code());
        assertEquals(false, TestKeys.asAdmin().get("/v1/keys").asString().contains("Not issued"), "nothing was issued");
    }
}

package org.startupatlas.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import org.startupatlas.resource.startup.StartupRecord;

/** Sends writes. */
public final class Writes {
    /** JSON Merge Patch. */
    public static final String MERGE_PATCH = "application/merge-patch+json";

    private Writes() {}

    /** Creates a record with the admin key. */
    public static <R> R create(Class<R> type, String path, String body) {
        return Atlas.read(type, post(201, path, body));
    }

    /** Creates a startup that has only a name. */
    public static StartupRecord createStartup(String name) {
        return createStartup(name, "");
    }

    /** Creates a startup with a name and further members, each after a comma. */
    public static StartupRecord createStartup(String name, String members) {
        return create(StartupRecord.class, "/v1/startups", "{\"name\":\"" + name + "\"" + members + "}");
    }

    /** Sends a POST; the response must have the status. */
    public static Response post(int status, String path, String body) {
        return post(status, TestKeys.ADMIN, path, body);
    }

    /** Sends a POST with an API key; the response must have the status. */
    public static Response post(int status, String key, String path, String body) {
        return checked(status, json(key).body(bytes(body)).post(path));
    }

    /** Sends a POST with the headers of a request; the response must have the status. */
    public static Response post(int status, RequestSpecification request, String path, String body) {
        return checked(
                status,
                request.contentType("application/json").body(bytes(body)).post(path));
    }

    /** Sends a PUT; the response must have the status. */
    public static Response put(int status, String path, int version, String body) {
        return checked(
                status, seen(json(TestKeys.ADMIN), version).body(bytes(body)).put(path));
    }

    /** Sends a PATCH; the response must have the status. */
    public static Response patch(int status, String path, int version, String body) {
        return patch(status, TestKeys.ADMIN, path, version, body);
    }

    /** Sends a PATCH with an API key; the response must have the status. */
    public static Response patch(int status, String key, String path, int version, String body) {
        return checked(
                status, seen(of(key, MERGE_PATCH), version).body(bytes(body)).patch(path));
    }

    /** Sends a DELETE; the response must have the status. */
    public static Response delete(int status, String path, int version) {
        return checked(status, seen(TestKeys.asAdmin(), version).delete(path));
    }

    /** Merges a record into another; the response must have the status. */
    public static Response merge(int status, String path, int version, String from) {
        return checked(
                status,
                seen(json(TestKeys.ADMIN), version)
                        .body("{\"from\":\"" + from + "\"}")
                        .post(path + "/merge"));
    }

    /** Gives a sector another French label. */
    public static void relabelSector(String code, String label) {
        ObjectNode sectors = (ObjectNode) Atlas.tree("/v1/vocabularies/sectors");
        for (JsonNode term : sectors.get("terms")) {
            if (term.get("code").textValue().equals(code)) {
                ((ObjectNode) term.get("labels")).put("fr", label);
            }
        }
        ObjectNode patch = sectors.objectNode();
        patch.set("terms", sectors.get("terms"));
        patch(200, "/v1/vocabularies/sectors", sectors.get("version").intValue(), patch.toString());
    }

    /** Reads the problem of a response. */
    public static ProblemAnswer problem(Response answer) {
        return Atlas.read(ProblemAnswer.class, answer);
    }

    /** Reads the changes after a revision. */
    public static JsonNode changesSince(long revision) {
        return Atlas.tree("/v1/changes?since=" + revision + "&limit=1000").get("data");
    }

    /** Returns the revision of a response. */
    public static long revision(Response answer) {
        return Long.parseLong(answer.header("Atlas-Revision"));
    }

    private static RequestSpecification json(String key) {
        return of(key, "application/json");
    }

    /** Returns a request with an API key and exactly this content type, to which RestAssured would add a charset. */
    public static RequestSpecification of(String key, String contentType) {
        return TestKeys.with(key)
                .config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                                .encodeContentTypeAs(MERGE_PATCH, ContentType.TEXT)))
                .contentType(contentType);
    }

    /** Returns a text in UTF-8. */
    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static RequestSpecification seen(RequestSpecification request, int version) {
        return request.header("If-Match", "\"" + version + "\"");
    }

    private static Response checked(int status, Response answer) {
        assertEquals(status, answer.statusCode(), answer::asString);
        return answer;
    }
}

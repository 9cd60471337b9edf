package org.startupatlas;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** Writes as tests make them: bodies as they are sent, to typed answers. */
public final class Writes {
    private Writes() {}

    /** A record that is created, by the first admin. */
    public static <R> R create(Class<R> type, String path, String body) {
        return Atlas.read(type, post(201, path, body));
    }

    /** Whatever posting answers, of that status. */
    public static Response post(int status, String path, String body) {
        return post(status, TestKeys.ADMIN, path, body);
    }

    /** Whatever posting with that key answers, of that status. */
    public static Response post(int status, String key, String path, String body) {
        return checked(status, json(key).body(body).post(path));
    }

    /** Whatever posting under the name of an earlier try answers, of that status. */
    public static Response post(int status, RequestSpecification request, String path, String body) {
        return checked(
                status, request.contentType("application/json").body(body).post(path));
    }

    /** Whatever putting answers, of that status. */
    public static Response put(int status, String path, int version, String body) {
        return checked(status, seen(json(TestKeys.ADMIN), version).body(body).put(path));
    }

    /** Whatever patching answers, of that status. */
    public static Response patch(int status, String path, int version, String body) {
        return patch(status, TestKeys.ADMIN, path, version, body);
    }

    /** Whatever patching with that key answers, of that status. */
    public static Response patch(int status, String key, String path, int version, String body) {
        return checked(
                status,
                seen(TestKeys.with(key).contentType("application/merge-patch+json"), version)
                        .body(body)
                        .patch(path));
    }

    /** Whatever deleting answers, of that status. */
    public static Response delete(int status, String path, int version) {
        return checked(status, seen(TestKeys.asAdmin(), version).delete(path));
    }

    /** Whatever merging answers, of that status. */
    public static Response merge(int status, String path, int version, String from) {
        return checked(
                status,
                seen(json(TestKeys.ADMIN), version)
                        .body("{\"from\":\"" + from + "\"}")
                        .post(path + "/merge"));
    }

    /** The problem in an answer. */
    public static ProblemAnswer problem(Response answer) {
        return Atlas.read(ProblemAnswer.class, answer);
    }

    /** The changes behind a revision. */
    public static JsonNode changesSince(long revision) {
        return Atlas.tree("/v1/changes?since=" + revision + "&limit=1000").get("data");
    }

    /** The revision that an answer names. */
    public static long revision(Response answer) {
        return Long.parseLong(answer.header("Atlas-Revision"));
    }

    private static RequestSpecification json(String key) {
        return TestKeys.with(key).contentType("application/json");
    }

    private static RequestSpecification seen(RequestSpecification request, int version) {
        return request.header("If-Match", "\"" + version + "\"");
    }

    private static Response checked(int status, Response answer) {
        assertEquals(status, answer.statusCode(), answer::asString);
        return answer;
    }
}

package org.startupatlas.testing;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URL;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.startupatlas.record.RecordJson;
import org.startupatlas.resource.startup.StartupRecord;

/** Reads encoded paths of the API into typed results. */
public final class Atlas {
    private static final Pattern NEXT = Pattern.compile("<([^>]*)>; *rel=\"next\"");
    private static final ObjectMapper JSON = mapper();

    private Atlas() {}

    /** Reads a page of a list. */
    public static <R> ListOf<R> page(Class<R> type, String path) {
        return parse(bytes(path), listOf(type));
    }

    /** Reads all records of a list by its cursors. */
    public static <R> List<R> walk(Class<R> type, String path) {
        List<R> all = new ArrayList<>();
        ListOf<R> page = page(type, path);
        all.addAll(page.data());
        while (page.page().hasMore()) {
            assertEquals(page.page().limit(), page.data().size(), "records on a page that is not the last");
            page = page(type, with(path, "cursor", page.page().nextCursor()));
            all.addAll(page.data());
        }
        return all;
    }

    /** Reads all records of a list by its links. */
    public static <R> List<R> walkLinks(Class<R> type, String path) {
        List<R> all = new ArrayList<>();
        Optional<String> next = Optional.of(path);
        while (next.isPresent()) {
            Response answer = get(200, next.get());
            all.addAll(Atlas.<ListOf<R>>read(answer, listOf(type)).data());
            next = nextLink(answer);
        }
        return all;
    }

    /** Parses a JSON text, whose numbers are compared by value. */
    public static JsonNode json(String text) {
        return parse(text.getBytes(StandardCharsets.UTF_8), JSON.constructType(JsonNode.class));
    }

    /** Returns the number of records in a list. */
    public static long total(String path) {
        return page(JsonNode.class, with(path, "total", "true")).page().total();
    }

    /** Reads a record. */
    public static <R> R one(Class<R> type, String path) {
        return parse(bytes(path), JSON.constructType(type));
    }

    /** Reads a startup again. */
    public static StartupRecord one(StartupRecord startup) {
        return one(StartupRecord.class, path(startup));
    }

    /** Returns the path of a startup. */
    public static String path(StartupRecord startup) {
        return "/v1/startups/" + startup.id();
    }

    /** Reads the problem of a path, which must have the status. */
    public static ProblemAnswer problem(int status, String path) {
        return problem(status, get(status, path));
    }

    /** Reads the problem of a response, which must have the status. */
    public static ProblemAnswer problem(int status, Response answer) {
        assertEquals(status, answer.statusCode(), answer::asString);
        assertTrue(answer.contentType().startsWith("application/problem+json"), answer.contentType());
        ProblemAnswer problem = read(answer, JSON.constructType(ProblemAnswer.class));
        assertEquals(status, problem.status());
        assertNotNull(problem.requestId());
        return problem;
    }

    /** Reads a response. */
    public static <R> R read(Class<R> type, Response answer) {
        return read(answer, JSON.constructType(type));
    }

    /**
     * Returns the body of a path, which must have status 200. Uses a persistent connection, because walks send thousands
     * of requests and RestAssured takes longer for each than the application.
     */
    public static byte[] bytes(String path) {
        return bytes(path, "*/*");
    }

    /** Returns the body in an accepted media type. */
    static byte[] bytes(String path, String accept) {
        try {
            HttpURLConnection request = (HttpURLConnection) new URL(server() + path).openConnection();
            request.setRequestProperty("Accept", accept);
            if (request.getResponseCode() == 200) {
                try (InputStream body = request.getInputStream()) {
                    return body.readAllBytes();
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(path, failed);
        }
        return get(200, path).asByteArray(); // follows a redirect, or fails with the response
    }

    private static String server() {
        return RestAssured.port == RestAssured.UNDEFINED_PORT
                ? RestAssured.baseURI
                : RestAssured.baseURI + ":" + RestAssured.port;
    }

    /** Returns the response of a path, which must have the status. */
    public static Response get(int status, String path) {
        Response answer = given().urlEncodingEnabled(false).get(path);
        assertEquals(status, answer.statusCode(), () -> path + ": " + answer.asString());
        return answer;
    }

    /** Returns a path with a further parameter. */
    public static String with(String path, String parameter, String value) {
        return path + (path.indexOf('?') < 0 ? '?' : '&') + encode(parameter) + '=' + encode(value);
    }

    /** Reads the JSON of a path. */
    public static JsonNode tree(String path) {
        return parse(bytes(path), JSON.constructType(JsonNode.class));
    }

    /** Returns a mapper that reads and writes records like the application. */
    public static ObjectMapper json() {
        return JSON;
    }

    private static Optional<String> nextLink(Response answer) {
        Matcher link = NEXT.matcher(answer.header("Link"));
        return link.find() ? Optional.of(link.group(1)) : Optional.empty();
    }

    private static JavaType listOf(Class<?> type) {
        return JSON.getTypeFactory().constructParametricType(ListOf.class, type);
    }

    private static <T> T read(Response answer, JavaType type) {
        return parse(answer.asByteArray(), type);
    }

    private static <T> T parse(byte[] json, JavaType type) {
        try {
            return JSON.readValue(json, type);
        } catch (IOException unexpected) {
            throw new UncheckedIOException(new String(json, StandardCharsets.UTF_8), unexpected);
        }
    }

    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static ObjectMapper mapper() {
        ObjectMapper mapper = new ObjectMapper().registerModule(new JavaTimeModule());
        new RecordJson().customize(mapper);
        return mapper;
    }
}

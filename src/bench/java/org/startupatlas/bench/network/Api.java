package org.startupatlas.bench.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Sends requests to a node, all with the administrator's key. */
final class Api {

    static final String KEY = "the-admin-key-of-the-network";

    /** The maximum of every list. */
    private static final int LIMIT = 200;

    private static final long POLL_MILLIS = 200;

    static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI address;

    Api(URI address) {
        this.address = address;
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return JSON.readTree(send(request(path).GET(), 200).body());
    }

    /** Returns the records of all pages of a list. */
    List<JsonNode> list(String path) throws IOException, InterruptedException {
        String first = path + (path.contains("?") ? "&" : "?") + "limit=" + LIMIT;
        List<JsonNode> records = new ArrayList<>();
        String next = first;
        while (next != null) {
            JsonNode page = get(next);
            page.get("data").forEach(records::add);
            JsonNode cursor = page.at("/page/next_cursor");
            next = cursor.isTextual() ? first + "&cursor=" + cursor.textValue() : null;
        }
        return records;
    }

    void create(String path, ObjectNode record) throws IOException, InterruptedException {
        send(request(path).header("Content-Type", "application/json").POST(body(record)), 201);
    }

    void change(String path, int version, ObjectNode patch) throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/merge-patch+json")
                .header("If-Match", tag(version))
                .method("PATCH", body(patch));
        send(request, 200);
    }

    void delete(String path, int version) throws IOException, InterruptedException {
        send(request(path).header("If-Match", tag(version)).DELETE(), 204);
    }

    /** Imports records as NDJSON; fails unless each creates one. */
    void load(String resource, String lines) throws IOException, InterruptedException {
        HttpRequest.Builder upload = request("/v1/imports/" + resource)
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofString(lines, StandardCharsets.UTF_8));
        HttpResponse<byte[]> accepted = send(upload, 202);
        String location = accepted.headers().firstValue("Location").orElseThrow();
        JsonNode job = JSON.readTree(accepted.body());
        while (job.get("ended_at").isNull()) {
            Thread.sleep(POLL_MILLIS);
            job = get(location);
        }
        if (job.at("/rows/created").asLong() != lines.lines().count()) {
            throw new IOException("not all rows created a record: " + job);
        }
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path)).header("Authorization", "Bearer " + KEY);
    }

    HttpResponse<byte[]> send(HttpRequest.Builder request, int expected) throws IOException, InterruptedException {
        HttpRequest built = request.build();
        HttpResponse<byte[]> response = http.send(built, BodyHandlers.ofByteArray());
        if (response.statusCode() != expected) {
            throw new IOException(built.method() + " " + built.uri() + ": " + response.statusCode() + " "
                    + new String(response.body(), StandardCharsets.UTF_8));
        }
        return response;
    }

    private static HttpRequest.BodyPublisher body(ObjectNode json) {
        return BodyPublishers.ofString(json.toString(), StandardCharsets.UTF_8);
    }

    private static String tag(int version) {
        return "\"" + version + "\"";
    }
}

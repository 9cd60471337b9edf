package org.startupatlas.bench.fire;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** A request that can be sent to any node, repeatedly. */
record Request(String method, String path, Map<String, String> headers, String body) {

    /** The timeout of a response, after which it counts as lost. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final String JSON = "application/json";

    Request {
        headers = Map.copyOf(headers);
    }

    static Request get(String path) {
        return new Request("GET", path, Map.of(), null);
    }

    static Request post(String path, ObjectNode body, String idempotencyKey) {
        return new Request(
                "POST", path, Map.of("Content-Type", JSON, "Idempotency-Key", idempotencyKey), body.toString());
    }

    static Request merge(String path, int version, String from, String idempotencyKey) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("from", from);
        Map<String, String> headers =
                Map.of("Content-Type", JSON, "Idempotency-Key", idempotencyKey, "If-Match", tag(version));
        return new Request("POST", path + "/merge", headers, body.toString());
    }

    static Request put(String path, int version, ObjectNode body) {
        return new Request("PUT", path, Map.of("Content-Type", JSON, "If-Match", tag(version)), body.toString());
    }

    static Request patch(String path, int version, ObjectNode body) {
        Map<String, String> headers = Map.of("Content-Type", "application/merge-patch+json", "If-Match", tag(version));
        return new Request("PATCH", path, headers, body.toString());
    }

    static Request delete(String path, int version) {
        return new Request("DELETE", path, Map.of("If-Match", tag(version)), null);
    }

    private static String tag(int version) {
        return "\"" + version + "\"";
    }

    /** Returns the request with a further header. */
    Request with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Request(method, path, more, body);
    }

    /** Returns the HTTP request for a node. */
    HttpRequest to(Node node) {
        URI address = URI.create(node.address() + path);
        HttpRequest.Builder builder = HttpRequest.newBuilder(address).timeout(PATIENCE);
        headers.forEach(builder::header);
        if (!method.equals("GET")) {
            builder.header("Authorization", "Bearer " + Node.KEY);
        }
        HttpRequest.BodyPublisher publisher = body == null
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8);
        return builder.method(method, publisher).build();
    }
}

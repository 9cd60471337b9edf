package org.startupatlas.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.startupatlas.ResourceCatalog;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.ForWriting;
import org.startupatlas.testing.TestKeys;
import org.startupatlas.testing.Writes;

/**
 * Makes every write succeed and fail in every documented way, validates the responses with the document, and asserts that
 * every documented status of writes occurs.
 */
@QuarkusTest
@TestProfile(ForWriting.class)
class WritesFitTheDocumentTest {

    private static final String JSON = "application/json";

    /** Those that only writes have. */
    private static final Set<String> STATUSES_OF_WRITING =
            Set.of("200", "201", "204", "308", "409", "412", "422", "428");

    /** A create conflicts with its own first try, or with another record's external id: StillRunningTest, ExternalIdTest. */
    private static final Set<String> CONFLICTS_OF_OTHERS = Set.of("409");

    @TestHTTPResource
    URI server;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final List<String> faults = new ArrayList<>();
    private final Map<String, Set<String>> answered = new TreeMap<>();
    private Contract contract;
    private String list;
    private int made;

    static List<String> resources() {
        return ResourceCatalog.SCHEMAS.stream()
                .map(ResourceSchema::resource)
                .filter(resource -> !resource.equals(ResourceSchema.COUNTRIES))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("resources")
    void everyStatusOfWritesIsDocumentedAndTested(String resource) throws IOException, InterruptedException {
        contract = Contract.committed();
        list = "/v1/" + resource;
        String kept = create();
        String merged = create();
        String deleted = create();
        createInEveryWay(kept);
        changeInEveryWay(kept, deleted);
        mergeInEveryWay(kept, deleted, merged);
        refuseWhatWasMergedAway(merged);
        redactInEveryWay(kept, deleted, merged);
        assertEquals(List.of(), faults);
        assertEquals(documented(), answered);
    }

    private void createInEveryWay(String other) throws IOException, InterruptedException {
        post("", body());
        post("?dry_run=true", body());
        post("", "[]");
        post("", with(body(), "planted", 1));
        post("", with(body(), "slug", Atlas.tree(list + "/" + other).get("slug").textValue()));
        ask("post", list, list, "text/plain", body().toString(), null);
    }

    private void changeInEveryWay(String kept, String deleted) throws IOException, InterruptedException {
        for (String method : List.of("put", "patch", "delete")) {
            String type = method.equals("patch") ? Writes.MERGE_PATCH : JSON;
            ObjectNode body = method.equals("delete") ? null : whole(kept);
            change(method, kept, type, body, null);
            change(method, kept, type, body, "\"99\"");
            change(method, kept + "?dry_run=true", type, body, version(kept));
            if (method.equals("delete")) {
                change(method, deleted, type, null, version(deleted));
                change(method, deleted, type, null, "\"1\"");
            } else {
                change(method, kept, type, body, version(kept));
                change(method, kept, "text/plain", body, version(kept));
                change(method, kept, type, with(body, "planted", 1), version(kept));
                change(method, deletedBefore(), type, body, "\"1\"");
            }
        }
    }

    private String deletedBefore() throws IOException, InterruptedException {
        String id = create();
        Writes.delete(204, list + "/" + id, 1);
        return id;
    }

    private void mergeInEveryWay(String kept, String deleted, String merged) throws IOException, InterruptedException {
        String path = kept + "/merge";
        ObjectNode from = Atlas.json().createObjectNode().put("from", merged);
        change("post", path, JSON, from, null);
        change("post", path, JSON, from, "\"99\"");
        change("post", path, "text/plain", from, version(kept));
        change("post", path, JSON, Atlas.json().createObjectNode(), version(kept));
        change("post", deleted + "/merge", JSON, from, "\"1\"");
        change("post", path + "?dry_run=true", JSON, from, version(kept));
        change("post", path, JSON, from, version(kept));
    }

    private void refuseWhatWasMergedAway(String merged) throws IOException, InterruptedException {
        ObjectNode notes = Atlas.json().createObjectNode().put("notes", "of a duplicate");
        change("put", merged, JSON, body(), "\"1\"");
        change("patch", merged, Writes.MERGE_PATCH, notes, "\"1\"");
        change("delete", merged, JSON, null, "\"1\"");
        change("post", merged + "/merge", JSON, Atlas.json().createObjectNode().put("from", merged), "\"1\"");
    }

    private void redactInEveryWay(String kept, String deleted, String merged) throws IOException, InterruptedException {
        ObjectNode notes = Atlas.json().createObjectNode().put("path", "notes");
        for (String id : List.of(kept, deleted, merged)) {
            change("post", id + "/redact", JSON, notes, null);
        }
        change("post", kept + "/redact", JSON, Atlas.json().createObjectNode(), null);
        change("post", kept + "/redact", "text/plain", notes, null);
    }

    private void post(String query, Object body) throws IOException, InterruptedException {
        ask("post", list, list + query, JSON, body.toString(), null);
    }

    /** @param place what stands behind the path of the list */
    private void change(String method, String place, String type, ObjectNode body, String seen)
            throws IOException, InterruptedException {
        String template = list + "/{id}" + (place.contains("/") ? place.substring(place.indexOf('/')) : "");
        ask(
                method,
                template.replaceFirst("\\?.*", ""),
                list + "/" + place,
                type,
                body == null ? null : body.toString(),
                seen);
    }

    private void ask(String method, String template, String target, String type, String body, String seen)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(target))
                .header("Authorization", "Bearer " + TestKeys.ADMIN)
                .method(
                        method.toUpperCase(),
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
        if (body != null) {
            request.header("Content-Type", type);
        }
        if (seen != null) {
            request.header("If-Match", seen);
        }
        HttpResponse<byte[]> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        contract.disagreements(template, method, answer)
                .forEach(fault -> faults.add(method + " " + target + " " + body + ": " + fault));
        String status = String.valueOf(answer.statusCode());
        if (STATUSES_OF_WRITING.contains(status)) {
            answered.computeIfAbsent(method + " " + template, absent -> new TreeSet<>())
                    .add(status);
        }
    }

    /** Of each operation that writes the resource, the documented statuses that only writes have. */
    private Map<String, Set<String>> documented() {
        Map<String, Set<String>> documented = new TreeMap<>();
        contract.document().get("paths").properties().stream()
                .filter(path -> path.getKey().equals(list) || path.getKey().startsWith(list + "/"))
                .forEach(path -> path.getValue().properties().stream()
                        .filter(operation -> !operation.getKey().equals("get"))
                        .forEach(operation -> {
                            Set<String> statuses = new TreeSet<>();
                            operation.getValue().get("responses").fieldNames().forEachRemaining(statuses::add);
                            statuses.retainAll(STATUSES_OF_WRITING);
                            if (path.getKey().equals(list)) {
                                statuses.removeAll(CONFLICTS_OF_OTHERS);
                            }
                            documented.put(operation.getKey() + " " + path.getKey(), statuses);
                        }));
        return documented;
    }

    private String create() throws IOException {
        return Atlas.read(JsonNode.class, Writes.post(201, list, body().toString()))
                .get("id")
                .textValue();
    }

    /** Returns the required fields of a new record. */
    private ObjectNode body() throws IOException {
        ObjectNode body = Atlas.json().createObjectNode();
        String schema = contract.document()
                .path("paths")
                .path(list)
                .at("/post/requestBody/content/application~1json/schema/$ref")
                .textValue();
        for (JsonNode required : contract.document().at(schema.substring(1)).path("required")) {
            body.put(required.textValue(), value(required.textValue()));
        }
        return body;
    }

    private String value(String field) {
        return switch (field) {
            case "startup" -> named("/v1/startups");
            case "program" -> named("/v1/programs");
            default -> name();
        };
    }

    private String named(String path) {
        String body = Atlas.json().createObjectNode().put("name", name()).toString();
        return Atlas.read(JsonNode.class, Writes.post(201, path, body))
                .get("id")
                .textValue();
    }

    private String name() {
        return "Written by contract " + list.substring(list.lastIndexOf('/') + 1) + " " + ++made;
    }

    private ObjectNode whole(String id) {
        return (ObjectNode) Atlas.tree(list + "/" + id);
    }

    private String version(String id) {
        return "\"" + Atlas.tree(list + "/" + id.replaceFirst("[?/].*", "")).get("version") + "\"";
    }

    private static ObjectNode with(ObjectNode body, String name, Object value) {
        return body.deepCopy().putPOJO(name, value);
    }
}

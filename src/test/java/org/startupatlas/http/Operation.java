package org.startupatlas.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.startupatlas.imports.Imports;
import org.startupatlas.openapi.MetaFilters;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.TestKeys;
import org.startupatlas.testing.Writes;

/**
 * An operation of the OpenAPI document on things that there are: with its parameters nothing is wrong but what a test
 * makes wrong.
 *
 * @param path as the document writes it
 * @param parameters those of the query, and the filters of /v1/meta that the document does not name
 */
record Operation(String method, String path, List<DocumentedParameter> parameters) {

    /** A CSV file with a new startup. */
    private static final String FILE = "name\nA startup that is never written\n";

    /** Two records of each resource, which are not changed. */
    private static final Map<String, JsonNode> IDS = new ConcurrentHashMap<>();

    private static final Map<String, String> CREATED = Map.of(
            "participations", "{\"startup\":\"chari\",\"program\":\"212-founders\"}",
            "funding_rounds", "{\"startup\":\"chari\"}",
            "proposals",
                    """
                    {"resource":"startups","changes":{"name":"Never written"},"source_url":"https://a.ma"}""");

    /** All operations, and an import, a proposal and a key for those that need one. */
    static List<Operation> all() throws IOException {
        Writes.post(201, "/v1/proposals", CREATED.get("proposals"));
        Imports.csv("startups?dry_run=true", FILE);
        TestKeys.issue("curator", null);
        JsonNode document = Atlas.json().readTree(Files.readAllBytes(Path.of("openapi", "openapi.json")));
        List<Operation> operations = new ArrayList<>();
        document.get("paths").properties().forEach(path -> path.getValue()
                .properties()
                .forEach(operation -> operations.add(new Operation(
                        operation.getKey().toUpperCase(Locale.ROOT),
                        path.getKey(),
                        parameters(document, operation.getValue())))));
        return operations;
    }

    private static List<DocumentedParameter> parameters(JsonNode document, JsonNode operation) {
        List<DocumentedParameter> parameters = new ArrayList<>();
        String filtered = "";
        for (JsonNode parameter : operation.path("parameters")) {
            String reference = parameter.path("$ref").asText();
            JsonNode described = reference.isEmpty() ? parameter : document.at(reference.substring(1));
            if (described.get("name").textValue().equals("filters")) {
                filtered = reference.substring(reference.lastIndexOf('/') + 1).split("\\.")[0];
            } else if (described.get("in").textValue().equals("query")) {
                parameters.add(DocumentedParameter.of(document, described));
            }
        }
        Set<String> named = parameters.stream().map(DocumentedParameter::name).collect(Collectors.toSet());
        // The filters of the feed are those of the resource that is asked for.
        if (!filtered.isEmpty()) {
            MetaFilters.of(filtered).stream()
                    .filter(filter -> !named.contains(filter.parameter()))
                    .map(DocumentedParameter::of)
                    .forEach(parameters::add);
        }
        return parameters;
    }

    boolean isUnderRecord() {
        return path.contains("{id}");
    }

    boolean isWriteOfRecords() {
        return names().contains("dry_run") && !resource().equals("imports");
    }

    Set<String> names() {
        return parameters.stream().map(DocumentedParameter::name).collect(Collectors.toSet());
    }

    List<DocumentedParameter> arrays() {
        return parameters.stream().filter(DocumentedParameter::isArray).toList();
    }

    List<DocumentedParameter> singleValued() {
        return parameters.stream().filter(parameter -> !parameter.isArray()).toList();
    }

    List<DocumentedParameter> typed() {
        return parameters.stream().filter(DocumentedParameter::isTyped).toList();
    }

    /** Sends the operation with a query, a key and all that is required. */
    Response send(String query) {
        String address = address();
        RequestSpecification request = Writes.of(TestKeys.ADMIN, contentType());
        if (method.equals("GET")) {
            return TestKeys.asAdmin().get(address + "?" + query);
        }
        if (resource().equals("imports")) {
            request = request.body(FILE);
        } else if (!method.equals("DELETE")) {
            request = request.body(body(address).getBytes(StandardCharsets.UTF_8));
        }
        return request.header("If-Match", "\"1\"").request(method, address + "?" + query);
    }

    private String contentType() {
        return method.equals("PATCH")
                ? Writes.MERGE_PATCH
                : path.startsWith("/v1/imports") ? "text/csv" : "application/json";
    }

    private String resource() {
        String[] segments = path.split("/");
        return segments.length > 2 ? segments[2] : "";
    }

    private String address() {
        return path.replace("{code}", path.startsWith("/problems") ? "invalid-parameters" : "fintech")
                .replace("{version}", "1")
                .replace("{id}", path.contains("{id}") ? id(resource(), 0) : "");
    }

    private static String id(String resource, int number) {
        return switch (resource) {
            case "imports", "keys", "proposals" -> TestKeys.asAdmin()
                    .get("/v1/" + resource)
                    .jsonPath()
                    .getString("data[0].id");
            case "vocabularies" -> List.of("sectors", "stages").get(number);
            default -> IDS.computeIfAbsent(resource, of -> Atlas.tree("/v1/" + of + "?limit=2&sort=name&fields=id"))
                    .at("/data/" + number + "/id")
                    .textValue();
        };
    }

    private String body(String address) {
        if (resource().equals("keys")) {
            return "{\"name\":\"never issued\",\"role\":\"curator\"}";
        }
        if (path.endsWith("/merge")) {
            return "{\"from\":\"" + id(resource(), 1) + "\"}";
        }
        if (path.startsWith("/v1/proposals/")) {
            return "{\"note\":\"Never said\"}";
        }
        if (path.endsWith("/redact")) {
            return "{\"path\":\"notes\"}";
        }
        return switch (method) {
            case "PUT" -> Atlas.get(200, address).asString();
            case "PATCH" -> "{\"notes\":\"never written\"}";
            default -> CREATED.getOrDefault(resource(), "{\"name\":\"never written\"}");
        };
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}

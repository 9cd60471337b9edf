package org.startupatlas.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.startupatlas.testing.Atlas;

/**
 * The committed OpenAPI document as a judge of answers: the status, the media type, the headers and the body of an answer
 * must be documented. Objects that the document describes by their properties have no others.
 */
final class Contract {

    private static final String LOCATION = "https://startup-atlas.example/openapi.json";

    /** Compiling the schemas of the document takes longer than most tests. */
    private static Contract committed;

    private final JsonNode document;
    private final JsonSchemaFactory schemas;
    private final SchemaValidatorsConfig settings;
    private final Map<String, JsonSchema> compiled = new ConcurrentHashMap<>();

    /** What was found to fit, by the place of its schema: options that change nothing are answered with the same. */
    private final Set<String> fitting = ConcurrentHashMap.newKeySet();

    private Contract(JsonNode document) {
        this.document = document;
        JsonNode closed = document.deepCopy();
        close(closed);
        removeRequests(closed);
        this.schemas = JsonSchemaFactory.getInstance(
                SpecVersion.VersionFlag.V202012,
                factory -> factory.schemaLoaders(loaders -> loaders.schemas(Map.of(LOCATION, closed.toString()))));
        this.settings = SchemaValidatorsConfig.builder()
                .formatAssertionsEnabled(true)
                // Records expand to one another: compiled ahead, each path through them would be a schema of its own.
                .preloadJsonSchema(false)
                .failFast(true)
                .build();
    }

    /** Returns the judge of the committed document, which is read once. */
    static synchronized Contract committed() throws IOException {
        if (committed == null) {
            committed = of(Atlas.json().readTree(Files.readAllBytes(Path.of("openapi", "openapi.json"))));
        }
        return committed;
    }

    /** Returns the judge of another document. */
    static Contract of(JsonNode document) {
        return new Contract(document);
    }

    JsonNode document() {
        return document;
    }

    /** Forbids properties that are not described, in every schema that describes some and says nothing of others. */
    private static void close(JsonNode schema) {
        if (schema instanceof ObjectNode object
                && object.path("properties").isObject()
                && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
        schema.forEach(Contract::close);
    }

    /**
     * A parameter of an operation.
     *
     * @param component its name among the shared components, as {@code startups.sort}; empty if it is none of them
     * @param described the parameter as the document describes it
     */
    record Parameter(String component, JsonNode described) {

        String name() {
            return described.get("name").textValue();
        }

        /** Returns the example of a required parameter, null if it may be absent. */
        String required() {
            return described.path("required").booleanValue()
                    ? described.get("example").asText()
                    : null;
        }

        boolean isIn(String place) {
            return described.get("in").textValue().equals(place);
        }
    }

    /** Removes what is no schema of an answer: each schema that is compiled parses all of the rest. */
    private static void removeRequests(JsonNode document) {
        ((ObjectNode) document.get("components")).remove("parameters");
        document.get("paths")
                .forEach(path -> path.forEach(operation -> {
                    ((ObjectNode) operation).remove(List.of("parameters", "requestBody"));
                    operation.get("responses").forEach(response -> response.path("content")
                            .forEach(type -> ((ObjectNode) type).remove("example")));
                }));
    }

    /** Returns the parameters of an operation, references resolved. */
    List<Parameter> parameters(JsonNode operation) {
        List<Parameter> parameters = new ArrayList<>();
        operation.path("parameters").forEach(parameter -> {
            String reference = parameter.path("$ref").asText();
            String component = reference.substring(reference.lastIndexOf('/') + 1);
            parameters.add(
                    new Parameter(component, reference.isEmpty() ? parameter : document.at(reference.substring(1))));
        });
        return parameters;
    }

    /**
     * Returns what an answer has that the document does not say; nothing if they agree.
     *
     * @param path the path as the document has it, with its templates
     * @param method in lower case
     */
    List<String> disagreements(String path, String method, HttpResponse<byte[]> answer) throws IOException {
        String status = String.valueOf(answer.statusCode());
        String pointer = "/paths/" + escaped(path) + "/" + method + "/responses/" + status;
        JsonNode response = document.at(pointer);
        if (response.isMissingNode()) {
            return List.of("status " + status + " is not documented");
        }
        if (response.has("$ref")) {
            pointer = response.get("$ref").textValue().substring(1);
            response = document.at(pointer);
        }
        List<String> disagreements = new ArrayList<>(undocumentedHeaders(response, answer));
        byte[] body = answer.body();
        if (body.length == 0) {
            return disagreements;
        }
        String type = answer.headers().firstValue("Content-Type").orElse("").split(";")[0];
        JsonNode content = response.path("content").path(type);
        if (content.isMissingNode()) {
            disagreements.add("media type " + type + " is not documented for " + status);
        } else if (type.endsWith("json") && !type.endsWith("ndjson")) {
            disagreements.addAll(faultsOfBody(pointer + "/content/" + escaped(type) + "/schema", body));
        } else if (type.endsWith("ndjson")) {
            disagreements.addAll(faultsOfLines(pointer, body));
        }
        return disagreements;
    }

    private List<String> faultsOfBody(String schema, byte[] body) throws IOException {
        String answered = schema + " " + digest(body);
        if (fitting.contains(answered)) {
            return List.of();
        }
        List<String> faults = faults(schema, Atlas.json().readTree(body));
        if (faults.isEmpty()) {
            fitting.add(answered);
        }
        return faults;
    }

    private static String digest(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Of the headers that the document has at all, those that it does not have for this response. */
    private List<String> undocumentedHeaders(JsonNode response, HttpResponse<byte[]> answer) {
        List<String> missing = new ArrayList<>();
        document.at("/components/headers").fieldNames().forEachRemaining(name -> {
            if (answer.headers().firstValue(name).isPresent()
                    && !response.path("headers").has(name)) {
                missing.add("header " + name + " is not documented for " + answer.statusCode());
            }
        });
        return missing;
    }

    /** Each line of NDJSON is an element of what the JSON answer lists, or the JSON answer where it lists nothing. */
    private List<String> faultsOfLines(String response, byte[] body) throws JsonProcessingException {
        String json = response + "/content/" + escaped("application/json") + "/schema";
        String line = elements(json).orElse(json);
        List<String> faults = new ArrayList<>();
        for (String text : new String(body, StandardCharsets.UTF_8).split("\n")) {
            faults.addAll(faults(line, Atlas.json().readTree(text)));
        }
        return faults;
    }

    private Optional<String> elements(String pointer) {
        JsonNode schema = document.at(pointer);
        if (schema.has("$ref")) {
            return elements(schema.get("$ref").textValue().substring(1));
        }
        return Stream.of("/items", "/properties/data/items", "/anyOf/0/properties/data/items")
                .filter(place -> !schema.at(place).isMissingNode())
                .map(place -> pointer + place)
                .findFirst();
    }

    /** Returns what is wrong with a value by the schema at a place of the document. */
    List<String> faults(String pointer, JsonNode value) {
        JsonSchema schema = compiled.computeIfAbsent(
                pointer, place -> schemas.getSchema(SchemaLocation.of(LOCATION + "#" + place), settings));
        return schema.validate(value).stream().map(Object::toString).toList();
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}

package org.startupatlas.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.startupatlas.testing.Atlas;

/**
 * The committed OpenAPI document as a judge of answers: the status, the media type, the headers and the body of an answer
 * must be documented, and what {@code fields} selects is what comes.
 */
final class Contract {

    private static final AnswerSchemas.Kind WHOLE = new AnswerSchemas.Kind(false, false);

    /** What stands in records beside the fields that a request selects. */
    private static final Set<String> BESIDE_FIELDS = Set.of("labels", "langs", "expanded");

    private final JsonNode document;
    private final AnswerHeaders headers;
    private final Map<AnswerSchemas.Kind, AnswerSchemas> schemas = new ConcurrentHashMap<>();

    private Contract(JsonNode document) {
        this.document = document;
        this.headers = new AnswerHeaders(document);
    }

    /** Reads the committed document. */
    static Contract committed() throws IOException {
        return of(Atlas.json().readTree(Files.readAllBytes(Path.of("openapi", "openapi.json"))));
    }

    /** Returns the judge of another document. */
    static Contract of(JsonNode document) {
        return new Contract(document);
    }

    JsonNode document() {
        return document;
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
                    ? described.at("/examples/example/value").asText()
                    : null;
        }

        boolean isIn(String place) {
            return described.get("in").textValue().equals(place);
        }
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
        document.path("x-parameters-of-every-operation").forEach(each -> parameters.add(new Parameter("", each)));
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
        String operation = "/paths/" + escaped(path) + "/" + method;
        String responses = operation + "/responses/";
        String pointer = resolved(responses + (document.at(responses + status).isMissingNode() ? "default" : status));
        JsonNode response = document.at(pointer);
        boolean isOther = document.at(responses + status).isMissingNode();
        if (response.isMissingNode() || isOther && !isAmongExamples(response, answer.statusCode())) {
            return List.of("status " + status + " is not documented");
        }
        List<String> disagreements = new ArrayList<>(headers.disagreements(document.at(operation), response, answer));
        byte[] body = answer.body();
        if (body.length == 0) {
            return disagreements;
        }
        String type = answer.headers().firstValue("Content-Type").orElse("").split(";")[0];
        Optional<String> place = place(pointer, type);
        AnswerSchemas.Kind kind = kind(answer.uri());
        if (place.isEmpty()) {
            disagreements.add("media type " + type + " is not documented for " + status);
        } else if (type.endsWith("json") && !type.endsWith("ndjson")) {
            JsonNode value = Atlas.json().readTree(body);
            disagreements.addAll(faults(place.get(), value, kind));
            if (answer.statusCode() == 200) {
                disagreements.addAll(wronglySelected(answer.uri(), value));
            }
        } else if (type.endsWith("ndjson")) {
            disagreements.addAll(faultsOfLines(pointer, answer, kind));
        }
        return disagreements;
    }

    private String resolved(String pointer) {
        JsonNode reference = document.at(pointer).path("$ref");
        return reference.isMissingNode() ? pointer : reference.textValue().substring(1);
    }

    /** The default response has an example for each status that it stands for. */
    private static boolean isAmongExamples(JsonNode response, int status) {
        return response.at("/content/application~1problem+json/examples").findValues("status").stream()
                .anyMatch(each -> each.intValue() == status);
    }

    /** The schema of a media type of a response, which describes one as its content and the others beside it. */
    private Optional<String> place(String response, String type) {
        return Stream.of("content", "x-content")
                .map(content -> response + "/" + content + "/" + escaped(type))
                .filter(place -> !document.at(place).isMissingNode())
                .map(place -> resolved(place) + "/schema")
                .findFirst();
    }

    private static AnswerSchemas.Kind kind(URI asked) {
        return new AnswerSchemas.Kind(
                parameter(asked, "lang").isPresent(), parameter(asked, "fields").isPresent());
    }

    static Optional<String> parameter(URI asked, String name) {
        return Stream.of(Optional.ofNullable(asked.getQuery()).orElse("").split("&"))
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> pair.substring(name.length() + 1))
                .findFirst();
    }

    /** What the request selected and the answer lacks, or has without being asked. */
    private static List<String> wronglySelected(URI asked, JsonNode value) {
        Optional<String> fields = parameter(asked, "fields");
        if (fields.isEmpty() || value.has("sha256")) {
            return List.of();
        }
        Set<String> selected = new TreeSet<>();
        Stream.of(fields.get().split(",")).forEach(name -> selected.add(name.split("[.]")[0]));
        selected.add(asked.getPath().matches("/v1/changes|.*/history") ? "revision" : "id");
        List<JsonNode> records = new ArrayList<>();
        if (value.has("data")) {
            value.get("data").forEach(records::add);
        } else if (value.has("features")) {
            value.get("features").forEach(feature -> records.add(feature.get("properties")));
        } else {
            records.add(value.path("type").asText().equals("Feature") ? value.get("properties") : value);
        }
        return records.stream()
                .map(Contract::names)
                .filter(names -> !names.equals(selected))
                .map(names -> "selected " + selected + " and got " + names)
                .limit(1)
                .toList();
    }

    private static Set<String> names(JsonNode record) {
        Set<String> names = new TreeSet<>();
        record.fieldNames().forEachRemaining(names::add);
        names.removeAll(BESIDE_FIELDS);
        return names;
    }

    /** Each line of NDJSON is an element of what the JSON answer lists, or the JSON answer where it lists nothing. */
    private List<String> faultsOfLines(String response, HttpResponse<byte[]> answer, AnswerSchemas.Kind kind)
            throws JsonProcessingException {
        String json = place(response, "application/json").orElseThrow();
        String line = elements(json).orElse(json);
        List<String> faults = new ArrayList<>();
        for (String text : new String(answer.body(), StandardCharsets.UTF_8).split("\n")) {
            JsonNode value = Atlas.json().readTree(text);
            faults.addAll(faults(line, value, kind));
            faults.addAll(wronglySelected(answer.uri(), value));
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
        return faults(pointer, value, WHOLE);
    }

    private List<String> faults(String pointer, JsonNode value, AnswerSchemas.Kind kind) {
        return schemas.computeIfAbsent(kind, of -> new AnswerSchemas(document, of))
                .faults(pointer, value);
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}

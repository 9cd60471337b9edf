package org.startupatlas.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.startupatlas.testing.Atlas;

/** The bounds in the OpenAPI document for written values, and values just beyond them. */
final class StatedBounds {
    private static final JsonNode DOCUMENT = document();

    /** A valid record of each resource. */
    private static final Map<String, String> REQUIRED = Map.of(
            "participations", "{\"startup\":\"chari\",\"program\":\"morocco-accelerator\"}",
            "funding_rounds", "{\"startup\":\"chari\"}");

    private final List<Excess> found = new ArrayList<>();

    private StatedBounds() {}

    /**
     * A value beyond a bound.
     *
     * @param pointer to the field, and into its first element where it is a list
     * @param bound the keyword of the schema that states it
     */
    record Excess(String pointer, String bound, JsonNode value) {
        /** Returns a record with only this value. */
        ObjectNode patch() {
            String[] steps = pointer.substring(1).split("/");
            JsonNode inner = value;
            for (int i = steps.length - 1; i > 0; i--) {
                inner = steps[i].equals("0")
                        ? JsonNodeFactory.instance.arrayNode().add(inner)
                        : JsonNodeFactory.instance.objectNode().set(steps[i], inner);
            }
            return JsonNodeFactory.instance.objectNode().set(steps[0], inner);
        }

        String field() {
            return pointer.split("/")[1];
        }

        /** No body of JSON is that large. */
        boolean isOnlyOfFiles() {
            return value.isTextual() && value.textValue().length() > 1 << 20;
        }

        @Override
        public String toString() {
            return pointer + " beyond " + bound;
        }
    }

    /** Returns the writable resources. */
    static List<String> resources() {
        return Stream.of(
                        "startups",
                        "programs",
                        "partners",
                        "participations",
                        "agreements",
                        "funding_rounds",
                        "sites",
                        "indicators",
                        "vocabularies")
                .toList();
    }

    /** Returns the required fields of a record. */
    static ObjectNode required(String resource, String name) {
        try {
            return (ObjectNode)
                    Atlas.json().readTree(REQUIRED.getOrDefault(resource, "{\"name\":" + TextNode.valueOf(name) + "}"));
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }

    /** Returns a value beyond each bound of each field of a resource. */
    static List<Excess> of(String resource) {
        StatedBounds bounds = new StatedBounds();
        JsonNode body = DOCUMENT.at("/paths/~1v1~1" + resource + "/post/requestBody/content/application~1json/schema");
        bounds.walk(body, "");
        return bounds.found;
    }

    private void walk(JsonNode stated, String pointer) {
        JsonNode schema = resolved(stated);
        switch (type(schema)) {
            case "object" -> {
                schema.path("allOf").forEach(part -> walk(part, pointer));
                schema.path("properties")
                        .properties()
                        .forEach(property -> walk(property.getValue(), pointer + "/" + property.getKey()));
            }
            case "array" -> {
                add(pointer, schema, "maxItems", elements(schema));
                walk(schema.get("items"), pointer + "/0");
            }
            case "string" -> addTexts(pointer, schema);
            case "integer", "number" -> {
                add(pointer, schema, "minimum", number(schema.path("minimum"), -1));
                add(pointer, schema, "maximum", number(schema.path("maximum"), 1));
            }
            default -> {
                // true and false have no bounds
            }
        }
    }

    private void addTexts(String pointer, JsonNode schema) {
        add(
                pointer,
                schema,
                "maxLength",
                TextNode.valueOf("a".repeat(schema.path("maxLength").intValue() + 1)));
        add(pointer, schema, "minLength", TextNode.valueOf(""));
        add(pointer, schema, "pattern", TextNode.valueOf("~zqx~"));
        if (!schema.path("format").asText().equals("date-time")) {
            add(pointer, schema, "format", TextNode.valueOf("~zqx~"));
        }
    }

    private void add(String pointer, JsonNode schema, String bound, JsonNode value) {
        if (schema.has(bound)) {
            found.add(new Excess(pointer, bound, value));
        }
    }

    private static ArrayNode elements(JsonNode schema) {
        boolean areObjects = type(resolved(schema.get("items"))).equals("object");
        ArrayNode elements = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i <= schema.path("maxItems").intValue(); i++) {
            if (areObjects) {
                elements.addObject();
            } else {
                elements.add("a" + i);
            }
        }
        return elements;
    }

    private static JsonNode number(JsonNode bound, int more) {
        return bound.isMissingNode()
                ? bound
                : JsonNodeFactory.instance.numberNode(bound.decimalValue().add(BigDecimal.valueOf(more)));
    }

    private static JsonNode resolved(JsonNode stated) {
        if (stated.has("$ref")) {
            return resolved(DOCUMENT.at(stated.get("$ref").textValue().substring(1)));
        }
        return stated.has("anyOf") ? resolved(stated.get("anyOf").get(0)) : stated;
    }

    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isArray() ? type.get(0).textValue() : type.asText();
    }

    private static JsonNode document() {
        try {
            return Atlas.json().readTree(Files.readAllBytes(Path.of("openapi", "openapi.json")));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

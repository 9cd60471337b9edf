package org.startupatlas.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The schemas of the document as they hold for the answer to one kind of request. Objects that are described by their
 * properties have no others; texts are in three languages or, with {@code lang}, in one; what {@code fields} selects may
 * lack the other properties.
 */
final class AnswerSchemas {

    /**
     * What a request asked for.
     *
     * @param inOneLanguage whether it has {@code lang}
     * @param isSelection whether it has {@code fields}
     */
    record Kind(boolean inOneLanguage, boolean isSelection) {}

    private static final String LOCATION = "https://startup-atlas.example/openapi.json";
    private static final String SELECTED_BY = "x-selected-by";

    private final JsonSchemaFactory schemas;
    private final SchemaValidatorsConfig settings;
    private final Map<String, JsonSchema> compiled = new ConcurrentHashMap<>();

    AnswerSchemas(JsonNode document, Kind kind) {
        JsonNode prepared = document.deepCopy();
        ObjectNode components = (ObjectNode) prepared.at("/components/schemas");
        components.forEach(schema -> merge(components, schema));
        JsonNode text = components.get("Text");
        components.set("Text", text.at(kind.inOneLanguage() ? "/anyOf/1" : "/anyOf/0"));
        if (kind.isSelection()) {
            components.forEach(schema -> select(components, schema));
        }
        close(prepared);
        removeRequests(prepared);
        this.schemas = JsonSchemaFactory.getInstance(
                SpecVersion.VersionFlag.V202012,
                factory -> factory.schemaLoaders(loaders -> loaders.schemas(Map.of(LOCATION, prepared.toString()))));
        this.settings = SchemaValidatorsConfig.builder()
                .formatAssertionsEnabled(true)
                // Records expand to one another: compiled ahead, each path through them would be a schema of its own.
                .preloadJsonSchema(false)
                .failFast(true)
                .build();
    }

    /** Returns what is wrong with a value by the schema at a place of the document. */
    List<String> faults(String pointer, JsonNode value) {
        JsonSchema schema = compiled.computeIfAbsent(
                pointer, place -> schemas.getSchema(SchemaLocation.of(LOCATION + "#" + place), settings));
        return schema.validate(value).stream().map(Object::toString).toList();
    }

    /** Writes out what a schema is composed of, so that it can be closed as one. */
    private static void merge(ObjectNode components, JsonNode schema) {
        if (!schema.has("allOf")) {
            return;
        }
        ObjectNode whole = (ObjectNode) schema;
        ObjectNode properties = whole.withObject("/properties");
        ArrayNode required = whole.withArray("/required");
        whole.remove("allOf").forEach(part -> {
            JsonNode described = resolved(components, part);
            merge(components, described);
            properties.setAll((ObjectNode) described.get("properties").deepCopy());
            described.path("required").forEach(required::add);
        });
    }

    /** Requires of what a parameter selects from only what always comes. */
    private static void select(ObjectNode components, JsonNode schema) {
        if (!schema.has(SELECTED_BY)) {
            return;
        }
        ObjectNode selected = (ObjectNode) schema;
        selected.set("required", schema.at("/" + SELECTED_BY + "/always"));
        ObjectNode properties = (ObjectNode) selected.get("properties");
        properties
                .deepCopy()
                .properties()
                .forEach(property ->
                        properties.set(property.getKey(), withoutRequired(components, property.getValue())));
    }

    /** The schema of an object of which only some parts are selected; any other schema as it is. */
    private static JsonNode withoutRequired(ObjectNode components, JsonNode schema) {
        if (schema.has("$ref")) {
            JsonNode described = resolved(components, schema);
            return described.has("properties") && !described.has(SELECTED_BY)
                    ? ((ObjectNode) described.deepCopy()).without("required")
                    : schema;
        }
        if (schema.has("anyOf")) {
            ObjectNode some = schema.deepCopy();
            ArrayNode parts = some.putArray("anyOf");
            schema.get("anyOf").forEach(part -> parts.add(withoutRequired(components, part)));
            return some;
        }
        return schema;
    }

    private static JsonNode resolved(ObjectNode components, JsonNode schema) {
        JsonNode reference = schema.path("$ref");
        return reference.isMissingNode()
                ? schema
                : resolved(
                        components, components.get(reference.textValue().substring("#/components/schemas/".length())));
    }

    /** Forbids properties that are not described, in every schema that describes some and says nothing of others. */
    private static void close(JsonNode schema) {
        if (schema instanceof ObjectNode object
                && object.path("properties").isObject()
                && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
        schema.forEach(AnswerSchemas::close);
    }

    /** Removes what is no schema of an answer: each schema that is compiled parses all of the rest. */
    private static void removeRequests(JsonNode document) {
        ((ObjectNode) document.get("components")).remove(List.of("parameters", "examples"));
        document.get("paths")
                .forEach(path -> path.forEach(operation ->
                        ((ObjectNode) operation).remove(List.of("parameters", "requestBody", "description"))));
    }
}

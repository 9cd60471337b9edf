package org.startupatlas.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** A query parameter as the OpenAPI document describes it. */
record DocumentedParameter(String name, JsonNode schema) {

    static DocumentedParameter of(JsonNode parameter) {
        return new DocumentedParameter(parameter.get("name").textValue(), parameter.path("schema"));
    }

    /** The parameter with a value of its type. */
    String fitting() {
        return with(value().has("enum") ? value().at("/enum/0").textValue() : type().equals("boolean") ? "true" : "1");
    }

    /** The parameter with another value of its type, where there is one. */
    String otherFitting() {
        return with(value().has("enum") ? value().at("/enum/0").textValue() : type().equals("boolean") ? "false" : "2");
    }

    /** The parameter with a value of no type. */
    String illTyped() {
        return with("?!");
    }

    /** Whether there are values that do not fit. */
    boolean isTyped() {
        return !type().equals("string")
                || value().has("enum")
                || value().has("format")
                || value().has("pattern")
                || name.equals("cursor");
    }

    private JsonNode value() {
        return schema.has("items") ? schema.get("items") : schema;
    }

    /** What has no schema has a media type of its own. */
    private String type() {
        return value().path("type").asText("object");
    }

    private String with(String value) {
        return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return name + " " + value();
    }
}

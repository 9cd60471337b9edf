package org.startupatlas.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.startupatlas.openapi.MetaFilters;
import org.startupatlas.testing.Atlas;

/** A query parameter as the OpenAPI document describes it. */
record DocumentedParameter(String name, JsonNode schema) {

    private static final List<String> ABSENCE_REASONS = List.of("not_public", "not_found");

    /** A parameter, with the schemas that it refers to. */
    static DocumentedParameter of(JsonNode document, JsonNode parameter) {
        JsonNode schema = resolved(document, parameter.path("schema"));
        if (schema.has("items")) {
            ObjectNode array = schema.deepCopy();
            array.set("items", resolved(document, schema.get("items")));
            schema = array;
        }
        return new DocumentedParameter(parameter.get("name").textValue(), schema);
    }

    private static JsonNode resolved(JsonNode document, JsonNode schema) {
        return schema.has("$ref") ? document.at(schema.get("$ref").textValue().substring(1)) : schema;
    }

    /** A filter that the document describes together with others, as /v1/meta describes it. */
    static DocumentedParameter of(MetaFilters.Filter filter) {
        ObjectNode value =
                switch (filter.operator()) {
                    case "exists" -> value("boolean");
                    case "absent" -> value("code").set("enum", Atlas.json().valueToTree(ABSENCE_REASONS));
                    default -> value(filter.type());
                };
        return new DocumentedParameter(
                filter.parameter(),
                filter.takesSeveral() ? Atlas.json().createObjectNode().set("items", value) : value);
    }

    private static ObjectNode value(String type) {
        ObjectNode value = Atlas.json().createObjectNode();
        return switch (type) {
            case "boolean", "integer" -> value.put("type", type);
            case "decimal" -> value.put("type", "number");
            case "id", "timestamp", "partial_date", "code" -> value.put("type", "string")
                    .put("format", type);
            default -> value.put("type", "string");
        };
    }

    /** Whether it takes several values, with commas or repeated. */
    boolean isArray() {
        return schema.has("items");
    }

    /** Two values of the parameter, separated by a comma. */
    String both() {
        return with(value(0) + "," + value(1));
    }

    /** The parameter with a value of its type. */
    String fitting() {
        return with(value(0));
    }

    /** The parameter with another value of its type, where there is one. */
    String otherFitting() {
        return with(value(1));
    }

    private String value(int number) {
        if (value().has("enum")) {
            return value().at("/enum/" + Math.min(number, value().get("enum").size() - 1))
                    .textValue();
        }
        return type().equals("boolean") ? String.valueOf(number == 0) : String.valueOf(number + 1);
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
                || value().has("contentMediaType")
                || name.equals("cursor");
    }

    private JsonNode value() {
        return schema.has("items") ? schema.get("items") : schema;
    }

    private String type() {
        return value().path("type").textValue();
    }

    private String with(String value) {
        return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return name + " " + value();
    }
}

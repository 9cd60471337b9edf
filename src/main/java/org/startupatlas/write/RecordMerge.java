package org.startupatlas.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.startupatlas.record.Folding;
import org.startupatlas.schema.Field;
import org.startupatlas.schema.ResourceSchema;

/**
 * Merges two records into one: the survivor's values stay, its missing values are filled, lists, names and provenance
 * are joined. The arguments are not changed.
 */
final class RecordMerge {

    /** The part that identifies the elements of a list, if they have it. */
    private static final String CODE = "code";

    private static final String OTHER_NAMES = "other_names";

    private RecordMerge() {}

    /**
     * Returns the survivor with the values that the other record adds.
     *
     * @param derivedFields by field, the field that it is derived from; the two must not contradict each other
     */
    static ObjectNode merge(
            ResourceSchema schema, Map<String, String> derivedFields, ObjectNode survivor, ObjectNode other) {
        ObjectNode merged = survivor.deepCopy();
        for (Field field : schema.fields()) {
            if (!schema.serverFields().contains(field.name()) && !field.name().equals("slug")) {
                merged.set(field.name(), merge(field, survivor.get(field.name()), other.get(field.name())));
            }
        }
        derivedFields.forEach((derived, source) -> {
            JsonNode value = survivor.get(derived);
            if (survivor.get(source).isNull() && !value.isNull() && !value.equals(other.get(derived))) {
                merged.putNull(source);
            }
        });
        addName(merged, other.get("name"));
        return merged;
    }

    private static JsonNode merge(Field field, JsonNode survivor, JsonNode other) {
        if (field.isList()) {
            return field.parts().stream().anyMatch(part -> part.name().equals(CODE))
                    ? joinByCode(field, survivor, other)
                    : join(survivor, other);
        }
        if (survivor.isNull()) {
            return other;
        }
        // Translated texts and external ids are merged by part; an amount or an address is a single value.
        boolean isMergedByPart = field.isComposed() && field.isNonNull() && other.isObject();
        if (!isMergedByPart) {
            return survivor;
        }
        ObjectNode merged = JsonNodeFactory.instance.objectNode();
        field.parts()
                .forEach(part ->
                        merged.set(part.name(), merge(part, survivor.get(part.name()), other.get(part.name()))));
        return merged;
    }

    /** Merges elements with the same code: the survivor's values stay, its missing values are filled. */
    private static ArrayNode joinByCode(Field field, JsonNode survivor, JsonNode other) {
        ArrayNode joined = JsonNodeFactory.instance.arrayNode();
        Map<String, ObjectNode> byCode = new HashMap<>();
        for (JsonNode element : join(survivor, other)) {
            String code = element.path(CODE).textValue();
            ObjectNode known = code == null ? null : byCode.get(code);
            if (known == null) {
                ObjectNode copy = element.deepCopy();
                joined.add(copy);
                byCode.put(code, copy);
            } else {
                field.parts()
                        .forEach(part ->
                                known.set(part.name(), merge(part, known.get(part.name()), element.get(part.name()))));
            }
        }
        return joined;
    }

    private static ArrayNode join(JsonNode survivor, JsonNode other) {
        ArrayNode joined = JsonNodeFactory.instance.arrayNode();
        Set<String> seen = new HashSet<>();
        for (JsonNode list : new JsonNode[] {survivor, other}) {
            for (JsonNode element : list) {
                if (seen.add(element.toString())) {
                    joined.add(element);
                }
            }
        }
        return joined;
    }

    /** Adds the other record's name to the alternate names of the survivor, unless it has that name already. */
    private static void addName(ObjectNode merged, JsonNode name) {
        if (name.isNull() || isSame(merged.get("name"), name)) {
            return;
        }
        ArrayNode names = (ArrayNode) merged.get(OTHER_NAMES);
        for (JsonNode known : names) {
            if (isSame(known.get("name"), name)) {
                return;
            }
        }
        names.addObject().<ObjectNode>set("name", name).putNull("lang").put("kind", "alternate");
    }

    private static boolean isSame(JsonNode one, JsonNode other) {
        return !one.isNull() && Arrays.equals(Folding.key(one.textValue()), Folding.key(other.textValue()));
    }

    /**
     * Returns the record with each reference to one record replaced by a reference to another; equal elements become
     * one.
     */
    static ObjectNode redirect(ResourceSchema schema, ObjectNode record, String resource, String from, String into) {
        ObjectNode redirected = record.deepCopy();
        for (Field field : schema.fields()) {
            JsonNode value = redirected.get(field.name());
            JsonNode newValue = redirect(field, value, resource, from, into);
            redirected.set(
                    field.name(), field.isList() ? join(newValue, JsonNodeFactory.instance.arrayNode()) : newValue);
        }
        return redirected;
    }

    private static JsonNode redirect(Field field, JsonNode value, String resource, String from, String into) {
        if (value instanceof ArrayNode list) {
            ArrayNode redirected = JsonNodeFactory.instance.arrayNode();
            list.forEach(element -> redirected.add(redirect(field, element, resource, from, into)));
            return redirected;
        }
        if (value instanceof ObjectNode object) {
            ObjectNode redirected = object.deepCopy();
            field.parts()
                    .forEach(part ->
                            redirected.set(part.name(), redirect(part, object.get(part.name()), resource, from, into)));
            return redirected;
        }
        boolean isRedirected = resource.equals(field.target()) && from.equals(value.textValue());
        return isRedirected ? JsonNodeFactory.instance.textNode(into) : value;
    }
}

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
 * Makes one record of two: the survivor's values stay, its gaps are filled, lists, names and provenance are joined.
 * Nothing given is changed.
 */
final class RecordMerge {

    /** What tells the elements of a list apart, where they have one. */
    private static final String CODE = "code";

    private static final String OTHER_NAMES = "other_names";

    private RecordMerge() {}

    /**
     * The survivor with what the other adds.
     *
     * @param derivedFields each with the field that it is derived from, which must not contradict it
     */
    static ObjectNode merge(
            ResourceSchema declaration, Map<String, String> derivedFields, ObjectNode survivor, ObjectNode other) {
        ObjectNode merged = survivor.deepCopy();
        Set<String> own = new HashSet<>(declaration.serverFields());
        own.add("slug");
        for (Field field : declaration.fields()) {
            if (!own.contains(field.name())) {
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
                    ? joinedByCode(field, survivor, other)
                    : joined(survivor, other);
        }
        if (survivor.isNull()) {
            return other;
        }
        // Texts in three languages and names in registers are gathered; a sum of money or a place is one value.
        boolean gathered = field.isComposed() && field.isAlways() && other.isObject();
        if (!gathered) {
            return survivor;
        }
        ObjectNode merged = JsonNodeFactory.instance.objectNode();
        field.parts()
                .forEach(part ->
                        merged.set(part.name(), merge(part, survivor.get(part.name()), other.get(part.name()))));
        return merged;
    }

    /** What has the same code is the same: the survivor's values stay, its gaps are filled. */
    private static ArrayNode joinedByCode(Field field, JsonNode survivor, JsonNode other) {
        ArrayNode joined = JsonNodeFactory.instance.arrayNode();
        Map<String, ObjectNode> byCode = new HashMap<>();
        for (JsonNode element : joined(survivor, other)) {
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

    private static ArrayNode joined(JsonNode survivor, JsonNode other) {
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

    /** The other's name is a further name of the survivor, unless it goes by it already. */
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

    /** The record with each reference to one record of a resource leading to another; equal elements become one. */
    static ObjectNode redirect(
            ResourceSchema declaration, ObjectNode record, String resource, String from, String into) {
        ObjectNode redirected = record.deepCopy();
        for (Field field : declaration.fields()) {
            JsonNode value = redirected.get(field.name());
            JsonNode led = redirect(field, value, resource, from, into);
            redirected.set(field.name(), field.isList() ? joined(led, JsonNodeFactory.instance.arrayNode()) : led);
        }
        return redirected;
    }

    private static JsonNode redirect(Field field, JsonNode value, String resource, String from, String into) {
        if (value instanceof ArrayNode list) {
            ArrayNode led = JsonNodeFactory.instance.arrayNode();
            list.forEach(element -> led.add(redirect(field, element, resource, from, into)));
            return led;
        }
        if (value instanceof ObjectNode object) {
            ObjectNode led = object.deepCopy();
            field.parts()
                    .forEach(part ->
                            led.set(part.name(), redirect(part, object.get(part.name()), resource, from, into)));
            return led;
        }
        boolean leads = resource.equals(field.target()) && from.equals(value.textValue());
        return leads ? JsonNodeFactory.instance.textNode(into) : value;
    }
}

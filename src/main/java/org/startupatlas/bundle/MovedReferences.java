package org.startupatlas.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.startupatlas.schema.Field;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.type.ValueTypes;

/** The bundled records that are no longer there, and the references to them in other bundled records. */
final class MovedReferences {

    private final Map<String, Optional<String>> moved = new HashMap<>();

    /** Adds a record that is no longer there. */
    void add(String id, Optional<String> mergedInto) {
        moved.put(id, mergedInto);
    }

    /** Returns whether a record can be written: all of its required references lead to a record. */
    boolean resolve(ResourceSchema schema, ObjectNode record) {
        return resolve(schema.fields(), record);
    }

    private boolean resolve(List<Field> fields, ObjectNode object) {
        boolean isComplete = true;
        for (Field field : fields) {
            JsonNode value = object.get(field.name());
            if (isReference(field)) {
                JsonNode current = current(value);
                object.set(field.name(), current);
                isComplete &= !field.isNonNull() || !current.isNull();
            } else if (value instanceof ObjectNode inner) {
                isComplete &= resolve(field.parts(), inner);
            } else if (field.isComposed() && value.isArray()) {
                for (JsonNode each : value) {
                    isComplete &= resolve(field.parts(), (ObjectNode) each);
                }
            }
        }
        return isComplete;
    }

    private static boolean isReference(Field field) {
        return field.type() == ValueTypes.REFERENCE;
    }

    private JsonNode current(JsonNode value) {
        if (value.isArray()) {
            ArrayNode current = JsonNodeFactory.instance.arrayNode();
            for (JsonNode each : value) {
                JsonNode now = current(each);
                if (!now.isNull()) {
                    current.add(now);
                }
            }
            return current;
        }
        Optional<String> current = moved.get(value.textValue());
        return current == null
                ? value
                : current.<JsonNode>map(JsonNodeFactory.instance::textNode).orElse(JsonNodeFactory.instance.nullNode());
    }
}

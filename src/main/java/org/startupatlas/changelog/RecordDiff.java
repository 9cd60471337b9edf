package org.startupatlas.changelog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.startupatlas.schema.Field;
import org.startupatlas.schema.ResourceSchema;

/**
 * What differs between two versions of a record: for each field its dotted path and both values. Objects differ part by
 * part, lists as a whole. What the registry gives is not told.
 */
final class RecordDiff {

    /** What no writer says. */
    private static final Set<String> GIVEN = Set.of("version", "created_at", "updated_at");

    private RecordDiff() {}

    /** An array of {@code {path, from, to}}; empty when nothing differs. */
    static ArrayNode between(ResourceSchema declaration, ObjectNode before, ObjectNode after) {
        ArrayNode changed = JsonNodeFactory.instance.arrayNode();
        for (Field field : declaration.fields()) {
            if (!GIVEN.contains(field.name())) {
                compare(field, field.name(), before.get(field.name()), after.get(field.name()), changed);
            }
        }
        return changed;
    }

    private static void compare(Field field, String path, JsonNode from, JsonNode to, ArrayNode changed) {
        if (field.shape() == Field.Shape.OBJECT && from.isObject() && to.isObject()) {
            field.parts()
                    .forEach(part -> compare(
                            part, path + "." + part.name(), from.get(part.name()), to.get(part.name()), changed));
        } else if (!from.toString().equals(to.toString())) { // the same number has several kinds of nodes
            changed.addObject().put("path", path).<ObjectNode>set("from", from).set("to", to);
        }
    }
}

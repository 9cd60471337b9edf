package org.startupatlas.changelog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import org.startupatlas.schema.Field;
import org.startupatlas.schema.ResourceSchema;

/**
 * Compares two versions of a record and returns the dotted path and both values of each difference. Objects are
 * compared member by member, arrays as a whole. Fields managed by the server are left out.
 */
final class RecordDiff {

    /** Equal numbers can be unequal nodes, and numbers with other digits equal ones, so that their texts are compared. */
    private static final Comparator<JsonNode> AS_WRITTEN = (from, to) ->
            !from.isNumber() && from.equals(to) ? 0 : from.toString().compareTo(to.toString());

    private RecordDiff() {}

    /** Returns an array of {@code {path, from, to}}; empty if nothing differs. */
    static ArrayNode between(ResourceSchema schema, ObjectNode before, ObjectNode after) {
        ArrayNode changed = JsonNodeFactory.instance.arrayNode();
        for (Field field : schema.fields()) {
            if (!field.isManaged()) {
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
        } else if (!from.equals(AS_WRITTEN, to)) {
            changed.addObject().put("path", path).<ObjectNode>set("from", from).set("to", to);
        }
    }
}

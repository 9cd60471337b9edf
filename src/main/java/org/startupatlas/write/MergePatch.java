package org.startupatlas.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON Merge Patch (RFC 7396). */
public final class MergePatch {

    private MergePatch() {}

    /** Returns the record with the patch applied; changes neither of them. */
    public static ObjectNode apply(ObjectNode record, ObjectNode patch) {
        ObjectNode patched = record.deepCopy();
        // Null removes a member in a merge patch, and a record represents a missing value as null.
        patch.properties()
                .forEach(entry -> patched.set(entry.getKey(), value(patched.path(entry.getKey()), entry.getValue())));
        return patched;
    }

    private static JsonNode value(JsonNode target, JsonNode patch) {
        if (!(patch instanceof ObjectNode object)) {
            return patch;
        }
        return apply(target instanceof ObjectNode known ? known : JsonNodeFactory.instance.objectNode(), object);
    }
}

package org.startupatlas.change;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Objects;

/**
 * A value that must not be told any more.
 *
 * @param path the dotted path of the field that it is in; inside lists, the list
 * @param replacement what is told instead; null for nothing
 */
public record Redaction(String path, String replacement) {

    public Redaction {
        Objects.requireNonNull(path, "path");
    }

    /** Whether a change tells only that something was taken out: nothing else begins and ends as nothing. */
    static boolean isToldBy(JsonNode changed) {
        return changed.size() == 1
                && changed.get(0).get("from").isNull()
                && changed.get(0).get("to").isNull();
    }

    /** Takes the value out of a record. */
    public void apply(ObjectNode record) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            record.set(path, instead(record.get(path)));
        } else if (record.get(path.substring(0, dot)) instanceof ObjectNode object) {
            new Redaction(path.substring(dot + 1), replacement).apply(object);
        }
    }

    /** Takes the value out of what is told of a change. */
    void applyToChanged(JsonNode changed) {
        for (JsonNode each : changed) {
            String name = each.get("path").textValue();
            ObjectNode told = (ObjectNode) each;
            if (name.equals(path) || name.startsWith(path + ".")) {
                told.set("from", instead(told.get("from")));
                told.set("to", instead(told.get("to")));
            } else if (path.startsWith(name + ".")) {
                Redaction inside = new Redaction(path.substring(name.length() + 1), replacement);
                if (told.get("from") instanceof ObjectNode from) {
                    inside.apply(from);
                }
                if (told.get("to") instanceof ObjectNode to) {
                    inside.apply(to);
                }
            }
        }
    }

    private JsonNode instead(JsonNode value) {
        if (value == null || value.isNull()) {
            return JsonNodeFactory.instance.nullNode();
        }
        if (value.isArray()) {
            return JsonNodeFactory.instance.arrayNode();
        }
        if (value instanceof ObjectNode object) {
            ObjectNode emptied = object.deepCopy();
            object.fieldNames().forEachRemaining(emptied::putNull);
            return emptied;
        }
        return replacement == null
                ? JsonNodeFactory.instance.nullNode()
                : JsonNodeFactory.instance.textNode(replacement);
    }
}

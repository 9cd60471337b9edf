package org.startupatlas.changelog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Objects;
import java.util.Set;

/**
 * A value that is taken out of a record and of all copies of it.
 *
 * @param path the dotted path of the field that holds it; for a value inside a list, the path of the list
 * @param replacement the text put in its place; null for none
 * @param derived the fields whose values follow from that one and are taken out with it
 */
public record Redaction(String path, String replacement, Set<String> derived) {

    private static final String PROVENANCE = "provenance";

    public Redaction {
        Objects.requireNonNull(path, "path");
        derived = Set.copyOf(derived);
    }

    /** A redaction of one field. */
    public Redaction(String path, String replacement) {
        this(path, replacement, Set.of());
    }

    /** The same redaction, which also takes out the values that follow from that field. */
    public Redaction withDerived(Set<String> fields) {
        return new Redaction(path, replacement, fields);
    }

    /** Returns whether a change is that of a redaction: only there, nothing is replaced by nothing. */
    public static boolean isToldBy(JsonNode changed) {
        for (JsonNode each : changed) {
            if (!each.get("from").isNull() || !each.get("to").isNull()) {
                return false;
            }
        }
        return !changed.isEmpty();
    }

    /** Returns whether a value at that path is the redacted one, a part of it, or what it is a part of. */
    public boolean touches(String other) {
        return touches(path, other) || derived.stream().anyMatch(field -> touches(field, other));
    }

    private static boolean touches(String one, String other) {
        return one.equals(other) || other.startsWith(one + ".") || one.startsWith(other + ".");
    }

    /** Takes the value out of a record; returns whether the record held one. */
    public boolean apply(ObjectNode record) {
        boolean held = apply(path, replacement, record);
        for (String field : derived) {
            held |= apply(field, null, record);
        }
        return held;
    }

    private static boolean apply(String path, String replacement, ObjectNode object) {
        int dot = path.indexOf('.');
        if (dot > 0) {
            return object.get(path.substring(0, dot)) instanceof ObjectNode inner
                    && apply(path.substring(dot + 1), replacement, inner);
        }
        JsonNode before = object.get(path);
        if (before == null) {
            return false;
        }
        JsonNode after = instead(before, replacement);
        object.set(path, after);
        return !after.equals(before);
    }

    /**
     * Takes the value out of what a record's sources say of that field. The replacement is put nowhere there, because no
     * source published it; the source itself stays.
     *
     * @return how many claims held it
     */
    public int applyToClaims(ObjectNode record) {
        return applyToClaims(record.path(PROVENANCE));
    }

    private int applyToClaims(JsonNode claims) {
        int held = 0;
        for (JsonNode each : claims) {
            JsonNode field = each.path("field");
            if (each instanceof ObjectNode claim
                    && field.isTextual()
                    && touches(field.textValue())
                    && (claim.hasNonNull("value") || claim.hasNonNull("note"))) {
                claim.putNull("value").putNull("note");
                held++;
            }
        }
        return held;
    }

    /** Takes the value out of a list of {@code {path, from, to}}; returns whether the list held it. */
    public boolean applyToChanged(JsonNode changed) {
        boolean held = false;
        for (JsonNode each : changed) {
            ObjectNode told = (ObjectNode) each;
            String name = told.get("path").textValue();
            held |= applyToEnds(path, replacement, name, told);
            for (String field : derived) {
                held |= applyToEnds(field, null, name, told);
            }
            if (name.equals(PROVENANCE)) {
                held |= applyToClaims(told.get("from")) + applyToClaims(told.get("to")) > 0;
            }
        }
        return held;
    }

    private static boolean applyToEnds(String path, String replacement, String name, ObjectNode told) {
        boolean held = false;
        for (String end : new String[] {"from", "to"}) {
            if (name.equals(path) || name.startsWith(path + ".")) {
                held |= apply(end, replacement, told);
            } else if (path.startsWith(name + ".") && told.get(end) instanceof ObjectNode object) {
                held |= apply(path.substring(name.length() + 1), replacement, object);
            }
        }
        return held;
    }

    private static JsonNode instead(JsonNode value, String replacement) {
        if (value.isNull()) {
            return value;
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

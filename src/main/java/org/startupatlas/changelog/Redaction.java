package org.startupatlas.changelog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Objects;
import java.util.Set;

/**
 * A value to be removed from a record and from all copies of it.
 *
 * @param path the dotted path of the field; for a value inside a list, the path of the list
 * @param replacement the text that replaces the value; null for none
 * @param derived the fields whose values are derived from that field and removed with it
 */
public record Redaction(String path, String replacement, Set<String> derived) {

    private static final String PROVENANCE = "provenance";

    public Redaction {
        Objects.requireNonNull(path, "path");
        derived = Set.copyOf(derived);
    }

    /** Creates a redaction of one field without derived fields. */
    public Redaction(String path, String replacement) {
        this(path, replacement, Set.of());
    }

    /** Returns the same redaction with the fields derived from its field. */
    public Redaction withDerived(Set<String> fields) {
        return new Redaction(path, replacement, fields);
    }

    /**
     * Returns whether the differences are those of a redaction: only a redaction logs paths whose {@code from} and
     * {@code to} are both null.
     */
    public static boolean isRedaction(JsonNode changed) {
        for (JsonNode each : changed) {
            if (!each.get("from").isNull() || !each.get("to").isNull()) {
                return false;
            }
        }
        return !changed.isEmpty();
    }

    /** Returns whether the path is a redacted one, or lies inside or around one. */
    public boolean touches(String other) {
        return touches(path, other) || derived.stream().anyMatch(field -> touches(field, other));
    }

    private static boolean touches(String one, String other) {
        return one.equals(other) || other.startsWith(one + ".") || one.startsWith(other + ".");
    }

    /** Removes the value from a record; returns whether the record had one. */
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
        JsonNode after = replacementOf(before, replacement);
        object.set(path, after);
        return !after.equals(before);
    }

    /**
     * Removes the value from the claims about that field. The replacement is not put there, because no source published
     * it; the claim keeps its source.
     *
     * @return the number of claims that had a value or a note
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

    /** Removes the value from a list of {@code {path, from, to}}; returns whether the list had it. */
    public boolean applyToChanged(JsonNode changed) {
        boolean held = false;
        for (JsonNode each : changed) {
            ObjectNode difference = (ObjectNode) each;
            String name = difference.get("path").textValue();
            held |= applyToFromAndTo(path, replacement, name, difference);
            for (String field : derived) {
                held |= applyToFromAndTo(field, null, name, difference);
            }
            if (name.equals(PROVENANCE)) {
                held |= applyToClaims(difference.get("from")) + applyToClaims(difference.get("to")) > 0;
            }
        }
        return held;
    }

    private static boolean applyToFromAndTo(String path, String replacement, String name, ObjectNode difference) {
        boolean held = false;
        for (String side : new String[] {"from", "to"}) {
            if (name.equals(path) || name.startsWith(path + ".")) {
                held |= apply(side, replacement, difference);
            } else if (path.startsWith(name + ".") && difference.get(side) instanceof ObjectNode object) {
                held |= apply(path.substring(name.length() + 1), replacement, object);
            }
        }
        return held;
    }

    private static JsonNode replacementOf(JsonNode value, String replacement) {
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

package org.startupatlas.write.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * What a record gets besides the values of its entry.
 *
 * @param defaults values that it gets where it has none
 * @param claims claims that it gets unless it has an equal one
 */
public record Additions(ObjectNode defaults, List<ObjectNode> claims) {

    /** Nothing is added. */
    public static final Additions NONE = new Additions(JsonNodeFactory.instance.objectNode(), List.of());

    private static final String PROVENANCE = "provenance";

    /** The members by which two claims are equal. */
    private static final List<String> IDENTITY = List.of("field", "value", "publisher", "url", "published");

    public Additions {
        claims = List.copyOf(claims);
    }

    /** Returns the values with the additions; does not change them. */
    public ObjectNode to(ObjectNode values) {
        if (defaults.isEmpty() && claims.isEmpty()) {
            return values;
        }
        ObjectNode added = values.deepCopy();
        addDefaults(added, defaults);
        addClaims(added);
        return added;
    }

    private static void addDefaults(ObjectNode values, ObjectNode defaults) {
        defaults.properties().forEach(entry -> {
            JsonNode value = values.path(entry.getKey());
            if (value instanceof ObjectNode object && entry.getValue() instanceof ObjectNode inner) {
                addDefaults(object, inner);
            } else if (value.isMissingNode() || value.isNull()) {
                values.set(entry.getKey(), entry.getValue());
            }
        });
    }

    private void addClaims(ObjectNode values) {
        JsonNode known = values.path(PROVENANCE);
        // A list of another type is refused as it is.
        if (claims.isEmpty() || !(known.isArray() || known.isMissingNode() || known.isNull())) {
            return;
        }
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        known.forEach(all::add);
        for (ObjectNode claim : claims) {
            boolean isKnown = StreamSupport.stream(all.spliterator(), false).anyMatch(each -> isEqual(each, claim));
            if (!isKnown) {
                all.add(claim);
            }
        }
        values.set(PROVENANCE, all);
    }

    private static boolean isEqual(JsonNode one, JsonNode other) {
        return IDENTITY.stream()
                .allMatch(name ->
                        one.path(name).asText("").equals(other.path(name).asText("")));
    }
}

package org.startupatlas.write.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * What a record gets besides the values of its entry.
 *
 * @param defaults values that it gets where it has none
 * @param claims claims that it gets unless it has an equal one
 * @param ofChanges the claims that depend on what changes
 */
public record Additions(ObjectNode defaults, List<ObjectNode> claims, ChangeClaims ofChanges) {

    /** Nothing is added. */
    public static final Additions NONE = ofDefaults(JsonNodeFactory.instance.objectNode());

    private static final String PROVENANCE = "provenance";

    public Additions {
        claims = List.copyOf(claims);
    }

    /** Adds values where there are none, and no claims. */
    public static Additions ofDefaults(ObjectNode defaults) {
        return new Additions(defaults, List.of(), ChangeClaims.NONE);
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
        values.set(PROVENANCE, Claims.joined(known, claims));
    }
}

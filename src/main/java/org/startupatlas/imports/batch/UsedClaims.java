package org.startupatlas.imports.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.startupatlas.write.batch.Claims;

/** Keeps the claims about changed values, and marks as used those whose value the record has now. */
final class UsedClaims {

    private UsedClaims() {}

    /**
     * Returns the claims of a record after a change.
     *
     * @param changed the paths that differ, with the values before and after
     * @param own the claims of the row, which says itself what is used
     */
    static JsonNode after(JsonNode changed, ObjectNode record, JsonNode own) {
        if (changed.isEmpty()) {
            return record.get("provenance");
        }
        Map<String, JsonNode> former = new HashMap<>();
        changed.forEach(change -> {
            String path = change.get("path").textValue();
            former.put(ClaimValues.field(path), change.get("from"));
        });
        Set<String> ofRow = new HashSet<>();
        own.forEach(claim -> ofRow.add(Claims.identity(claim)));
        ArrayNode claims = JsonNodeFactory.instance.arrayNode();
        for (JsonNode claim : record.get("provenance")) {
            String field = claim.path("field").asText("");
            boolean isAffected = former.containsKey(field)
                    && claim.path("value").isTextual()
                    && !ofRow.contains(Claims.identity(claim));
            claims.add(
                    isAffected ? marked((ObjectNode) claim, former.get(field), ClaimValues.of(record, field)) : claim);
        }
        return claims;
    }

    private static ObjectNode marked(ObjectNode claim, JsonNode former, JsonNode value) {
        String text = claim.get("value").textValue();
        boolean isUsed = value.isArray() ? isUsedInList(claim, former, value) : text.equals(ClaimValues.text(value));
        return isUsed == claim.path("used").booleanValue()
                ? claim
                : claim.deepCopy().put("used", isUsed);
    }

    /** Whether a list still has what is claimed: nothing was removed from it, or it has all elements of the claim. */
    private static boolean isUsedInList(ObjectNode claim, JsonNode former, JsonNode value) {
        Collection<String> elements = texts(value);
        boolean isClaimed =
                elements.containsAll(List.of(claim.get("value").textValue().split("; ")));
        boolean isKept = former.isArray() && elements.containsAll(texts(former));
        return isClaimed || isKept && claim.path("used").booleanValue();
    }

    private static Collection<String> texts(JsonNode list) {
        Set<String> texts = new HashSet<>();
        list.forEach(element -> texts.add(String.valueOf(ClaimValues.text(element))));
        return texts;
    }
}

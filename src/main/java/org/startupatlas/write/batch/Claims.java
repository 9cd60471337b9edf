package org.startupatlas.write.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.startupatlas.record.TextNormalizer;

/** Lists of claims, in which no two are equal. */
public final class Claims {

    /** The members by which two claims are equal. */
    private static final List<String> IDENTITY = List.of("field", "value", "publisher", "url", "published");

    private Claims() {}

    /** Returns what equal claims have in common; that of a claim as it was sent is that of the stored one. */
    public static String identity(JsonNode claim) {
        return IDENTITY.stream()
                .map(name -> TextNormalizer.normalize(claim.path(name).asText(""), true))
                .collect(Collectors.joining("\n\0"));
    }

    /** Returns the claims of a list with others, unless it has an equal one; does not change the list. */
    public static ArrayNode joined(JsonNode known, Iterable<? extends JsonNode> others) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        known.forEach(all::add);
        Set<String> identities = new HashSet<>();
        for (JsonNode claim : others) {
            if (identities.isEmpty()) {
                known.forEach(each -> identities.add(identity(each)));
            }
            if (identities.add(identity(claim))) {
                all.add(claim);
            }
        }
        return all;
    }
}

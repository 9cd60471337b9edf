package org.startupatlas.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.startupatlas.schema.Field;
import org.startupatlas.schema.ResourceSchema;

/**
 * Merges a record of a new edition of the bundle into the stored record. Values that people changed stay; what the
 * edition says instead of them becomes a claim that is not used. All other values are those of the edition.
 */
final class EditionMerge {

    private static final String PROVENANCE = "provenance";

    private final ObjectNode edition;
    private final ObjectNode merged;
    private final Set<String> touched;
    private final Map<String, JsonNode> conflicts = new LinkedHashMap<>();

    private EditionMerge(ObjectNode stored, ObjectNode edition, Set<String> touched) {
        this.edition = edition;
        this.merged = stored.deepCopy();
        this.touched = touched;
    }

    /**
     * Merges an edition's record into a stored one.
     *
     * @param touched the dotted paths of the values that people changed
     * @return the merged record, with the stored slug and version
     */
    static ObjectNode merge(ResourceSchema schema, ObjectNode stored, ObjectNode edition, Set<String> touched) {
        EditionMerge merge = new EditionMerge(stored, edition, touched);
        for (Field field : schema.fields()) {
            String name = field.name();
            if (!schema.serverFields().contains(name) && !name.equals("slug") && !name.equals(PROVENANCE)) {
                merge.mergeField(field);
            }
        }
        merge.mergeProvenance();
        return merge.merged;
    }

    private void mergeField(Field field) {
        String name = field.name();
        JsonNode before = merged.get(name);
        JsonNode after = edition.get(name);
        if (field.shape() == Field.Shape.OBJECT && before.isObject() && after.isObject()) {
            ObjectNode parts = (ObjectNode) before;
            field.parts().forEach(part -> merge(name + "." + part.name(), part.name(), parts, after));
        } else {
            merge(name, name, merged, edition);
        }
    }

    private void merge(String path, String key, ObjectNode stored, JsonNode newer) {
        JsonNode value = newer.get(key);
        if (!isTouched(path)) {
            stored.set(key, value);
        } else if (!isEmpty(value) && !value.toString().equals(stored.get(key).toString())) {
            conflicts.put(path, value);
        }
    }

    private boolean isTouched(String path) {
        return touched.stream()
                .anyMatch(each -> each.equals(path) || each.startsWith(path + ".") || path.startsWith(each + "."));
    }

    private static boolean isEmpty(JsonNode value) {
        return value.isNull() || value.isContainerNode() && value.isEmpty();
    }

    private void mergeProvenance() {
        Set<JsonNode> claims = new LinkedHashSet<>();
        if (isTouched(PROVENANCE)) {
            merged.get(PROVENANCE).forEach(claims::add);
        }
        for (JsonNode claim : edition.get(PROVENANCE)) {
            claims.add(isContested(claim) ? ((ObjectNode) claim).deepCopy().put("used", false) : claim);
        }
        conflicts.forEach((path, value) -> {
            if (claims.stream()
                    .noneMatch(claim -> path.equals(claim.get("field").textValue()))) {
                claims.add(claimOf(path, value));
            }
        });
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        claims.forEach(all::add);
        merged.set(PROVENANCE, all);
    }

    private boolean isContested(JsonNode claim) {
        JsonNode field = claim.get("field");
        return field.isTextual()
                && conflicts.keySet().stream()
                        .anyMatch(path -> path.equals(field.textValue()) || path.startsWith(field.textValue() + "."));
    }

    /** Returns a claim with the edition's value, by the publisher of the edition's record. */
    private ObjectNode claimOf(String path, JsonNode value) {
        ObjectNode claim = StreamSupport.stream(edition.get(PROVENANCE).spliterator(), false)
                .filter(each -> each.get("field").isNull())
                .findFirst()
                .map(each -> ((ObjectNode) each).deepCopy())
                .orElseThrow(() -> new IllegalStateException("a bundled record without a source: " + edition));
        return claim.put("field", path).put("value", textOf(value)).put("used", false);
    }

    private static String textOf(JsonNode value) {
        if (!value.isArray()) {
            return value.isObject() ? value.toString() : value.asText();
        }
        List<String> texts = new ArrayList<>();
        value.forEach(each -> texts.add(textOf(each)));
        return texts.stream().collect(Collectors.joining("; "));
    }
}

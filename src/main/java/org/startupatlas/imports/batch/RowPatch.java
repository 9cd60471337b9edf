package org.startupatlas.imports.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.startupatlas.imports.batch.ImportOptions.Conflict;

/** What a row writes into its record, which depends on the stored values. */
final class RowPatch implements UnaryOperator<ObjectNode> {

    /** Members whose values belong together: one of them alone says something else. */
    private static final Set<String> WHOLES = Set.of("amount", "point");

    /** What identifies the record, and what stands beside other claims. */
    private static final Set<String> NO_VALUES = Set.of("slug", "provenance");

    private final ObjectNode values;
    private final Conflict conflict;
    private List<Difference> differences = List.of();

    RowPatch(ObjectNode values, Conflict conflict) {
        this.values = values;
        this.conflict = conflict;
    }

    /**
     * A value of the row that is not written, because the record has another.
     *
     * @param field the dotted name
     * @param sources who claims the stored value, and who the row's; empty if nobody is named
     */
    record Difference(String field, JsonNode stored, JsonNode ofRow, Sources sources) {}

    /** The publishers of the two sides of a difference. */
    record Sources(List<String> stored, List<String> ofRow) {}

    /** Returns the values that the row had of its own and were not written, as of the last {@link #apply}. */
    List<Difference> differences() {
        return List.copyOf(differences);
    }

    /** Returns the merge patch for a stored record. */
    @Override
    public ObjectNode apply(ObjectNode stored) {
        differences = new ArrayList<>();
        ObjectNode patch = values.deepCopy();
        keepSpellingOfCity(patch, stored);
        if (conflict != Conflict.OVERWRITE) {
            keepKnown(patch, stored, "", stored);
        }
        return patch;
    }

    /** Another name of the stored city is no change. */
    private static void keepSpellingOfCity(ObjectNode patch, ObjectNode stored) {
        boolean areNamed = patch.path("city").isTextual() && stored.path("city").isTextual();
        if (areNamed
                && CityNames.isSame(
                        patch.get("city").textValue(), stored.get("city").textValue())) {
            patch.remove("city");
        }
    }

    private void keepKnown(ObjectNode patch, JsonNode stored, String prefix, ObjectNode record) {
        for (String name : namesOf(patch)) {
            JsonNode known = stored.path(name);
            JsonNode value = patch.get(name);
            if (isUnknown(known) || prefix.isEmpty() && NO_VALUES.contains(name)) {
                continue;
            }
            if (value instanceof ObjectNode members && known.isObject() && !WHOLES.contains(name)) {
                keepKnown(members, known, prefix + name + ".", record);
            } else {
                patch.remove(name);
                if (!SameValues.areSame(name, value, known)) {
                    String field = prefix + name;
                    Sources sources = new Sources(publishers(record, field), publishers(values, field));
                    differences.add(new Difference(field, known, value, sources));
                }
            }
        }
    }

    private static List<String> namesOf(ObjectNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static boolean isUnknown(JsonNode value) {
        if (value.isObject()) {
            return value.valueStream().allMatch(RowPatch::isUnknown);
        }
        return value.isMissingNode() || value.isNull() || value.isArray() && value.isEmpty();
    }

    /** Returns who claims a field, or else who claims the record as a whole. */
    private static List<String> publishers(ObjectNode record, String field) {
        JsonNode claims = record.path("provenance");
        List<String> ofField = publishers(claims, JsonNodeFactory.instance.textNode(field));
        return ofField.isEmpty() ? publishers(claims, JsonNodeFactory.instance.nullNode()) : ofField;
    }

    private static List<String> publishers(JsonNode claims, JsonNode field) {
        List<String> publishers = new ArrayList<>();
        if (claims instanceof ArrayNode list) {
            list.forEach(claim -> {
                boolean isAbout = claim.path("field").isMissingNode()
                        ? field.isNull()
                        : claim.get("field").equals(field);
                String publisher = claim.path("publisher").textValue();
                if (isAbout && publisher != null && !publishers.contains(publisher)) {
                    publishers.add(publisher);
                }
            });
        }
        return publishers;
    }
}

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
import org.startupatlas.imports.cell.ClaimSource;
import org.startupatlas.write.batch.Claims;

/** What a row writes into its record, which depends on the stored values. */
final class RowPatch implements UnaryOperator<ObjectNode> {

    private static final String PROVENANCE = "provenance";

    /** What identifies the record, and what stands beside other claims. */
    private static final Set<String> NO_VALUES = Set.of("slug", PROVENANCE);

    private final ObjectNode values;
    private final Conflict conflict;
    private final ClaimSource source;
    private List<Difference> differences = List.of();

    RowPatch(ObjectNode values, Conflict conflict, ClaimSource source) {
        this.source = source;
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
        keepClaims(patch, stored);
        if (conflict != Conflict.OVERWRITE) {
            keepKnown(patch, stored, "", stored);
        }
        return patch;
    }

    /** The claims of a row are added to those of the record; an equal one stays as it is. */
    private static void keepClaims(ObjectNode patch, ObjectNode stored) {
        if (patch.path(PROVENANCE).isArray()) {
            patch.set(PROVENANCE, Claims.joined(stored.path(PROVENANCE), patch.get(PROVENANCE)));
        }
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
            if (ClaimValues.isUnknown(known) || prefix.isEmpty() && NO_VALUES.contains(name)) {
                continue;
            }
            if (value instanceof ObjectNode members && known.isObject() && !ClaimValues.WHOLES.contains(name)) {
                keepKnown(members, known, prefix + name + ".", record);
            } else {
                patch.remove(name);
                if (!SameValues.areSame(name, value, known)) {
                    String field = prefix + name;
                    List<String> ofRow =
                            source.isNamed() ? List.of(source.publisher()) : publishers(values, field, false);
                    Sources sources = new Sources(publishers(record, field, true), ofRow);
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

    /**
     * Returns who claims a field, or else who claims the record as a whole.
     *
     * @param isUsed whether only those count whose value the record has
     */
    private static List<String> publishers(ObjectNode record, String field, boolean isUsed) {
        JsonNode claims = record.path(PROVENANCE);
        List<String> ofField = publishers(claims, JsonNodeFactory.instance.textNode(field), isUsed);
        return ofField.isEmpty() ? publishers(claims, JsonNodeFactory.instance.nullNode(), isUsed) : ofField;
    }

    private static List<String> publishers(JsonNode claims, JsonNode field, boolean isUsed) {
        List<String> publishers = new ArrayList<>();
        if (claims instanceof ArrayNode list) {
            list.forEach(claim -> {
                boolean isAbout = claim.path("field").isMissingNode()
                        ? field.isNull()
                        : claim.get("field").equals(field);
                String publisher = claim.path("publisher").textValue();
                isAbout &= !isUsed || claim.path("used").booleanValue();
                if (isAbout && publisher != null && !publishers.contains(publisher)) {
                    publishers.add(publisher);
                }
            });
        }
        return publishers;
    }
}

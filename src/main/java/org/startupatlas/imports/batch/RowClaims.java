package org.startupatlas.imports.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.startupatlas.imports.cell.ClaimSource;
import org.startupatlas.imports.file.ImportRow;
import org.startupatlas.write.batch.ChangeClaims;
import org.startupatlas.write.batch.Claims;

/**
 * The claims about the values of a row. If it names a source, each value that it changes is claimed by that, and each
 * value that is not written over another stands beside it; otherwise the organisation of the key claims the record. A
 * row that brings claims of its own gets no others.
 */
final class RowClaims implements ChangeClaims {

    private static final String PROVENANCE = "provenance";
    private static final String FIELD = "field";
    private static final String USED = "used";

    private final ImportRow row;
    private final ClaimSource source;
    private final String keyHolder;
    private final RowPatch patch;
    private final Set<String> fields;

    /**
     * @param source the source of the row
     * @param keyHolder the organisation of the key
     * @param patch what the row writes into an existing record; null for a new one
     */
    RowClaims(ImportRow row, ClaimSource source, String keyHolder, RowPatch patch) {
        this.row = row;
        this.source = source;
        this.keyHolder = keyHolder;
        this.patch = patch;
        this.fields = fields(row);
    }

    /** Returns the fields of which a row has a value, as claims name them. */
    private static Set<String> fields(ImportRow row) {
        Set<String> fields = new LinkedHashSet<>();
        FileRows.leaves(row.record()).keySet().forEach(path -> fields.add(ClaimValues.field(path)));
        FileRows.leaves(row.defaults()).keySet().forEach(path -> fields.add(ClaimValues.field(path)));
        return fields;
    }

    /** Whether a row brings claims of its own. */
    static boolean hasOwn(ImportRow row) {
        return row.record().has(PROVENANCE);
    }

    @Override
    public Optional<ArrayNode> ofNew(ObjectNode record) {
        return hasOwn(row) ? Optional.empty() : with(record.get(PROVENANCE), record, fields);
    }

    @Override
    public Optional<ArrayNode> ofExisting(ObjectNode record, JsonNode changed) {
        Set<String> changedFields = new LinkedHashSet<>();
        changed.forEach(
                change -> changedFields.add(ClaimValues.field(change.get("path").textValue())));
        JsonNode known = UsedClaims.after(changed, record, row.record().path(PROVENANCE));
        if (hasOwn(row)) {
            return difference(record, known);
        }
        changedFields.removeIf(field -> !isOfRow(field));
        return with(known, record, changedFields).or(() -> difference(record, known));
    }

    private static Optional<ArrayNode> difference(ObjectNode record, JsonNode claims) {
        return claims instanceof ArrayNode list && !list.equals(record.get(PROVENANCE))
                ? Optional.of(list)
                : Optional.empty();
    }

    /** Whether a row has a value of a field, or says of the object with it that it is unknown. */
    private boolean isOfRow(String field) {
        int dot = field.indexOf('.');
        return fields.contains(field) || dot > 0 && fields.contains(field.substring(0, dot));
    }

    private Optional<ArrayNode> with(JsonNode known, ObjectNode record, Set<String> changedFields) {
        List<ObjectNode> claims = source.isNamed() ? ofSource(record, changedFields) : ofKey(known, changedFields);
        ArrayNode all = Claims.joined(known, claims);
        return all.size() == known.size() ? Optional.empty() : Optional.of(all);
    }

    private List<ObjectNode> ofSource(ObjectNode record, Set<String> changedFields) {
        List<ObjectNode> claims = new ArrayList<>();
        for (String field : changedFields) {
            JsonNode value = ClaimValues.of(record, field);
            if (!ClaimValues.isUnknown(value)) {
                claims.add(claim(source.publisher()).put(FIELD, field).put("value", ClaimValues.text(value)));
            }
        }
        if (patch != null) {
            for (RowPatch.Difference difference : patch.differences()) {
                String value = ClaimValues.text(difference.ofRow());
                if (value != null) {
                    claims.add(claim(source.publisher())
                            .put(FIELD, difference.field())
                            .put("value", value)
                            .put(USED, false));
                }
            }
        }
        return claims;
    }

    /** Returns the claim of the key about the record as a whole, unless there is one. */
    private List<ObjectNode> ofKey(JsonNode known, Set<String> changedFields) {
        boolean isClaimed = known.valueStream()
                .anyMatch(claim -> claim.path(FIELD).isNull()
                        && claim.path("publisher").asText().equals(keyHolder));
        return isClaimed || changedFields.isEmpty() ? List.of() : List.of(claim(keyHolder));
    }

    private ObjectNode claim(String publisher) {
        return JsonNodeFactory.instance
                .objectNode()
                .putNull(FIELD)
                .putNull("value")
                .putNull("absent")
                .put(USED, true)
                .put("publisher", publisher)
                .put("url", source.url())
                .put("published", source.published())
                .putNull("seen")
                .put("confidence", source.confidence() == null ? "reported" : source.confidence())
                .putNull("note");
    }
}

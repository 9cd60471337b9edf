package org.startupatlas.write.validate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.startupatlas.database.AdvisoryLock;
import org.startupatlas.query.lookup.BulkColumnLookup;
import org.startupatlas.query.parameter.ProblemKind;
import org.startupatlas.query.parameter.RejectedException;
import org.startupatlas.query.parameter.Violation;
import org.startupatlas.record.ExternalIdScheme;
import org.startupatlas.schema.Field;
import org.startupatlas.schema.ResourceSchema;

/**
 * Rejects an external id that another record of the resource holds. Transactions that add external ids look them up one
 * after the other, on all nodes, so two of them never add the same one. A unique index would be no help: databases of
 * earlier versions may hold duplicates, which stay until they are next written.
 */
@Singleton
public final class ExternalIdUniqueness {

    private static final String CODE = "external-id-taken";

    private final BulkColumnLookup columns;
    private final AdvisoryLock advisoryLock;

    ExternalIdUniqueness(BulkColumnLookup columns, AdvisoryLock advisoryLock) {
        this.columns = columns;
        this.advisoryLock = advisoryLock;
    }

    /**
     * The write of a record.
     *
     * @param before as it is stored; null for a new one
     * @param after as it is to be stored
     */
    public record RecordWrite(ObjectNode before, ObjectNode after) {}

    /** The value of an external id field. */
    private record ExternalId(Field field, String id) {

        String pointer() {
            return "/" + ResourceSchema.EXTERNAL_IDS + "/" + field.name();
        }
    }

    /** A record that holds an id. */
    private record Holder(String id, String slug) {}

    /**
     * Rejects a record with an id that another one holds.
     *
     * @param removedId the id of a record that the same transaction removes; null if it removes none
     * @throws RejectedException if another record holds one of its ids
     */
    public void require(ResourceSchema schema, ObjectNode before, ObjectNode after, Object removedId) {
        Set<String> removedIds = removedId == null ? Set.of() : Set.of(removedId.toString());
        List<Violation> violations = violations(schema, List.of(new RecordWrite(before, after)), removedIds)
                .get(0);
        if (!violations.isEmpty()) {
            throw RejectedException.of(ProblemKind.EXTERNAL_ID_TAKEN, violations);
        }
    }

    /**
     * Looks up the ids that records add, in the current transaction. A record with violations counts as not written, so
     * the ids that it would have given up stay held.
     *
     * @return for each record, in their order, the ids that others hold
     */
    public List<List<Violation>> violations(ResourceSchema schema, List<RecordWrite> records) {
        return violations(schema, records, Set.of());
    }

    private List<List<Violation>> violations(ResourceSchema schema, List<RecordWrite> records, Set<String> removedIds) {
        Set<ExternalId> added = new HashSet<>();
        records.forEach(record -> added.addAll(added(schema, record)));
        if (added.isEmpty()) {
            return records.stream().map(record -> List.<Violation>of()).toList();
        }
        advisoryLock.take(AdvisoryLock.Kind.EXTERNAL_IDS);
        Map<ExternalId, Set<Holder>> holders = holders(schema, added);
        holders.values().forEach(each -> each.removeIf(holder -> removedIds.contains(holder.id)));
        List<List<Violation>> violations = new ArrayList<>(records.size());
        for (RecordWrite record : records) {
            List<Violation> own = violations(schema, record, holders);
            if (own.isEmpty()) {
                apply(schema, record, holders);
            }
            violations.add(own);
        }
        return violations;
    }

    private static List<Violation> violations(
            ResourceSchema schema, RecordWrite record, Map<ExternalId, Set<Holder>> holders) {
        List<Violation> violations = new ArrayList<>();
        for (ExternalId id : added(schema, record)) {
            holders.getOrDefault(id, Set.of()).stream()
                    .filter(holder -> record.before == null || !holder.id.equals(id(record.before)))
                    .findFirst()
                    .ifPresent(holder ->
                            violations.add(Violation.at(id.pointer(), CODE, id.id, schema.resource(), holder.slug)));
        }
        return violations;
    }

    /** Applies a write to the holders, so that the following records see the ids that it gives up and adds. */
    private static void apply(ResourceSchema schema, RecordWrite record, Map<ExternalId, Set<Holder>> holders) {
        List<ExternalId> kept = ids(schema, record.after);
        if (record.before != null) {
            for (ExternalId id : ids(schema, record.before)) {
                if (!kept.contains(id) && holders.containsKey(id)) {
                    holders.get(id).removeIf(holder -> holder.id.equals(id(record.before)));
                }
            }
        }
        JsonNode slug = record.after.path("slug");
        Holder holder = new Holder(record.before == null ? "" : id(record.before), slug.asText());
        added(schema, record).forEach(id -> holders.computeIfAbsent(id, none -> new HashSet<>())
                .add(holder));
    }

    private static String id(ObjectNode record) {
        return record.get("id").textValue();
    }

    /** Returns the ids that a record gets and did not have. */
    private static List<ExternalId> added(ResourceSchema schema, RecordWrite record) {
        List<ExternalId> added = new ArrayList<>(ids(schema, record.after));
        if (record.before != null) {
            added.removeAll(ids(schema, record.before));
        }
        return added;
    }

    private static List<ExternalId> ids(ResourceSchema schema, ObjectNode record) {
        List<ExternalId> ids = new ArrayList<>();
        for (Field field : schema.externalIdFields()) {
            JsonNode id = record.path(ResourceSchema.EXTERNAL_IDS).path(field.name());
            if (id.isTextual()) {
                ids.add(new ExternalId(field, normalized(field, id.textValue())));
            }
        }
        return ids;
    }

    private static String normalized(Field field, String id) {
        return field.externalIdScheme().normalize(id).orElse(id);
    }

    private Map<ExternalId, Set<Holder>> holders(ResourceSchema schema, Collection<ExternalId> ids) {
        Map<ExternalId, Set<Holder>> holders = new HashMap<>();
        for (Field field : schema.externalIdFields()) {
            ExternalIdScheme scheme = field.externalIdScheme();
            List<String> spellings = ids.stream()
                    .filter(id -> id.field.equals(field))
                    .flatMap(id -> scheme.spellings(id.id).stream())
                    .toList();
            columns.find(schema, schema.externalIdColumn(field), spellings, Integer.MAX_VALUE)
                    .forEach(match -> holders.computeIfAbsent(
                                    new ExternalId(
                                            field,
                                            normalized(field, match.value().toString())),
                                    none -> new HashSet<>())
                            .add(new Holder(match.id().toString(), match.slug())));
        }
        return holders;
    }
}

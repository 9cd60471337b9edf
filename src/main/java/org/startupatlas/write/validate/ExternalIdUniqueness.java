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
import org.startupatlas.query.parameter.Violation;
import org.startupatlas.record.ExternalIdScheme;
import org.startupatlas.schema.Field;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.write.request.WriteRejectedException;

/**
 * Rejects an external id that another record of the resource holds. Transactions that give records new ids look them up
 * one after the other, on whichever node, so two of them never take the same one. A unique index would be no help:
 * databases of earlier versions may hold duplicates, which stay until they are next written.
 */
@Singleton
public final class ExternalIdUniqueness {

    private static final String CODE = "external-id-taken";

    private final BulkColumnLookup columns;
    private final AdvisoryLock turn;

    ExternalIdUniqueness(BulkColumnLookup columns, AdvisoryLock turn) {
        this.columns = columns;
        this.turn = turn;
    }

    /**
     * A record that is about to be written.
     *
     * @param before as it is stored; null for a new one
     * @param after as it is to be
     */
    public record Written(ObjectNode before, ObjectNode after) {}

    /** An id of a register. */
    private record ExternalId(Field register, String id) {

        String pointer() {
            return "/" + ResourceSchema.EXTERNAL_IDS + "/" + register.name();
        }
    }

    /** A record that holds an id. */
    private record Holder(String id, String slug) {}

    /**
     * Rejects a record with an id that another one holds.
     *
     * @param leaving the id of a record that the same transaction removes; null if it removes none
     * @throws Refusal if one is held
     */
    public void require(ResourceSchema declaration, ObjectNode before, ObjectNode after, Object leaving) {
        Set<String> gone = leaving == null ? Set.of() : Set.of(leaving.toString());
        List<Violation> faults =
                faults(declaration, List.of(new Written(before, after)), gone).get(0);
        if (!faults.isEmpty()) {
            throw WriteRejectedException.externalIdTaken(faults);
        }
    }

    /**
     * Looks up the ids that records take, in the current transaction. A record with faults is taken as not written, so
     * what it would have given up stays held.
     *
     * @return for each record, in their order, the ids that others hold
     */
    public List<List<Violation>> faults(ResourceSchema declaration, List<Written> records) {
        return faults(declaration, records, Set.of());
    }

    private List<List<Violation>> faults(ResourceSchema declaration, List<Written> records, Set<String> gone) {
        Set<ExternalId> taken = new HashSet<>();
        records.forEach(record -> taken.addAll(taken(declaration, record)));
        if (taken.isEmpty()) {
            return records.stream().map(record -> List.<Violation>of()).toList();
        }
        turn.take(AdvisoryLock.Kind.EXTERNAL_IDS);
        Map<ExternalId, Set<Holder>> holders = holders(declaration, taken);
        holders.values().forEach(each -> each.removeIf(holder -> gone.contains(holder.id)));
        List<List<Violation>> faults = new ArrayList<>(records.size());
        for (Written record : records) {
            List<Violation> own = faults(declaration, record, holders);
            if (own.isEmpty()) {
                move(declaration, record, holders);
            }
            faults.add(own);
        }
        return faults;
    }

    private static List<Violation> faults(
            ResourceSchema declaration, Written record, Map<ExternalId, Set<Holder>> holders) {
        List<Violation> faults = new ArrayList<>();
        for (ExternalId id : taken(declaration, record)) {
            holders.getOrDefault(id, Set.of()).stream()
                    .filter(holder -> record.before == null || !holder.id.equals(id(record.before)))
                    .findFirst()
                    .ifPresent(holder ->
                            faults.add(Violation.at(id.pointer(), CODE, id.id, declaration.resource(), holder.slug)));
        }
        return faults;
    }

    /** Lets the records behind see what this one gives up and takes. */
    private static void move(ResourceSchema declaration, Written record, Map<ExternalId, Set<Holder>> holders) {
        List<ExternalId> kept = ids(declaration, record.after);
        if (record.before != null) {
            for (ExternalId id : ids(declaration, record.before)) {
                if (!kept.contains(id) && holders.containsKey(id)) {
                    holders.get(id).removeIf(holder -> holder.id.equals(id(record.before)));
                }
            }
        }
        JsonNode slug = record.after.path("slug");
        Holder holder = new Holder(record.before == null ? "" : id(record.before), slug.asText());
        taken(declaration, record).forEach(id -> holders.computeIfAbsent(id, none -> new HashSet<>())
                .add(holder));
    }

    private static String id(ObjectNode record) {
        return record.get("id").textValue();
    }

    /** The ids that a record gets and did not have. */
    private static List<ExternalId> taken(ResourceSchema declaration, Written record) {
        List<ExternalId> taken = new ArrayList<>(ids(declaration, record.after));
        if (record.before != null) {
            taken.removeAll(ids(declaration, record.before));
        }
        return taken;
    }

    private static List<ExternalId> ids(ResourceSchema declaration, ObjectNode record) {
        List<ExternalId> ids = new ArrayList<>();
        for (Field register : declaration.externalIdFields()) {
            JsonNode id = record.path(ResourceSchema.EXTERNAL_IDS).path(register.name());
            if (id.isTextual()) {
                ids.add(new ExternalId(register, normal(register, id.textValue())));
            }
        }
        return ids;
    }

    private static String normal(Field register, String id) {
        return register.externalIdScheme().normalize(id).orElse(id);
    }

    private Map<ExternalId, Set<Holder>> holders(ResourceSchema declaration, Collection<ExternalId> ids) {
        Map<ExternalId, Set<Holder>> holders = new HashMap<>();
        for (Field register : declaration.externalIdFields()) {
            ExternalIdScheme scheme = register.externalIdScheme();
            List<String> spellings = ids.stream()
                    .filter(id -> id.register.equals(register))
                    .flatMap(id -> scheme.spellings(id.id).stream())
                    .toList();
            columns.find(declaration, declaration.externalIdColumn(register), spellings, Integer.MAX_VALUE)
                    .forEach(match -> holders.computeIfAbsent(
                                    new ExternalId(
                                            register,
                                            normal(register, match.value().toString())),
                                    none -> new HashSet<>())
                            .add(new Holder(match.id().toString(), match.slug())));
        }
        return holders;
    }
}

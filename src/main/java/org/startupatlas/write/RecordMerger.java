package org.startupatlas.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.startupatlas.auth.ApiKeyService;
import org.startupatlas.changelog.Fault;
import org.startupatlas.changelog.LockedRecord;
import org.startupatlas.changelog.PendingChange;
import org.startupatlas.changelog.ValidatedRecord;
import org.startupatlas.query.lookup.ReferringRecords;
import org.startupatlas.schema.Field;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.type.ValueTypes;
import org.startupatlas.write.request.IfMatch;
import org.startupatlas.write.request.WriteRejectedException;
import org.startupatlas.write.request.WriteRequest;
import org.startupatlas.write.request.WriteResult;
import org.startupatlas.write.validate.ExternalIdUniqueness;
import org.startupatlas.write.validate.RecordFactory;

/**
 * Merges records that turn out to be one: the survivor takes what the other adds, whatever names the other names the
 * survivor, records that thereby say the same become one too, and the other's names lead to the survivor for ever.
 */
@Singleton
public class RecordMerger {

    /** More would hold the log, and with it every other writer, for seconds. */
    private static final int MOST_NAMING = 10_000;

    private final Repositories repositories;
    private final RecordFactory recordFactory;
    private final ExternalIdUniqueness externalIds;
    private final RecordLocks locks;
    private final ReferringRecords referrers;
    private final RetryingTransactions transactions;
    private final ApiKeyService keys;

    RecordMerger(
            Repositories repositories,
            RecordFactory recordFactory,
            ExternalIdUniqueness externalIds,
            RecordLocks locks,
            ReferringRecords referrers,
            RetryingTransactions transactions,
            ApiKeyService keys) {
        this.repositories = repositories;
        this.recordFactory = recordFactory;
        this.externalIds = externalIds;
        this.locks = locks;
        this.referrers = referrers;
        this.transactions = transactions;
        this.keys = keys;
    }

    /**
     * Merges the record of the id or slug {@code from} into another.
     *
     * @throws Refusal if it may not be
     */
    public WriteResult merge(WriteRequest write, String idOrSlug, IfMatch seen, String from) {
        return transactions.run(write, () -> new Merging(write, idOrSlug, from).plan(seen));
    }

    /** A record of some resource. */
    private record Named(ResourceSchema declaration, Object id) {
        String text() {
            return id.toString();
        }
    }

    /** One merge, in its transaction. */
    private final class Merging {

        private final ResourceSchema declaration;
        private final Named survivor;
        private final Named other;
        private final Map<Named, LockedRecord> stored = new HashMap<>();

        /** What each record is to become. */
        private final Map<Named, ObjectNode> becoming = new HashMap<>();

        private final Set<Named> changing = new LinkedHashSet<>();

        /** Those that name the survivor instead of the other, and else say what they said. */
        private final Set<Named> redirected = new HashSet<>();

        Merging(WriteRequest write, String idOrSlug, String from) {
            declaration = write.schema();
            survivor = new Named(declaration, locks.id(declaration, idOrSlug));
            other = new Named(declaration, otherId(from));
            if (survivor.equals(other)) {
                throw WriteRejectedException.invalid(List.of(Fault.of("/from", "merged-with-itself")));
            }
        }

        private Object otherId(String from) {
            return locks.find(declaration, from)
                    .orElseThrow(() -> WriteRejectedException.invalid(
                            List.of(Fault.of("/from", "unknown-reference", from, declaration.resource()))));
        }

        WritePlan plan(IfMatch seen) {
            Set<Named> naming = naming();
            lockInOrder(naming);
            if (!naming.equals(naming())) {
                throw new RetryException(); // named by more, or by fewer, since
            }
            seen.require(stored.get(survivor).version());
            become(survivor, merged(declaration, json(survivor), json(other)));
            externalIds.require(declaration, stored.get(survivor).json(), json(survivor), other.id);
            List<PendingChange> removals = new ArrayList<>();
            for (Named each : naming) {
                ObjectNode led = RecordMerge.redirect(
                        each.declaration, json(each), declaration.resource(), other.text(), survivor.text());
                Optional<Named> twin = twin(each, led);
                if (twin.isPresent()) {
                    become(twin.get(), merged(each.declaration, json(twin.get()), led));
                    removals.add(repositories.of(each.declaration).merged(stored.get(each), stored.get(twin.get())));
                } else {
                    become(each, led);
                    redirected.add(each);
                }
            }
            removals.add(repositories.of(declaration).merged(stored.get(other), stored.get(survivor)));
            if (declaration.isOwner()) {
                keys.follow((UUID) other.id, (UUID) survivor.id);
            }
            Map<Named, PendingChange> updates = updates();
            List<PendingChange> changes = new ArrayList<>(updates.values());
            changes.addAll(removals);
            return WritePlan.merged(stored.get(survivor), updates.get(survivor), changes);
        }

        private ObjectNode merged(ResourceSchema of, ObjectNode kept, ObjectNode added) {
            return RecordMerge.merge(of, repositories.of(of).derivedFields(), kept, added);
        }

        private Set<Named> naming() {
            Set<Named> naming = new LinkedHashSet<>();
            for (ReferringRecords.Referrer referrer : referrers.of(declaration, other.id, MOST_NAMING + 1)) {
                naming.add(new Named(referrer.schema(), referrer.id()));
            }
            if (naming.size() > MOST_NAMING) {
                throw WriteRejectedException.invalid(
                        List.of(Fault.of("/from", "named-too-often", String.valueOf(MOST_NAMING))));
            }
            return naming;
        }

        /** In one order for all, so that two merges never wait for each other. */
        private void lockInOrder(Set<Named> naming) {
            Set<Named> all = new HashSet<>(naming);
            all.add(survivor);
            all.add(other);
            for (Named each : naming) {
                // Before anything is locked: what it says of others may be stale, which the check of naming() tells.
                all.addAll(possibleTwins(each));
            }
            all.stream()
                    .sorted(Comparator.comparing(Named::text))
                    .forEach(each -> stored.put(each, locks.lock(each.declaration, each.id)));
        }

        private Set<Named> possibleTwins(Named each) {
            if (each.declaration.naturalKey().isEmpty()) {
                return Set.of();
            }
            ObjectNode led = RecordMerge.redirect(
                    each.declaration,
                    locks.read(each.declaration, each.id),
                    declaration.resource(),
                    other.text(),
                    survivor.text());
            return Set.copyOf(twins(each, led));
        }

        /** The record that says the same, once what it names has become one. */
        private Optional<Named> twin(Named each, ObjectNode led) {
            return twins(each, led).stream().filter(stored::containsKey).findFirst();
        }

        private List<Named> twins(Named each, ObjectNode led) {
            List<String> fields = each.declaration.naturalKey();
            if (fields.isEmpty()) {
                return List.of();
            }
            List<Object> values = new ArrayList<>();
            for (String name : fields) {
                values.add(value(each.declaration.field(name).orElseThrow(), led.get(name)));
            }
            return referrers.sameValues(each.declaration, fields, values, each.id).stream()
                    .map(id -> new Named(each.declaration, id))
                    .toList();
        }

        private Object value(Field field, JsonNode value) {
            if (value.isNull()) {
                return null;
            }
            return field.type() == ValueTypes.REFERENCE ? UUID.fromString(value.textValue()) : value.textValue();
        }

        private ObjectNode json(Named named) {
            return becoming.getOrDefault(named, stored.get(named).json());
        }

        private void become(Named named, ObjectNode record) {
            becoming.put(named, record);
            changing.add(named);
        }

        private Map<Named, PendingChange> updates() {
            Map<Named, PendingChange> updates = new LinkedHashMap<>();
            for (Named each : changing) {
                var repository = repositories.of(each.declaration);
                // What was right of the other is right of the survivor, which has all that the other had; but it is
                // not written yet, and would be asked as it is stored.
                ValidatedRecord record = redirected.contains(each)
                        ? repository.candidate(becoming.get(each))
                        : recordFactory.validate(repository, becoming.get(each));
                repository.update(stored.get(each), record).ifPresent(update -> updates.put(each, update));
            }
            return updates;
        }
    }
}

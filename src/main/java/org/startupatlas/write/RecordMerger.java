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
import org.startupatlas.changelog.LockedRecord;
import org.startupatlas.changelog.PendingChange;
import org.startupatlas.changelog.ValidatedRecord;
import org.startupatlas.query.lookup.ReferringRecords;
import org.startupatlas.query.parameter.ProblemKind;
import org.startupatlas.query.parameter.RejectedException;
import org.startupatlas.query.parameter.Violation;
import org.startupatlas.schema.Field;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.type.ValueTypes;
import org.startupatlas.sql.RetryException;
import org.startupatlas.write.request.IfMatch;
import org.startupatlas.write.request.WriteRequest;
import org.startupatlas.write.request.WriteResult;
import org.startupatlas.write.validate.ExternalIdUniqueness;
import org.startupatlas.write.validate.RecordFactory;

/**
 * Merges duplicate records: the survivor gets the values that the other adds, references to the other are redirected to
 * the survivor, records that become equal by that are merged too, and the other's slugs redirect to the survivor
 * permanently.
 */
@Singleton
public class RecordMerger {

    /** More would lock the log, and with it all other writers, for seconds. */
    private static final int MAX_REFERRERS = 10_000;

    private final Repositories repositories;
    private final RecordFactory recordFactory;
    private final ExternalIdUniqueness externalIds;
    private final RecordLocks locks;
    private final ReferringRecords referrers;
    private final WritePlanExecutor executor;
    private final ApiKeyService keys;

    RecordMerger(
            Repositories repositories,
            RecordFactory recordFactory,
            ExternalIdUniqueness externalIds,
            RecordLocks locks,
            ReferringRecords referrers,
            WritePlanExecutor executor,
            ApiKeyService keys) {
        this.repositories = repositories;
        this.recordFactory = recordFactory;
        this.externalIds = externalIds;
        this.locks = locks;
        this.referrers = referrers;
        this.executor = executor;
        this.keys = keys;
    }

    /**
     * Merges the record with the id or slug {@code from} into another.
     *
     * @throws RejectedException if the merge is rejected
     */
    public WriteResult merge(WriteRequest write, String idOrSlug, IfMatch ifMatch, String from) {
        return executor.execute(write, () -> new Merging(write, idOrSlug, from).plan(ifMatch));
    }

    /** The key of a record of any resource. */
    private record RecordKey(ResourceSchema schema, Object id) {
        String text() {
            return id.toString();
        }
    }

    /** One merge in its transaction. */
    private final class Merging {

        private final ResourceSchema schema;
        private final RecordKey survivor;
        private final RecordKey other;
        private final Map<RecordKey, LockedRecord> stored = new HashMap<>();

        /** The new values of records. */
        private final Map<RecordKey, ObjectNode> newValues = new HashMap<>();

        private final Set<RecordKey> changed = new LinkedHashSet<>();

        /** The records in which only references to the other were redirected to the survivor. */
        private final Set<RecordKey> redirected = new HashSet<>();

        Merging(WriteRequest write, String idOrSlug, String from) {
            schema = write.schema();
            survivor = new RecordKey(schema, locks.id(schema, idOrSlug));
            other = new RecordKey(schema, otherId(from));
            if (survivor.equals(other)) {
                throw RejectedException.of(ProblemKind.INVALID_RECORD, Violation.at("/from", "merged-with-itself"));
            }
        }

        private Object otherId(String from) {
            return locks.find(schema, from)
                    .orElseThrow(() -> RejectedException.of(
                            ProblemKind.INVALID_RECORD,
                            Violation.at("/from", "unknown-reference", from, schema.resource())));
        }

        WritePlan plan(IfMatch ifMatch) {
            Set<RecordKey> referring = referring();
            lockInOrder(referring);
            if (!referring.equals(referring())) {
                throw RetryException.changedBeforeLock(); // the set of referring records has changed meanwhile
            }
            ifMatch.require(stored.get(survivor).version());
            ObjectNode merged = merged(schema, json(survivor), json(other));
            // The other may refer to itself: a partner can be in its own network.
            setValues(survivor, RecordMerge.redirect(schema, merged, schema.resource(), other.text(), survivor.text()));
            externalIds.require(schema, stored.get(survivor).json(), json(survivor), other.id);
            List<PendingChange> removals = new ArrayList<>();
            for (RecordKey each : referring) {
                ObjectNode after =
                        RecordMerge.redirect(each.schema, json(each), schema.resource(), other.text(), survivor.text());
                Optional<RecordKey> duplicate = duplicate(each, after);
                if (duplicate.isPresent()) {
                    setValues(duplicate.get(), merged(each.schema, json(duplicate.get()), after));
                    removals.add(repositories.of(each.schema).merged(stored.get(each), stored.get(duplicate.get())));
                } else {
                    setValues(each, after);
                    redirected.add(each);
                }
            }
            removals.add(repositories.of(schema).merged(stored.get(other), stored.get(survivor)));
            if (schema.isOwner()) {
                keys.follow((UUID) other.id, (UUID) survivor.id);
            }
            Map<RecordKey, PendingChange> updates = updates();
            List<PendingChange> changes = new ArrayList<>(updates.values());
            changes.addAll(removals);
            return WritePlan.merged(stored.get(survivor), updates.get(survivor), changes);
        }

        private ObjectNode merged(ResourceSchema of, ObjectNode kept, ObjectNode added) {
            return RecordMerge.merge(of, repositories.of(of).derivedFields(), kept, added);
        }

        private Set<RecordKey> referring() {
            Set<RecordKey> referring = new LinkedHashSet<>();
            for (ReferringRecords.Referrer referrer : referrers.of(schema, other.id, MAX_REFERRERS + 1)) {
                referring.add(new RecordKey(referrer.schema(), referrer.id()));
            }
            if (referring.size() > MAX_REFERRERS) {
                throw RejectedException.of(
                        ProblemKind.INVALID_RECORD,
                        Violation.at("/from", "named-too-often", String.valueOf(MAX_REFERRERS)));
            }
            // References between the two are redirected with the merged values.
            referring.removeAll(Set.of(survivor, other));
            return referring;
        }

        /** Locks in the same order in all merges, so that no two merges deadlock. */
        private void lockInOrder(Set<RecordKey> referring) {
            Set<RecordKey> all = new HashSet<>(referring);
            all.add(survivor);
            all.add(other);
            for (RecordKey each : referring) {
                // Read before the locks, so possibly stale, which the comparison of the referring records detects.
                all.addAll(possibleDuplicates(each));
            }
            all.stream()
                    .sorted(Comparator.comparing(RecordKey::text))
                    .forEach(each -> stored.put(each, locks.lock(each.schema, each.id)));
        }

        private Set<RecordKey> possibleDuplicates(RecordKey each) {
            if (each.schema.naturalKey().isEmpty()) {
                return Set.of();
            }
            ObjectNode after = RecordMerge.redirect(
                    each.schema, locks.read(each.schema, each.id), schema.resource(), other.text(), survivor.text());
            return Set.copyOf(duplicates(each, after));
        }

        /**
         * Returns the record with the same natural key after the references are redirected.
         *
         * @throws RetryException if there is one that was written since the locks were taken
         */
        private Optional<RecordKey> duplicate(RecordKey each, ObjectNode after) {
            List<RecordKey> duplicates = duplicates(each, after);
            if (!stored.keySet().containsAll(duplicates)) {
                throw RetryException.changedBeforeLock();
            }
            return duplicates.stream().findFirst();
        }

        private List<RecordKey> duplicates(RecordKey each, ObjectNode after) {
            List<String> fields = each.schema.naturalKey();
            if (fields.isEmpty()) {
                return List.of();
            }
            List<Object> values = new ArrayList<>();
            for (String name : fields) {
                values.add(value(each.schema.field(name).orElseThrow(), after.get(name)));
            }
            return referrers.sameValues(each.schema, fields, values, each.id).stream()
                    .map(id -> new RecordKey(each.schema, id))
                    .toList();
        }

        private Object value(Field field, JsonNode value) {
            if (value.isNull()) {
                return null;
            }
            return field.type() == ValueTypes.REFERENCE ? UUID.fromString(value.textValue()) : value.textValue();
        }

        private ObjectNode json(RecordKey key) {
            return newValues.getOrDefault(key, stored.get(key).json());
        }

        private void setValues(RecordKey key, ObjectNode record) {
            newValues.put(key, record);
            changed.add(key);
        }

        private Map<RecordKey, PendingChange> updates() {
            Map<RecordKey, PendingChange> updates = new LinkedHashMap<>();
            for (RecordKey each : changed) {
                var repository = repositories.of(each.schema);
                // The redirected references were valid for the other and are valid for the survivor, which has all that
                // the other had. They cannot be validated here: the survivor's changes are not written yet, so
                // validation would read its stored values.
                ValidatedRecord record = redirected.contains(each)
                        ? repository.validated(newValues.get(each))
                        : recordFactory.validate(repository, newValues.get(each));
                repository.update(stored.get(each), record).ifPresent(update -> updates.put(each, update));
            }
            return updates;
        }
    }
}

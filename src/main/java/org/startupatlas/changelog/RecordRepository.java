package org.startupatlas.changelog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.persistence.LockModeType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.startupatlas.changelog.Change.Op;
import org.startupatlas.query.lookup.FormerSlugRepository;
import org.startupatlas.query.lookup.SlugClaim;
import org.startupatlas.query.parameter.Violation;
import org.startupatlas.record.AtlasRecord;
import org.startupatlas.record.RecordJson;
import org.startupatlas.record.entity.RecordEntity;
import org.startupatlas.schema.ResourceSchema;

/**
 * Locks and writes the records of one resource in the current transaction: their rows and the pending changes for the
 * log. Records arrive as JSON whose types have been checked; rules between values are checked by {@link #violations}.
 *
 * @param <E> the entity
 * @param <R> the record
 * @param <I> the type of the ids: UUID or String
 */
public abstract class RecordRepository<E extends RecordEntity, R extends AtlasRecord, I>
        implements PanacheRepositoryBase<E, I> {

    private final ResourceSchema schema;
    private final Class<R> recordType;
    private final Class<I> idType;
    private final FormerSlugRepository formerSlugs;
    private final ObjectMapper json;

    protected RecordRepository(
            ResourceSchema schema,
            Class<R> recordType,
            Class<I> idType,
            FormerSlugRepository formerSlugs,
            ObjectMapper json) {
        this.schema = schema;
        this.recordType = recordType;
        this.idType = idType;
        this.formerSlugs = formerSlugs;
        this.json = json;
    }

    /** Returns the schema of the resource. */
    public ResourceSchema schema() {
        return schema;
    }

    /** Maps a record to an entity, except for the version, the times and the JSON. */
    protected abstract E toRow(R record);

    /** Checks the rules between the values of a record, each of which is valid by itself. */
    protected List<Violation> violations(R record) {
        return List.of();
    }

    /** Returns the text from which the slug of a new record is made: the name by default. */
    protected String slugSource(R record) {
        return record.name();
    }

    /**
     * Returns the fields that are derived from another field where that has a value, each mapped to its source field.
     */
    public Map<String, String> derivedFields() {
        return Map.of();
    }

    /**
     * Sets derived fields to null where the source field was changed or removed. A derived field that was changed
     * itself is kept: it is then an explicit value, which may violate a rule.
     */
    public void clearOutdated(ObjectNode before, ObjectNode after) {
        derivedFields().forEach((derived, source) -> {
            boolean isOutdated = !after.get(source).equals(before.get(source))
                    && after.get(derived).equals(before.get(derived));
            if (isOutdated) {
                after.putNull(derived);
            }
        });
    }

    /** Deserializes a record whose types have been checked. */
    public ValidatedRecord validated(ObjectNode record) {
        return new ValidatedRecord(record, read(record));
    }

    /** Returns a record's JSON with all fields of the schema, those that it leaves out too. */
    public ObjectNode completed(ObjectNode record) {
        return json.valueToTree(read(record));
    }

    /** Checks the rules between the values of a record. */
    public List<Violation> violationsOf(ValidatedRecord validated) {
        R record = record(validated);
        List<Violation> all = new ArrayList<>(ClaimRules.violations(record.provenance()));
        all.addAll(violations(record));
        return all;
    }

    private R record(ValidatedRecord validated) {
        return recordType.cast(validated.record());
    }

    /** Returns the text from which the slug of a new record is made; null if there is none. */
    public String slugSourceOf(ObjectNode record) {
        return slugSource(read(record));
    }

    /** Reads a record and locks its row until the transaction ends. */
    public Optional<LockedRecord> lock(Object id) {
        return findByIdOptional(idType.cast(id), LockModeType.PESSIMISTIC_WRITE).map(row -> lockedRecord(id, row));
    }

    /** Reads the existing ones of these records, by id, and locks their rows in the order of ids, as everywhere. */
    public Map<Object, LockedRecord> lockAll(Collection<?> ids) {
        Map<Object, LockedRecord> locked = new HashMap<>();
        if (!ids.isEmpty()) {
            find("id in ?1 order by id", ids)
                    .withLock(LockModeType.PESSIMISTIC_WRITE)
                    .list()
                    .forEach(row -> locked.put(id(row), lockedRecord(id(row), row)));
        }
        return locked;
    }

    private Object id(E row) {
        return getEntityManager()
                .getEntityManagerFactory()
                .getPersistenceUnitUtil()
                .getIdentifier(row);
    }

    private LockedRecord lockedRecord(Object id, E row) {
        return new LockedRecord(
                id, row.version(), RecordJson.read(json, row.document().getBytes(StandardCharsets.UTF_8)));
    }

    public PendingChange create(ValidatedRecord validated) {
        R record = record(validated);
        return new Creation(record, toRow(record));
    }

    /** Updates a record; empty if nothing differs. */
    public Optional<PendingChange> update(LockedRecord before, ValidatedRecord validated) {
        ArrayNode changed = changes(before, validated);
        return changed.isEmpty() ? Optional.empty() : Optional.of(update(before, validated, changed));
    }

    /** Returns the paths in which a record differs, with the values before and after. */
    public ArrayNode changes(LockedRecord before, ValidatedRecord validated) {
        return RecordDiff.between(schema, before.json(), json.valueToTree(validated.record()));
    }

    /** Updates a record that differs in the paths. */
    public PendingChange update(LockedRecord before, ValidatedRecord validated, ArrayNode changed) {
        return update(before, record(validated), changed);
    }

    /** Updates a record; the log entry has the changed paths without the values before and after. */
    public PendingChange rewrite(LockedRecord before, ValidatedRecord validated, Collection<String> paths) {
        ArrayNode changed = json.createArrayNode();
        paths.forEach(
                path -> changed.addObject().put("path", path).putNull("from").putNull("to"));
        return update(before, record(validated), changed);
    }

    private PendingChange update(LockedRecord before, R record, ArrayNode changed) {
        return new Update(before, record, getEntityManager().merge(toRow(record)), changed);
    }

    /** Deletes a record. Its slug and id are never assigned again. */
    public PendingChange delete(LockedRecord before) {
        return new Removal(before, Op.DELETED, null);
    }

    /** Deletes a record that is merged into another, to which its slug and id redirect from now on. */
    public PendingChange merged(LockedRecord before, LockedRecord into) {
        return new Removal(before, Op.MERGED, into.id().toString());
    }

    private R read(ObjectNode record) {
        try {
            return json.treeToValue(record, recordType);
        } catch (JsonProcessingException unchecked) {
            throw new IllegalArgumentException("not a checked record: " + record, unchecked);
        }
    }

    private void detach(E row) {
        getEntityManager().detach(row);
    }

    /** Serializes a record with its version and times. */
    private String document(R record, int version, Instant createdAt, Instant updatedAt) {
        ObjectNode node = json.valueToTree(record);
        node.put("version", version);
        node.put("created_at", RecordJson.time(createdAt));
        node.put("updated_at", RecordJson.time(updatedAt));
        return node.toString();
    }

    private final class Creation implements PendingChange {
        private final R record;
        private final E row;
        private String document;

        Creation(R record, E row) {
            this.record = record;
            this.row = row;
        }

        @Override
        public void prepare(Instant at) {
            document = document(record, 1, at, at);
            row.stamp(1, at, at, document);
        }

        @Override
        public Optional<RecordEntity> newRow() {
            return Optional.of(row);
        }

        @Override
        public Change change() {
            return new Change(Op.CREATED, schema.resource(), record.idText(), 1, "[]", document, null);
        }

        @Override
        public Optional<SlugClaim> claimedSlug() {
            return Optional.of(new SlugClaim(schema.resource(), record.slug(), record.idText()));
        }
    }

    private final class Update implements PendingChange {
        private final LockedRecord before;
        private final R record;
        private final E row;
        private final ArrayNode changed;
        private String document;

        Update(LockedRecord before, R record, E row, ArrayNode changed) {
            this.before = before;
            this.record = record;
            this.row = row;
            this.changed = changed;
        }

        @Override
        public void prepare(Instant at) {
            Instant created = time("created_at");
            Instant last = time("updated_at");
            Instant updated = at.isAfter(last) ? at : last; // another node's clock may be ahead
            document = document(record, before.version() + 1, created, updated);
            row.stamp(before.version() + 1, created, updated, document);
        }

        private Instant time(String field) {
            return Instant.parse(before.json().get(field).textValue());
        }

        @Override
        public void detach() {
            RecordRepository.this.detach(row);
        }

        @Override
        public Change change() {
            return new Change(
                    Op.UPDATED,
                    schema.resource(),
                    record.idText(),
                    before.version() + 1,
                    changed.toString(),
                    document,
                    null);
        }

        @Override
        public Optional<SlugClaim> claimedSlug() {
            return isRenamed()
                    ? Optional.of(new SlugClaim(schema.resource(), record.slug(), record.idText()))
                    : Optional.empty();
        }

        @Override
        public ArrayNode changed() {
            return changed;
        }

        private boolean isRenamed() {
            return !before.slug().equals(record.slug());
        }

        @Override
        public void appended(long revision) {
            if (isRenamed()) {
                formerSlugs.reclaim(schema.resource(), record.slug());
                formerSlugs.retire(schema.resource(), before.slug(), record.idText(), revision);
            }
        }
    }

    private final class Removal implements PendingChange {
        private final LockedRecord before;
        private final Op op;
        private final String into;

        Removal(LockedRecord before, Op op, String into) {
            this.before = before;
            this.op = op;
            this.into = into;
        }

        @Override
        public void prepare(Instant at) {
            deleteById(idType.cast(before.id()));
        }

        @Override
        public Change change() {
            return new Change(op, schema.resource(), before.id().toString(), before.version() + 1, "[]", null, into);
        }

        @Override
        public void appended(long revision) {
            String resource = schema.resource();
            String id = before.id().toString();
            if (into != null) {
                formerSlugs.redirect(resource, id, into);
            }
            formerSlugs.retire(resource, before.slug(), into, revision);
            if (!before.slug().equals(id)) {
                formerSlugs.retire(resource, id, into, revision);
            }
        }
    }
}

package org.startupatlas.changelog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.persistence.LockModeType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.startupatlas.changelog.Change.Op;
import org.startupatlas.record.AtlasRecord;
import org.startupatlas.record.RecordJson;
import org.startupatlas.record.entity.RecordEntity;
import org.startupatlas.schema.ResourceSchema;

/**
 * Writes the records of one resource: their rows, and the changes that tell of it, in the current transaction. What is
 * to be written comes as JSON whose form has been checked; rules between its values are the feature's own.
 *
 * @param <E> the rows
 * @param <R> the records
 * @param <I> the ids: UUIDs or words
 */
public abstract class RecordRepository<E extends RecordEntity, R extends AtlasRecord, I>
        implements PanacheRepositoryBase<E, I> {

    private final ResourceSchema declaration;
    private final Class<R> recordType;
    private final Class<I> idType;
    private final FormerSlugRepository formerNames;
    private final ObjectMapper json;

    protected RecordRepository(
            ResourceSchema declaration,
            Class<R> recordType,
            Class<I> idType,
            FormerSlugRepository formerNames,
            ObjectMapper json) {
        this.declaration = declaration;
        this.recordType = recordType;
        this.idType = idType;
        this.formerNames = formerNames;
        this.json = json;
    }

    /** What the records are. */
    public ResourceSchema declaration() {
        return declaration;
    }

    /** A row with everything of the record but its version, times and JSON. */
    protected abstract E toRow(R record);

    /** What is wrong between the values of a record, each of which is right by itself. */
    protected List<Fault> faults(R record) {
        return List.of();
    }

    /** What the slug of a new record is made from; the name, unless the feature knows better. */
    protected String slugSource(R record) {
        return record.name();
    }

    /** The fields that are derived from another field where it has a value, each with that other. */
    public Map<String, String> derivedFields() {
        return Map.of();
    }

    /**
     * Empties the derived fields whose source has another value than before, or none any more. A derived field that
     * was changed itself stays: it is a value of its own, which may break a rule.
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

    /** Reads a record whose form has been checked. */
    public ValidatedRecord candidate(ObjectNode record) {
        return new ValidatedRecord(record, read(record));
    }

    /** What is wrong between the values of a record. */
    public List<Fault> faultsOf(ValidatedRecord candidate) {
        return faults(record(candidate));
    }

    private R record(ValidatedRecord candidate) {
        return recordType.cast(candidate.record());
    }

    /** What the slug of a new record is made from; null where nothing is said. */
    public String slugSourceOf(ObjectNode record) {
        return slugSource(read(record));
    }

    /** The record of that id, which no other transaction can write until this one ends. */
    public Optional<LockedRecord> lock(Object id) {
        return findByIdOptional(idType.cast(id), LockModeType.PESSIMISTIC_WRITE).map(row -> stored(id, row));
    }

    /** Those of these records that there are, by their ids, likewise; locked in the order of ids, as everywhere. */
    public Map<Object, LockedRecord> lockAll(Collection<?> ids) {
        Map<Object, LockedRecord> locked = new HashMap<>();
        if (!ids.isEmpty()) {
            find("id in ?1 order by id", ids)
                    .withLock(LockModeType.PESSIMISTIC_WRITE)
                    .list()
                    .forEach(row -> locked.put(id(row), stored(id(row), row)));
        }
        return locked;
    }

    private Object id(E row) {
        return getEntityManager()
                .getEntityManagerFactory()
                .getPersistenceUnitUtil()
                .getIdentifier(row);
    }

    private LockedRecord stored(Object id, E row) {
        return new LockedRecord(
                id, row.version(), RecordJson.read(json, row.document().getBytes(StandardCharsets.UTF_8)));
    }

    /** Creates a record. */
    public PendingChange create(ValidatedRecord candidate) {
        R record = record(candidate);
        return new Creation(record, toRow(record));
    }

    /** Gives a record other values, if any differ. */
    public Optional<PendingChange> update(LockedRecord before, ValidatedRecord candidate) {
        ObjectNode after = json.valueToTree(candidate.record());
        ArrayNode changed = RecordDiff.between(declaration, before.json(), after);
        return changed.isEmpty() ? Optional.empty() : Optional.of(update(before, record(candidate), changed));
    }

    /** Gives a record other values; the change names the paths, without the values before and after. */
    public PendingChange rewrite(LockedRecord before, ValidatedRecord candidate, Collection<String> paths) {
        ArrayNode changed = json.createArrayNode();
        paths.forEach(
                path -> changed.addObject().put("path", path).putNull("from").putNull("to"));
        return update(before, record(candidate), changed);
    }

    private PendingChange update(LockedRecord before, R record, ArrayNode changed) {
        return new Update(before, record, getEntityManager().merge(toRow(record)), changed);
    }

    /** Deletes a record; its names are never given again. */
    public PendingChange delete(LockedRecord before) {
        return new Removal(before, Op.DELETED, null);
    }

    /** Removes a record that has become part of another, to which its names lead from now on. */
    public PendingChange merged(LockedRecord before, LockedRecord into) {
        return new Removal(before, Op.MERGED, into.id().toString());
    }

    /** The record with what follows from its values, where that is a field too. */
    protected R completed(R record) {
        return record;
    }

    private R read(ObjectNode record) {
        try {
            return completed(json.treeToValue(record, recordType));
        } catch (JsonProcessingException unchecked) {
            throw new IllegalArgumentException("not a checked record: " + record, unchecked);
        }
    }

    private void forget(E row) {
        getEntityManager().detach(row);
    }

    /** The JSON of a record as that version of it. */
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
        public void stamp(Instant at) {
            document = document(record, 1, at, at);
            row.stamp(1, at, at, document);
        }

        @Override
        public Optional<RecordEntity> newRow() {
            return Optional.of(row);
        }

        @Override
        public Change change() {
            return new Change(Op.CREATED, declaration.resource(), record.idText(), 1, "[]", document, null);
        }

        @Override
        public Optional<SlugClaim> takes() {
            return Optional.of(new SlugClaim(declaration.resource(), record.slug(), record.idText()));
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
        public void stamp(Instant at) {
            Instant created = time("created_at");
            Instant last = time("updated_at");
            Instant updated = at.isAfter(last) ? at : last; // the clock of the node that wrote it last may be ahead
            document = document(record, before.version() + 1, created, updated);
            row.stamp(before.version() + 1, created, updated, document);
        }

        private Instant time(String field) {
            return Instant.parse(before.json().get(field).textValue());
        }

        @Override
        public void settle() {
            forget(row);
        }

        @Override
        public Change change() {
            return new Change(
                    Op.UPDATED,
                    declaration.resource(),
                    record.idText(),
                    before.version() + 1,
                    changed.toString(),
                    document,
                    null);
        }

        @Override
        public Optional<SlugClaim> takes() {
            return isRenamed()
                    ? Optional.of(new SlugClaim(declaration.resource(), record.slug(), record.idText()))
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
        public void logged(long revision) {
            if (isRenamed()) {
                formerNames.revive(declaration.resource(), record.slug());
                formerNames.retire(declaration.resource(), before.slug(), record.idText(), revision);
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
        public void stamp(Instant at) {
            deleteById(idType.cast(before.id()));
        }

        @Override
        public Change change() {
            return new Change(
                    op, declaration.resource(), before.id().toString(), before.version() + 1, "[]", null, into);
        }

        @Override
        public void logged(long revision) {
            String resource = declaration.resource();
            String id = before.id().toString();
            if (into != null) {
                formerNames.redirect(resource, id, into);
            }
            formerNames.retire(resource, before.slug(), into, revision);
            if (!before.slug().equals(id)) {
                formerNames.retire(resource, id, into, revision);
            }
        }
    }
}

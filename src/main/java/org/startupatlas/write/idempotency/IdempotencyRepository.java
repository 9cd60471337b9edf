package org.startupatlas.write.idempotency;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.PessimisticLockException;
import jakarta.persistence.QueryTimeoutException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.startupatlas.changelog.Change;
import org.startupatlas.changelog.Redaction;
import org.startupatlas.changelog.read.ChangeReader;
import org.startupatlas.changelog.read.LoggedChange;
import org.startupatlas.query.lookup.StoredRecord;
import org.startupatlas.query.parameter.ProblemKind;
import org.startupatlas.query.parameter.RejectedException;
import org.startupatlas.query.parameter.Violation;
import org.startupatlas.record.RecordJson;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.write.request.IdempotencyKey;
import org.startupatlas.write.request.RecordCopies;
import org.startupatlas.write.request.RedactionReach;
import org.startupatlas.write.request.WriteRequest;
import org.startupatlas.write.request.WriteResult;

/** Recognizes repeated writes by their idempotency key for 24 hours. */
@Singleton
public class IdempotencyRepository
        implements PanacheRepositoryBase<IdempotentWrite, IdempotentWrite.Key>, RecordCopies {

    /** The maximum time that a client waits for another attempt of the same write to end. */
    private static final int MAX_WAIT_MILLIS = 2_000;

    private final ChangeReader log;
    private final ObjectMapper json;

    IdempotencyRepository(ChangeReader log, ObjectMapper json) {
        this.log = log;
        this.json = json;
    }

    /**
     * Begins a write in the current transaction, or returns the result of an earlier attempt.
     *
     * @throws RejectedException if the same key came with another body, or an earlier attempt has not ended yet
     */
    public Optional<WriteResult> begin(WriteRequest write) {
        Instant now = Instant.now();
        IdempotencyKey idempotency = write.idempotency();
        IdempotentWrite earlier = findById(key(write));
        if (earlier == null || earlier.isBefore(now.minus(IdempotencyKey.RETENTION))) {
            deleteIfExpired(earlier, key(write), now.minus(IdempotencyKey.RETENTION));
            insert(key(write), idempotency.bodyHash(), now);
            return Optional.empty();
        }
        if (!earlier.hasBodyHash(idempotency.bodyHash())) {
            throw RejectedException.of(
                    ProblemKind.INVALID_RECORD, Violation.at("", "idempotency-key-reused", idempotency.name()));
        }
        return log.version(write.schema().resource(), earlier.recordId(), earlier.version())
                .map(change -> result(write, change, reach(earlier)));
    }

    /** Deletes a key that has expired and is not cleaned up yet, so that its row can be inserted. */
    private void deleteIfExpired(IdempotentWrite expired, IdempotentWrite.Key key, Instant before) {
        if (expired != null) {
            getEntityManager().detach(expired);
            delete(
                    "key.writtenBy = ?1 and key.path = ?2 and key.name = ?3 and createdAt < ?4",
                    key.writtenBy(),
                    key.path(),
                    key.name(),
                    before);
        }
    }

    /** Deletes the expired keys, in the current transaction. */
    long deleteExpired() {
        return delete("createdAt < ?1", Instant.now().minus(IdempotencyKey.RETENTION));
    }

    /** Stores the result of the write. */
    public void complete(WriteRequest write, WriteResult result) {
        IdempotentWrite known = findById(key(write));
        StoredRecord record = result.record();
        String redaction = result.reach() == null ? null : result.reach().json().toString();
        if (record != null) {
            known.setResult(record.id().toString(), record.version(), redaction);
        } else {
            Change last = result.changes().get(result.changes().size() - 1);
            known.setResult(last.recordId(), last.version(), redaction);
        }
    }

    /** The insert of a concurrent attempt waits here until the first one has ended. */
    private void insert(IdempotentWrite.Key key, String bodyHash, Instant now) {
        try {
            getEntityManager()
                    .createNativeQuery("insert into idempotent_write (written_by, path, name, body_hash, created_at)"
                            + " values (?1, ?2, ?3, ?4, ?5)")
                    .setParameter(1, key.writtenBy())
                    .setParameter(2, key.path())
                    .setParameter(3, key.name())
                    .setParameter(4, bodyHash)
                    .setParameter(5, now)
                    .setHint("jakarta.persistence.query.timeout", MAX_WAIT_MILLIS)
                    .executeUpdate();
        } catch (QueryTimeoutException | LockTimeoutException | PessimisticLockException waited) {
            throw RejectedException.of(ProblemKind.CONFLICT, Violation.ofWhole("still-running"));
        }
    }

    private static IdempotentWrite.Key key(WriteRequest write) {
        return new IdempotentWrite.Key(
                write.actor().keyId(),
                write.idempotency().path(),
                write.idempotency().name());
    }

    private RedactionReach reach(IdempotentWrite earlier) {
        return earlier.redaction() == null ? null : RedactionReach.of(RecordJson.parse(json, earlier.redaction()));
    }

    @Override
    public String place() {
        return "idempotency_answers";
    }

    /**
     * Only counts: a response is stored as a reference to the version that it showed, so it loses the value with that
     * version.
     */
    @Override
    public int redact(ResourceSchema schema, String recordId, Redaction redaction) {
        String path = "/v1/" + schema.resource();
        return (int) count("recordId = ?1 and (key.path = ?2 or key.path like ?3)", recordId, path, path + "/%");
    }

    private static WriteResult result(WriteRequest write, LoggedChange change, RedactionReach reach) {
        if (change.document() == null) {
            return new WriteResult(null, List.of(), reach);
        }
        Object id = write.schema().id(change.recordId());
        return new WriteResult(new StoredRecord(id, change.version(), change.document()), List.of(), reach);
    }
}

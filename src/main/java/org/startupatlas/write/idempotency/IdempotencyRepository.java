package org.startupatlas.write.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.PessimisticLockException;
import jakarta.persistence.QueryTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.startupatlas.changelog.Change;
import org.startupatlas.changelog.Fault;
import org.startupatlas.changelog.Redaction;
import org.startupatlas.changelog.read.ChangeReader;
import org.startupatlas.changelog.read.LoggedChange;
import org.startupatlas.query.lookup.StoredRecord;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.write.request.IdempotencyKey;
import org.startupatlas.write.request.RecordCopies;
import org.startupatlas.write.request.RedactionReach;
import org.startupatlas.write.request.WriteRejectedException;
import org.startupatlas.write.request.WriteRejectedException.Reason;
import org.startupatlas.write.request.WriteRequest;
import org.startupatlas.write.request.WriteResult;

/** Knows writes again that clients try twice, for a day. */
@Singleton
public class IdempotencyRepository
        implements PanacheRepositoryBase<IdempotentWrite, IdempotentWrite.Key>, RecordCopies {

    private static final Duration KEPT = Duration.ofHours(24);

    /** As long as a client waits for another try of the same write to end. */
    private static final int WAIT_MILLIS = 2_000;

    private final ChangeReader log;
    private final ObjectMapper json;

    IdempotencyRepository(ChangeReader log, ObjectMapper json) {
        this.log = log;
        this.json = json;
    }

    /**
     * Begins a write in the current transaction, or finds what an earlier try of it has done.
     *
     * @throws Refusal if the same key came with another body, or an earlier try has not ended yet
     */
    public Optional<WriteResult> begin(WriteRequest write) {
        Instant now = Instant.now();
        IdempotencyKey idempotency = write.idempotency();
        IdempotentWrite earlier = findById(key(write));
        if (earlier == null || earlier.isBefore(now.minus(KEPT))) {
            forget(earlier, key(write), now.minus(KEPT));
            insert(key(write), idempotency.bodyHash(), now);
            return Optional.empty();
        }
        if (!earlier.isOf(idempotency.bodyHash())) {
            throw WriteRejectedException.invalid(List.of(Fault.of("", "idempotency-key-reused", idempotency.name())));
        }
        return log.version(write.schema().resource(), earlier.recordId(), earlier.version())
                .map(change -> outcome(write, change, reach(earlier)));
    }

    /** Deletes a key that has expired and is not cleaned up yet, so that it is free for the row that is inserted. */
    private void forget(IdempotentWrite expired, IdempotentWrite.Key key, Instant before) {
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

    /** Deletes the keys that have expired, in the current transaction. */
    long deleteExpired() {
        return delete("createdAt < ?1", Instant.now().minus(KEPT));
    }

    /** Remembers what the write has done. */
    public void complete(WriteRequest write, WriteResult outcome) {
        IdempotentWrite known = findById(key(write));
        StoredRecord row = outcome.record();
        String redaction =
                outcome.reach() == null ? null : outcome.reach().json().toString();
        if (row != null) {
            known.made(row.id().toString(), row.version(), redaction);
        } else {
            Change last = outcome.changes().get(outcome.changes().size() - 1);
            known.made(last.recordId(), last.version(), redaction);
        }
    }

    /** A second one waits here until the first has ended. */
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
                    .setHint("jakarta.persistence.query.timeout", WAIT_MILLIS)
                    .executeUpdate();
        } catch (QueryTimeoutException | LockTimeoutException | PessimisticLockException waited) {
            throw WriteRejectedException.of(Reason.STILL_RUNNING, waited);
        }
    }

    private static IdempotentWrite.Key key(WriteRequest write) {
        return new IdempotentWrite.Key(
                write.actor().keyId(),
                write.idempotency().path(),
                write.idempotency().name());
    }

    private RedactionReach reach(IdempotentWrite earlier) {
        try {
            return earlier.redaction() == null ? null : RedactionReach.of(json.readTree(earlier.redaction()));
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("what a redaction reached is no JSON", broken);
        }
    }

    @Override
    public String place() {
        return "idempotency_answers";
    }

    /** An answer is kept as the version that it showed, so that it loses the value with that version. */
    @Override
    public int redact(ResourceSchema declaration, String recordId, Redaction redaction) {
        String path = "/v1/" + declaration.resource();
        return (int) count("recordId = ?1 and (key.path = ?2 or key.path like ?3)", recordId, path, path + "/%");
    }

    private static WriteResult outcome(WriteRequest write, LoggedChange change, RedactionReach reach) {
        if (change.document() == null) {
            return new WriteResult(null, List.of(), reach);
        }
        Object id = write.schema().hasWordsAsIds() ? change.recordId() : UUID.fromString(change.recordId());
        return new WriteResult(new StoredRecord(id, change.version(), change.document()), List.of(), reach);
    }
}

package org.startupatlas.write;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.startupatlas.changelog.Change;
import org.startupatlas.changelog.ChangeLog;
import org.startupatlas.changelog.LockedRecord;
import org.startupatlas.changelog.StagedChanges;
import org.startupatlas.database.AdvisoryLock;
import org.startupatlas.database.WriteSerializer;
import org.startupatlas.query.lookup.StoredRecord;
import org.startupatlas.sql.RetryException;
import org.startupatlas.write.idempotency.IdempotencyRepository;
import org.startupatlas.write.request.WriteRequest;
import org.startupatlas.write.request.WriteResult;

/**
 * Runs writes, each in its own transaction that ends by appending to the log. A write that fails only because of
 * concurrent writes is retried from the beginning.
 */
@Singleton
public class RetryingTransactions {

    /** Each attempt loses against another write; more losses in a row are not a coincidence. */
    private static final int MAX_ATTEMPTS = 8;

    private final ChangeLog log;
    private final WriteSerializer writeSerializer;
    private final AdvisoryLock advisoryLock;
    private final IdempotencyRepository idempotency;

    RetryingTransactions(
            ChangeLog log,
            WriteSerializer writeSerializer,
            AdvisoryLock advisoryLock,
            IdempotencyRepository idempotency) {
        this.log = log;
        this.writeSerializer = writeSerializer;
        this.advisoryLock = advisoryLock;
        this.idempotency = idempotency;
    }

    /** Runs a write whose plan is made in the transaction. */
    public WriteResult run(WriteRequest write, Supplier<WritePlan> planner) {
        return run(write.isDry(), () -> once(write, planner));
    }

    /**
     * Runs work in its own transaction, and retries it as long as it fails because of concurrent writes.
     *
     * @param isDry whether the transaction is rolled back in the end
     * @throws RetryException if concurrent writes interfere in every attempt
     */
    public <T> T run(boolean isDry, Supplier<T> work) {
        Supplier<T> next = work;
        for (int attempt = 1; ; attempt++) {
            try {
                return once(isDry, next);
            } catch (RuntimeException failed) {
                RetryException conflict = RetryException.of(failed).orElseThrow(() -> failed);
                if (attempt == MAX_ATTEMPTS) {
                    throw conflict;
                }
                next = () -> {
                    advisoryLock.take(AdvisoryLock.Kind.REPEATED);
                    return work.get();
                };
            }
        }
    }

    private <T> T once(boolean isDry, Supplier<T> work) {
        return writeSerializer.take(
                () -> isDry ? dryRun(work) : QuarkusTransaction.requiringNew().call(work::get));
    }

    private WriteResult once(WriteRequest write, Supplier<WritePlan> planner) {
        if (write.idempotency() != null && !write.isDry()) {
            Optional<WriteResult> earlier = idempotency.begin(write);
            if (earlier.isPresent()) {
                return earlier.get();
            }
        }
        WritePlan plan = planner.get();
        if (plan.changes().isEmpty()) {
            return new WriteResult(record(plan), List.of(), plan.reach());
        }
        StagedChanges staged = log.stage(plan.changes(), write.actor().keyId());
        List<Change> changes = write.isDry() ? staged.changes() : log.append(staged);
        WriteResult result = new WriteResult(record(plan), changes, plan.reach());
        if (write.idempotency() != null && !write.isDry()) {
            idempotency.complete(write, result);
        }
        return result;
    }

    /** Runs the work and rolls the transaction back. */
    private static <T> T dryRun(Supplier<T> work) {
        QuarkusTransaction.begin();
        try {
            return work.get();
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    /** Returns the record after the plan; null if it was deleted. */
    private static StoredRecord record(WritePlan plan) {
        if (plan.ownChange() != null) {
            Change change = plan.ownChange().change();
            return new StoredRecord(
                    plan.id(), change.version(), change.document().getBytes(StandardCharsets.UTF_8));
        }
        return plan.remains() ? record(plan.before()) : null;
    }

    private static StoredRecord record(LockedRecord stored) {
        return new StoredRecord(
                stored.id(), stored.version(), stored.json().toString().getBytes(StandardCharsets.UTF_8));
    }
}

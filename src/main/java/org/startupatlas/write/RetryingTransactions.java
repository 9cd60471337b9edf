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
import org.startupatlas.write.idempotency.IdempotencyRepository;
import org.startupatlas.write.request.WriteRejectedException;
import org.startupatlas.write.request.WriteRejectedException.Reason;
import org.startupatlas.write.request.WriteRequest;
import org.startupatlas.write.request.WriteResult;

/**
 * Runs writes, each in a transaction of its own that ends with the log. What others write at the same moment may make
 * one fail that is right by itself: it is then done again, from the beginning.
 */
@Singleton
public class RetryingTransactions {

    /** Each time somebody else was faster; more often in a row than this is no coincidence. */
    private static final int MOST_ATTEMPTS = 8;

    private final ChangeLog log;
    private final WriteSerializer writers;
    private final AdvisoryLock turn;
    private final IdempotencyRepository idempotency;

    RetryingTransactions(ChangeLog log, WriteSerializer writers, AdvisoryLock turn, IdempotencyRepository idempotency) {
        this.log = log;
        this.writers = writers;
        this.turn = turn;
        this.idempotency = idempotency;
    }

    /** Carries out what is planned in the transaction. */
    public WriteResult run(WriteRequest write, Supplier<WritePlan> planning) {
        return run(write.isDry(), () -> once(write, planning));
    }

    /**
     * Does something in a transaction of its own, again as long as it is others who make it fail.
     *
     * @param isDry whether to do all of it but the end
     */
    public <T> T run(boolean isDry, Supplier<T> work) {
        Supplier<T> next = work;
        for (int attempt = 1; ; attempt++) {
            try {
                return once(isDry, next);
            } catch (RuntimeException failed) {
                Optional<Conflict> conflict = Conflict.of(failed);
                if (conflict.isEmpty()) {
                    throw failed;
                }
                if (attempt == MOST_ATTEMPTS) {
                    throw conflict.get().isOverLocks() ? WriteRejectedException.of(Reason.CONTENDED) : failed;
                }
                next = () -> {
                    turn.take(AdvisoryLock.Kind.REPEATED);
                    return work.get();
                };
            }
        }
    }

    private <T> T once(boolean isDry, Supplier<T> work) {
        return writers.take(
                () -> isDry ? rehearse(work) : QuarkusTransaction.requiringNew().call(work::get));
    }

    private WriteResult once(WriteRequest write, Supplier<WritePlan> planning) {
        if (write.idempotency() != null && !write.isDry()) {
            Optional<WriteResult> earlier = idempotency.begin(write);
            if (earlier.isPresent()) {
                return earlier.get();
            }
        }
        WritePlan plan = planning.get();
        if (plan.changes().isEmpty()) {
            return new WriteResult(row(plan), List.of(), plan.reach());
        }
        StagedChanges staged = log.stage(plan.changes(), write.actor().keyId());
        List<Change> changes = write.isDry() ? staged.changes() : log.append(staged);
        WriteResult outcome = new WriteResult(row(plan), changes, plan.reach());
        if (write.idempotency() != null && !write.isDry()) {
            idempotency.complete(write, outcome);
        }
        return outcome;
    }

    /** Does all of it but the end. */
    private static <T> T rehearse(Supplier<T> work) {
        QuarkusTransaction.begin();
        try {
            return work.get();
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    /** The record as the plan leaves it; null when it is gone. */
    private static StoredRecord row(WritePlan plan) {
        if (plan.own() != null) {
            Change change = plan.own().change();
            return new StoredRecord(
                    plan.id(), change.version(), change.document().getBytes(StandardCharsets.UTF_8));
        }
        return plan.staysOwned() ? row(plan.before()) : null;
    }

    private static StoredRecord row(LockedRecord stored) {
        return new StoredRecord(
                stored.id(), stored.version(), stored.json().toString().getBytes(StandardCharsets.UTF_8));
    }
}

package org.startupatlas.writing;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.startupatlas.change.Change;
import org.startupatlas.change.ChangeLog;
import org.startupatlas.change.StagedChanges;
import org.startupatlas.change.Stored;
import org.startupatlas.change.WriterTurn;
import org.startupatlas.query.Row;
import org.startupatlas.writing.Refusal.Reason;

/**
 * Runs writes, each in a transaction of its own that ends with the log. What others write at the same moment may make
 * one fail that is right by itself: it is then done again, from the beginning.
 */
@Singleton
class WriteTransactions {

    /** Each time somebody else was faster; more often in a row than this is no coincidence. */
    private static final int MOST_ATTEMPTS = 8;

    private final ChangeLog log;
    private final WriterTurn writers;
    private final TransactionTurn turn;
    private final IdempotencyRepository idempotency;

    WriteTransactions(ChangeLog log, WriterTurn writers, TransactionTurn turn, IdempotencyRepository idempotency) {
        this.log = log;
        this.writers = writers;
        this.turn = turn;
        this.idempotency = idempotency;
    }

    /** Carries out what is planned in the transaction. */
    Outcome run(Write write, Supplier<Plan> planning) {
        return run(write.isDry(), () -> once(write, planning));
    }

    /**
     * Does something in a transaction of its own, again as long as it is others who make it fail.
     *
     * @param isDry whether to do all of it but the end
     */
    <T> T run(boolean isDry, Supplier<T> work) {
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
                    throw conflict.get().isOverLocks() ? Refusal.of(Reason.CONTENDED) : failed;
                }
                next = () -> {
                    turn.take(TransactionTurn.Kind.REPEATED);
                    return work.get();
                };
            }
        }
    }

    private <T> T once(boolean isDry, Supplier<T> work) {
        return writers.take(
                () -> isDry ? rehearse(work) : QuarkusTransaction.requiringNew().call(work::get));
    }

    private Outcome once(Write write, Supplier<Plan> planning) {
        if (write.idempotency() != null && !write.isDry()) {
            Optional<Outcome> earlier = idempotency.begin(write);
            if (earlier.isPresent()) {
                return earlier.get();
            }
        }
        Plan plan = planning.get();
        if (plan.changes().isEmpty()) {
            return new Outcome(row(plan), List.of(), plan.reach());
        }
        StagedChanges staged = log.stage(plan.changes(), write.author().key());
        List<Change> changes = write.isDry() ? staged.changes() : log.append(staged);
        Outcome outcome = new Outcome(row(plan), changes, plan.reach());
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
    private static Row row(Plan plan) {
        if (plan.own() != null) {
            Change change = plan.own().change();
            return new Row(plan.id(), change.version(), change.document().getBytes(StandardCharsets.UTF_8));
        }
        return plan.staysOwned() ? row(plan.before()) : null;
    }

    private static Row row(Stored stored) {
        return new Row(stored.id(), stored.version(), stored.json().toString().getBytes(StandardCharsets.UTF_8));
    }
}

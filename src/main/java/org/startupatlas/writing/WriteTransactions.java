package org.startupatlas.writing;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.startupatlas.change.Change;
import org.startupatlas.change.ChangeLog;
import org.startupatlas.change.PendingChange;
import org.startupatlas.change.Stored;
import org.startupatlas.query.Referrers;
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
    private final Referrers referrers;
    private final ReferenceCheck references;
    private final IdempotencyRepository idempotency;

    WriteTransactions(
            ChangeLog log, Referrers referrers, ReferenceCheck references, IdempotencyRepository idempotency) {
        this.log = log;
        this.referrers = referrers;
        this.references = references;
        this.idempotency = idempotency;
    }

    /** Carries out what is planned in the transaction. */
    Outcome run(Write write, Supplier<Plan> planning) {
        for (int attempt = 1; ; attempt++) {
            try {
                return write.isDry()
                        ? rehearse(write, planning)
                        : QuarkusTransaction.requiringNew().call(() -> once(write, planning));
            } catch (RuntimeException failed) {
                Optional<Conflict> conflict = Conflict.of(failed);
                if (conflict.isEmpty()) {
                    throw failed;
                }
                if (attempt == MOST_ATTEMPTS) {
                    throw conflict.get().isOverLocks() ? Refusal.of(Reason.CONTENDED) : failed;
                }
            }
        }
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
            return new Outcome(row(plan.before()), List.of());
        }
        List<Change> changes = append(write, plan);
        if (write.author().isBound()
                && plan.staysOwned()
                && !referrers.belongs(
                        write.declaration(), plan.id(), write.author().partner())) {
            throw Refusal.of(Reason.NOT_YOURS, write.declaration().resource());
        }
        Outcome outcome = new Outcome(row(write, plan, changes), changes);
        plan.afterwards().run();
        if (write.idempotency() != null && !write.isDry()) {
            idempotency.complete(write, outcome);
        }
        return outcome;
    }

    /** Does all of it but the end. */
    private Outcome rehearse(Write write, Supplier<Plan> planning) {
        QuarkusTransaction.begin();
        try {
            return once(write, planning);
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    private List<Change> append(Write write, Plan plan) {
        if (!write.isDry()) {
            List<Change> changes = log.append(plan.changes(), write.author().key());
            references.check(changes);
            return changes;
        }
        log.rehearse(plan.changes());
        return plan.changes().stream().map(PendingChange::change).toList();
    }

    private static Row row(Write write, Plan plan, List<Change> changes) {
        return changes.stream()
                .filter(change -> change.resource().equals(write.declaration().resource()))
                .filter(change -> change.recordId().equals(plan.id().toString()))
                .filter(change -> Objects.nonNull(change.document()))
                .findFirst()
                .map(change ->
                        new Row(plan.id(), change.version(), change.document().getBytes(StandardCharsets.UTF_8)))
                .orElseGet(
                        () -> plan.staysOwned() ? row(plan.before()) : null); // it had nothing to take from the other
    }

    private static Row row(Stored stored) {
        return new Row(stored.id(), stored.version(), stored.json().toString().getBytes(StandardCharsets.UTF_8));
    }
}

package org.startupatlas.write;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.startupatlas.changelog.Change;
import org.startupatlas.changelog.ChangeLog;
import org.startupatlas.changelog.LockedRecord;
import org.startupatlas.changelog.StagedChanges;
import org.startupatlas.query.lookup.StoredRecord;
import org.startupatlas.write.idempotency.IdempotencyRepository;
import org.startupatlas.write.request.WriteRequest;
import org.startupatlas.write.request.WriteResult;

/** Executes the plans of single writes: appends their changes to the log and stores results for repeated requests. */
@Singleton
public class WritePlanExecutor {

    private final RetryingTransactions transactions;
    private final ChangeLog log;
    private final IdempotencyRepository idempotency;

    WritePlanExecutor(RetryingTransactions transactions, ChangeLog log, IdempotencyRepository idempotency) {
        this.transactions = transactions;
        this.log = log;
        this.idempotency = idempotency;
    }

    /**
     * Executes a write in its own transaction. A repeated request gets the result of the first one.
     *
     * @param planner makes the plan in the transaction, anew in each attempt
     */
    public WriteResult execute(WriteRequest write, Supplier<WritePlan> planner) {
        return execute(write, planner, result -> {});
    }

    /**
     * Executes a write and, in the same transaction, what depends on its revision.
     *
     * @param planner makes the plan in the transaction, anew in each attempt
     * @param afterwards called with the result before the commit, but not in a dry run; the log is locked, so it must be
     *     quick
     */
    public WriteResult execute(WriteRequest write, Supplier<WritePlan> planner, Consumer<WriteResult> afterwards) {
        return transactions.run(write.isDry(), () -> {
            WriteResult result = executeInTransaction(write, planner);
            if (!write.isDry()) {
                afterwards.accept(result);
            }
            return result;
        });
    }

    private WriteResult executeInTransaction(WriteRequest write, Supplier<WritePlan> planner) {
        if (write.idempotency() != null && !write.isDry()) {
            Optional<WriteResult> earlier = idempotency.begin(write);
            if (earlier.isPresent()) {
                return earlier.get();
            }
        }
        WritePlan plan = planner.get();
        if (plan.changes().isEmpty()) {
            return new WriteResult(recordAfter(plan), List.of(), plan.reach());
        }
        StagedChanges staged = log.stage(plan.changes(), write.actor().keyId());
        List<Change> changes = write.isDry() ? staged.changes() : log.append(staged);
        WriteResult result = new WriteResult(recordAfter(plan), changes, plan.reach());
        if (write.idempotency() != null && !write.isDry()) {
            idempotency.complete(write, result);
        }
        return result;
    }

    /** Returns the record after the plan; null if it was deleted. */
    private static StoredRecord recordAfter(WritePlan plan) {
        if (plan.ownChange() != null) {
            Change change = plan.ownChange().change();
            return new StoredRecord(
                    plan.id(), change.version(), change.document().getBytes(StandardCharsets.UTF_8));
        }
        return plan.remains() ? unchanged(plan.before()) : null;
    }

    private static StoredRecord unchanged(LockedRecord record) {
        return new StoredRecord(
                record.id(), record.version(), record.json().toString().getBytes(StandardCharsets.UTF_8));
    }
}

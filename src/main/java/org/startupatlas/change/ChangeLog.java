package org.startupatlas.change;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.startupatlas.record.RecordEntity;

/**
 * The one log of all writes. Whoever writes records stages them here and appends them in the same transaction, last of
 * all: the revisions are taken from a single row that stays locked until the commit, so that they are gapless and in
 * commit order.
 */
@ApplicationScoped
public class ChangeLog {

    private final EntityManager entities;
    private final NewRows rows;
    private final FormerNameRepository formerNames;
    private final RevisionWatch watch;
    private final Clock clock = Clock.systemUTC();

    ChangeLog(EntityManager entities, NewRows rows, FormerNameRepository formerNames, RevisionWatch watch) {
        this.entities = entities;
        this.rows = rows;
        this.formerNames = formerNames;
        this.watch = watch;
    }

    /**
     * Whether nothing was ever written; if so, the log gets its name, and nobody else can write until the transaction
     * ends.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean lockIfEmpty() {
        if (revision() > 0) {
            return false;
        }
        LogHead head = locked();
        if (head.revision() > 0) {
            return false;
        }
        head.begin(UUID.randomUUID());
        return true;
    }

    /**
     * Writes the rows of changes, which locks them, so that all rules of the database have spoken before the log is
     * locked.
     *
     * @param writes in the order of their revisions, in which their rows are written, too
     * @param by the public id of the key that writes; null when the application itself does
     * @return what is to be handed to {@link #append}
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public StagedChanges stage(List<? extends PendingChange> writes, String by) {
        Instant now = now();
        write(writes, now);
        return StagedChanges.of(writes, by, now, now);
    }

    /** Writes the rows of changes with that time. */
    void write(List<? extends PendingChange> writes, Instant at) {
        writes.forEach(write -> write.stamp(at));
        rows.insert(newRows(writes));
        entities.flush();
        formerNames.refuse(
                writes.stream().flatMap(write -> write.takes().stream()).toList());
    }

    /**
     * Appends the block of changes that was staged. The lock on the log is held from here to the commit, so nothing slow
     * may follow.
     *
     * @return the changes, in their order, with their revisions
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Change> append(StagedChanges block) {
        LogHead head = locked();
        StagedChanges staged = block;
        if (block.isBehind(head)) {
            // Another transaction committed while this one was writing: time order is revision order.
            staged = restamped(block, head.at());
        } else {
            staged.writes().forEach(PendingChange::settle);
        }
        for (Change change : staged.changes()) {
            change.take(head.next(staged.at()));
        }
        insert(staged);
        staged.tellRevisions();
        watch.afterCommit(head.revision());
        return staged.changes();
    }

    /** Writes the rows of a block once more, with a later time. */
    StagedChanges restamped(StagedChanges block, Instant at) {
        StagedChanges staged = block.restamped(at);
        rows.restamp(newRows(staged.writes()));
        return staged;
    }

    private void insert(StagedChanges staged) {
        if (staged.prepared().isPresent()) {
            rows.insert(staged.prepared().get(), staged.revisions());
        } else {
            rows.insert(staged.changes());
        }
    }

    private static List<RecordEntity> newRows(List<? extends PendingChange> writes) {
        return writes.stream().flatMap(write -> write.newRow().stream()).toList();
    }

    /** To the millisecond, which is what clients see and every database keeps. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** The revision that the log has reached. Others may write before this transaction does. */
    @Transactional(Transactional.TxType.MANDATORY)
    public long revision() {
        return head().revision();
    }

    /** As it is now; not kept, so that it is read again under its lock. */
    LogHead head() {
        LogHead head = entities.find(LogHead.class, LogHead.ONLY);
        entities.detach(head);
        return head;
    }

    /** As it is once nobody else can change it. */
    LogHead locked() {
        return entities.find(LogHead.class, LogHead.ONLY, LockModeType.PESSIMISTIC_WRITE);
    }
}

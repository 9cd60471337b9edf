package org.startupatlas.changelog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.startupatlas.database.RowInserter;
import org.startupatlas.record.entity.RecordEntity;

/**
 * The one log of all writes. Whoever writes records stages them here and appends them in the same transaction, last of
 * all: the revisions are taken from a single row that stays locked until the commit, so that they are gapless and in
 * commit order.
 */
@ApplicationScoped
public class ChangeLog {

    private final EntityManager entities;
    private final RowInserter rows;
    private final FormerSlugRepository formerNames;
    private final RevisionTracker watch;
    private final Clock clock = Clock.systemUTC();

    ChangeLog(EntityManager entities, RowInserter rows, FormerSlugRepository formerNames, RevisionTracker watch) {
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
     * locked. The records have the time of this as the one at which they were written.
     *
     * @param writes in the order of their revisions, in which their rows are written, too
     * @param by the public id of the key that writes; null when the application itself does
     * @return what is to be handed to {@link #append}
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public StagedChanges stage(List<? extends PendingChange> writes, String by) {
        return stage(writes, writes, by);
    }

    /**
     * Writes the rows of changes in another order than that of their revisions.
     *
     * @param writes in the order in which their rows are written
     * @param logged the same, in the order of their revisions
     * @param by the public id of the key that writes
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public StagedChanges stage(List<? extends PendingChange> writes, List<? extends PendingChange> logged, String by) {
        Instant prepared = now();
        writes.forEach(write -> write.stamp(prepared));
        rows.insert(newRows(writes));
        entities.flush();
        writes.forEach(PendingChange::settle);
        formerNames.refuse(
                writes.stream().flatMap(write -> write.takes().stream()).toList());
        return new StagedChanges(logged, by);
    }

    /**
     * Locks the log until the transaction ends; {@link #append} does so by itself. Every other writer waits from here to
     * the commit, so nothing slow may follow.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void lock() {
        locked();
    }

    /**
     * Appends staged changes, last of all in their transaction. Their time is decided under the lock, so that the order of
     * times is that of revisions: it is the later of the clock's and of the change before, which another node may have
     * written by a clock that is ahead.
     *
     * @return the changes, in their order, with their revisions
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Change> append(StagedChanges staged) {
        LogHead head = locked();
        Instant now = now();
        Instant at = now.isAfter(head.at()) ? now : head.at();
        for (Change change : staged.changes()) {
            change.logged(head.next(at), at);
        }
        rows.insert(staged.changes());
        staged.tellRevisions();
        watch.afterCommit(head.revision());
        return staged.changes();
    }

    private static List<RecordEntity> newRows(List<? extends PendingChange> writes) {
        return writes.stream().flatMap(write -> write.newRow().stream()).toList();
    }

    /** To the millisecond, which is what clients see and every database keeps. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** The revision that the log has reached. Others may write before this transaction does. */
    @Transactional(Transactional.TxType.MANDATORY)
    public long revision() {
        LogHead head = entities.find(LogHead.class, LogHead.ONLY);
        entities.detach(head); // so that it is read again under its lock
        return head.revision();
    }

    /** As it is once nobody else can change it. */
    private LogHead locked() {
        return entities.find(LogHead.class, LogHead.ONLY, LockModeType.PESSIMISTIC_WRITE);
    }
}

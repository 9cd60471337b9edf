package org.startupatlas.change;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
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
     * Writes the rows of a block of changes, which locks them, so that all rules of the database have spoken before the
     * log is locked.
     *
     * @return the time that they have, to be handed to {@link #append}
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Instant stage(List<? extends PendingChange> writes) {
        Instant at = now();
        writes.forEach(write -> write.stamp(at));
        rows.insert(newRows(writes));
        entities.flush();
        formerNames.refuse(
                writes.stream().flatMap(write -> write.takes().stream()).toList());
        return at;
    }

    /** Waits for the log and locks it, for whoever wants to know from when on; {@link #append} does so by itself. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void lock() {
        locked();
    }

    /**
     * Appends the block of changes that was staged. The lock on the log is held from here to the commit, so nothing slow
     * may follow.
     *
     * @param writes in the order of their revisions
     * @param staged when they were staged
     * @param by the public id of the key that writes; null when the application itself does
     * @return the changes, in that order
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Change> append(List<? extends PendingChange> writes, Instant staged, String by) {
        LogHead head = locked();
        Instant at = staged;
        if (head.at().isAfter(staged)) {
            // Another transaction committed while this one was writing: time order is revision order.
            at = head.at();
            for (PendingChange write : writes) {
                write.stamp(at);
            }
            rows.restamp(newRows(writes));
        } else {
            writes.forEach(PendingChange::settle);
        }
        List<Change> changes = new ArrayList<>(writes.size());
        for (PendingChange write : writes) {
            Change change = write.change();
            changes.add(change);
            change.take(head.next(at), at, by);
        }
        rows.insert(changes);
        for (int i = 0; i < changes.size(); i++) {
            writes.get(i).logged(changes.get(i).revision());
        }
        watch.afterCommit(head.revision());
        return changes;
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
        // The number alone: the row is not kept, so that it is read again under its lock.
        LogHead head = entities.find(LogHead.class, LogHead.ONLY);
        entities.detach(head);
        return head.revision();
    }

    private LogHead locked() {
        return entities.find(LogHead.class, LogHead.ONLY, LockModeType.PESSIMISTIC_WRITE);
    }
}

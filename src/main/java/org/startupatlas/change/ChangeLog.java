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
import java.util.function.Function;

/**
 * The one log of all writes. Whoever writes records appends them here in the same transaction, last of all: the
 * revisions are taken from a single row that stays locked until the commit, so that they are gapless and in commit
 * order.
 */
@ApplicationScoped
public class ChangeLog {

    private final EntityManager entities;
    private final RevisionWatch watch;
    private final Clock clock = Clock.systemUTC();

    ChangeLog(EntityManager entities, RevisionWatch watch) {
        this.entities = entities;
        this.watch = watch;
    }

    /**
     * Whether nothing was ever written; if so, the log gets its name, and nobody else can write until the transaction
     * ends.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean lockIfEmpty() {
        if (entities.find(LogHead.class, LogHead.ONLY).revision() > 0) {
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
     * Appends a block of changes. The lock on the log is held from here to the commit, so nothing slow may follow.
     *
     * @param writes told the time of the block, gives its changes, in order, without revisions
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void append(Function<Instant, List<Change>> writes) {
        LogHead head = locked();
        // To the millisecond, which is what clients see and every database keeps; never before the last change.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Instant at = now.isBefore(head.at()) ? head.at() : now;
        List<Change> changes = writes.apply(at);
        for (Change change : changes) {
            change.take(head.next(at), at);
            entities.persist(change);
        }
        watch.afterCommit(head.revision());
    }

    private LogHead locked() {
        LogHead head = entities.find(LogHead.class, LogHead.ONLY);
        if (entities.getLockMode(head) != LockModeType.PESSIMISTIC_WRITE) {
            // Read again under the lock: another transaction may have written between.
            entities.refresh(head, LockModeType.PESSIMISTIC_WRITE);
        }
        return head;
    }
}

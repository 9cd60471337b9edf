package org.startupatlas.changelog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.startupatlas.database.RowInserter;
import org.startupatlas.query.lookup.FormerSlugRepository;
import org.startupatlas.record.entity.RecordEntity;
import org.startupatlas.sql.RetryException;

/**
 * The log of all writes. A transaction that writes records first calls {@link #stage} and then, as its last step,
 * {@link #append}. Revisions are taken from a single row that stays locked until the commit, so they are gapless and in
 * commit order.
 */
@ApplicationScoped
public class ChangeLog {

    /** The writer of changes that load or update the bundled data. Ids of keys are longer. */
    public static final String BUNDLE = "bundle";

    private final LogHeadRepository heads;
    private final RowInserter rows;
    private final FormerSlugRepository formerSlugs;
    private final RevisionTracker revisionTracker;
    private final Clock clock = Clock.systemUTC();

    ChangeLog(
            LogHeadRepository heads,
            RowInserter rows,
            FormerSlugRepository formerSlugs,
            RevisionTracker revisionTracker) {
        this.heads = heads;
        this.rows = rows;
        this.formerSlugs = formerSlugs;
        this.revisionTracker = revisionTracker;
    }

    /**
     * Returns whether the log is empty. If it is, assigns its origin id and locks the log until the transaction ends.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean lockIfEmpty() {
        if (revision() > 0) {
            return false;
        }
        LogHead head = heads.lock();
        if (head.revision() > 0) {
            return false;
        }
        head.begin(UUID.randomUUID());
        return true;
    }

    /**
     * Inserts, updates and deletes the rows of the changed records. This happens before the log is locked, so that all
     * database constraints are checked by then. The time of this call is the write time of the records.
     *
     * @param writes in the order of their revisions, which is also the order in which their rows are written
     * @param by the public id of the writing key, or {@link #BUNDLE}
     * @return the argument of {@link #append}
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public StagedChanges stage(List<? extends PendingChange> writes, String by) {
        return stage(writes, writes, by);
    }

    /**
     * Writes the rows of the changed records in an order that differs from the order of their revisions.
     *
     * @param writes in the order in which their rows are written
     * @param logged the same writes, in the order of their revisions
     * @param by the public id of the writing key, or {@link #BUNDLE}
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public StagedChanges stage(List<? extends PendingChange> writes, List<? extends PendingChange> logged, String by) {
        Instant preparedAt = now();
        writes.forEach(write -> write.prepare(preparedAt));
        rows.insert(rowsToInsert(writes));
        heads.flush(); // the rows of updated and deleted records
        writes.forEach(PendingChange::detach);
        formerSlugs
                .findTaken(writes.stream()
                        .flatMap(write -> write.claimedSlug().stream())
                        .toList())
                .ifPresent(claim -> {
                    throw RetryException.slugTaken(claim.resource(), claim.name());
                });
        return new StagedChanges(logged, by);
    }

    /**
     * Locks the log until the transaction ends. {@link #append} does so itself. All other writers wait from here until
     * the commit, so nothing slow may follow.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void lock() {
        heads.lock();
    }

    /**
     * Appends staged changes; must be the last step of the transaction. The time of the changes is determined under the
     * lock, so that times are in the order of revisions: it is the later of the clock's time and the time of the
     * previous change, which another node may have written with a clock that is ahead.
     *
     * @return the changes with their revisions, in revision order
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Change> append(StagedChanges staged) {
        LogHead head = heads.lock();
        Instant now = now();
        Instant at = now.isAfter(head.at()) ? now : head.at();
        for (Change change : staged.changes()) {
            change.assignRevision(head.next(at), at);
        }
        rows.insert(staged.changes());
        staged.notifyAppended();
        revisionTracker.afterCommit(head.revision());
        return staged.changes();
    }

    private static List<RecordEntity> rowsToInsert(List<? extends PendingChange> writes) {
        return writes.stream().flatMap(write -> write.newRow().stream()).toList();
    }

    /** Truncated to milliseconds, the precision that clients see and every database stores. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Returns the latest revision without locking the log: other transactions may append before this one does. */
    @Transactional(Transactional.TxType.MANDATORY)
    public long revision() {
        return heads.revision();
    }
}

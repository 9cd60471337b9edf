package org.startupatlas.change;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.hibernate.Session;
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
    private final LeadTime lead = new LeadTime();
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

    /**
     * Stages a block of changes, which takes a while. Where others write meanwhile, it has the time at which it is likely
     * to be logged: with a time before theirs, all of it would have to be written again.
     *
     * @param writes in the order in which their rows are written
     * @param logged the same, in the order of their revisions
     * @return what is to be handed to {@link #lock} and {@link #append}
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public StagedChanges stageBlock(
            List<? extends PendingChange> writes, List<? extends PendingChange> logged, String by) {
        Instant now = now();
        Instant due = now.plus(lead.foreseen());
        write(writes, due);
        return StagedChanges.of(logged, by, now, due);
    }

    private void write(List<? extends PendingChange> writes, Instant at) {
        writes.forEach(write -> write.stamp(at));
        rows.insert(newRows(writes));
        entities.flush();
        formerNames.refuse(
                writes.stream().flatMap(write -> write.takes().stream()).toList());
    }

    /**
     * Has the rows of the log ready, so that there is less to do while it is locked. They take their size in memory, until
     * they are appended.
     */
    public StagedChanges prepare(StagedChanges block) {
        return block.with(rows.prepare(block.changes()));
    }

    /**
     * Locks the log for a block when it is due, unless others have logged what is later: it is to be staged again then,
     * for which nobody has to wait.
     *
     * @return whether it is locked
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean lockUnlessAhead(StagedChanges block) {
        Instant ready = now();
        await(block.due());
        LogHead head = head();
        boolean isAhead = isAhead(head, block);
        if (!isAhead) {
            execute("savepoint before_lock");
            head = locked();
            isAhead = isAhead(head, block);
            if (isAhead) {
                execute("rollback to savepoint before_lock"); // which unlocks it
                entities.detach(head);
            }
        }
        if (!block.isRestamped()) {
            lead.learn(Duration.between(block.since(), ready), head.at().isAfter(block.since()));
        }
        return !isAhead;
    }

    /** Gives a block that the log is ahead of a later time: {@link #append} would do so while the log is locked. */
    @Transactional(Transactional.TxType.MANDATORY)
    public StagedChanges restage(StagedChanges block) {
        Instant now = now();
        Instant reached = head().at(); // by another node, whose clock may be ahead of ours
        StagedChanges staged = restamped(block, now.isAfter(reached) ? now : reached);
        entities.flush();
        return staged;
    }

    /** Waits for the log and locks it, for whoever wants to know from when on; {@link #append} does so by itself. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void lock() {
        locked();
    }

    private static boolean isAhead(LogHead head, StagedChanges block) {
        return head.at().isAfter(block.at());
    }

    private void execute(String sql) {
        entities.unwrap(Session.class).doWork(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        });
    }

    /** Waits for a time of the clock, which nothing else can tell; no longer than it may be away, as clocks are set back. */
    private void await(Instant due) {
        try {
            TimeUnit.MILLISECONDS.sleep(Math.min(Duration.between(now(), due).toMillis(), LeadTime.LONGEST.toMillis()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("nobody interrupts a block", stopped);
        }
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
        if (isAhead(head, block)) {
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

    private StagedChanges restamped(StagedChanges block, Instant at) {
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
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** The revision that the log has reached. Others may write before this transaction does. */
    @Transactional(Transactional.TxType.MANDATORY)
    public long revision() {
        return head().revision();
    }

    /** As it is now; not kept, so that it is read again under its lock. */
    private LogHead head() {
        LogHead head = entities.find(LogHead.class, LogHead.ONLY);
        entities.detach(head);
        return head;
    }

    private LogHead locked() {
        return entities.find(LogHead.class, LogHead.ONLY, LockModeType.PESSIMISTIC_WRITE);
    }
}

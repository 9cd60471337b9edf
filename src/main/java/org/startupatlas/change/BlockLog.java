package org.startupatlas.change;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.hibernate.Session;

/**
 * Brings blocks of many changes to the log while others write, without keeping these waiting: what takes long is done
 * before the log is locked. In the order of {@link #stage}, {@link #prepare}, {@link #lockUnlessAhead} and {@link
 * ChangeLog#append}, in one transaction.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class BlockLog {

    private final Session session;
    private final NewRows rows;
    private final ChangeLog log;
    private final LeadTime lead = new LeadTime();

    BlockLog(Session session, NewRows rows, ChangeLog log) {
        this.session = session;
        this.rows = rows;
        this.log = log;
    }

    /**
     * Stages a block, which takes a while. Where others write meanwhile, it has the time at which it is likely to be
     * logged: with a time before theirs, all of it would have to be written again.
     *
     * @param writes in the order in which their rows are written
     * @param logged the same, in the order of their revisions
     * @param by the public id of the key that writes
     */
    public StagedChanges stage(List<? extends PendingChange> writes, List<? extends PendingChange> logged, String by) {
        Instant now = log.now();
        Instant due = now.plus(lead.foreseen());
        log.write(writes, due);
        return StagedChanges.of(logged, by, now, due);
    }

    /** Has the rows of the log ready. They take their size in memory, until they are appended. */
    public StagedChanges prepare(StagedChanges block) {
        return block.with(rows.prepare(block.changes()));
    }

    /**
     * Locks the log when a block is due, unless others have logged what is later: it is to be staged again then, for which
     * nobody has to wait.
     *
     * @return whether it is locked
     */
    public boolean lockUnlessAhead(StagedChanges block) {
        Instant ready = log.now();
        await(block.due());
        LogHead head = log.head(); // a block that is behind already need not wait for the lock
        if (!block.isBehind(head)) {
            execute("savepoint before_lock");
            head = log.locked();
            if (block.isBehind(head)) {
                execute("rollback to savepoint before_lock"); // which unlocks it
                session.detach(head);
            }
        }
        if (!block.isRestamped()) {
            lead.learn(Duration.between(block.since(), ready), head.at().isAfter(block.since()));
        }
        return !block.isBehind(head);
    }

    /** Gives a block that the log is ahead of a later time. */
    public StagedChanges restage(StagedChanges block) {
        Instant now = log.now();
        Instant reached = log.head().at(); // by another node, whose clock may be ahead of ours
        StagedChanges staged = log.restamped(block, now.isAfter(reached) ? now : reached);
        session.flush();
        return staged;
    }

    /** Locks the log, which may be ahead: {@link ChangeLog#append} then gives the block a later time. */
    public void lock() {
        log.locked();
    }

    /** Waits for a time of the clock, which nothing else can tell; no longer than it may be away, as clocks are set back. */
    private void await(Instant due) {
        try {
            TimeUnit.MILLISECONDS.sleep(
                    Math.min(Duration.between(log.now(), due).toMillis(), LeadTime.LONGEST.toMillis()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("nobody interrupts a block", stopped);
        }
    }

    private void execute(String sql) {
        session.doWork(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        });
    }
}

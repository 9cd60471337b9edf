package org.startupatlas.search.index;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.lucene.store.AlreadyClosedException;
import org.jboss.logging.Logger;
import org.startupatlas.search.index.ChangeApplier.State;

/** Commits the index to disk from time to time, so that the next start of the node can reopen it. */
final class IndexCommitter {

    private static final Logger LOG = Logger.getLogger(IndexCommitter.class);

    /**
     * The delay after which changes are committed. A killed node has to apply the changes since the last commit again:
     * in a minute some ten thousand changes, applied in seconds. A commit waits for the disk, some hundredths of a
     * second.
     */
    private static final long COMMIT_DELAY_SECONDS = 60;

    private final ScheduledExecutorService background;
    private final CommitPreparation preparation;
    private final AtomicBoolean isScheduled = new AtomicBoolean();

    /** Held during a commit; acquired before the lock of the index. */
    private final ReentrantLock commitLock = new ReentrantLock();

    private volatile State lastCommitted;

    IndexCommitter(ScheduledExecutorService background, CommitPreparation preparation) {
        this.background = background;
        this.preparation = preparation;
    }

    /** Prepares a commit. */
    interface CommitPreparation {
        /**
         * Prepares a commit of the current state while nothing is written to the index.
         *
         * @param lastCommitted the state committed last, or null
         * @return the state to commit; empty if there is nothing new
         */
        Optional<State> prepareCommit(State lastCommitted) throws IOException;
    }

    /** Sets the committed state of an index that was opened from disk. */
    void setLastCommitted(State state) {
        lastCommitted = state;
    }

    /** Schedules a commit, which includes the changes applied until then. */
    void commitSoon() {
        if (isScheduled.compareAndSet(false, true)) {
            background.schedule(
                    () -> {
                        isScheduled.set(false);
                        commit();
                    },
                    COMMIT_DELAY_SECONDS,
                    TimeUnit.SECONDS);
        }
    }

    /** Commits the current state. Waiting for the disk does not block the application of changes. */
    void commit() {
        commitLock.lock();
        try {
            Optional<State> prepared = preparation.prepareCommit(lastCommitted);
            if (prepared.isPresent()) {
                prepared.get().index().commit();
                lastCommitted = prepared.get();
            }
        } catch (IOException | AlreadyClosedException unwritable) {
            // The next application of changes fails too and starts a new build; until then, the previous commit is
            // valid.
            LOG.warn("the search index cannot be saved", unwritable);
        } finally {
            commitLock.unlock();
        }
    }
}

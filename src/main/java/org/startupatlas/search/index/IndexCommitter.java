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

/** Keeps the index on the disk from time to time, where the next start of the node takes it up. */
final class IndexCommitter {

    private static final Logger LOG = Logger.getLogger(IndexCommitter.class);

    /**
     * A node that is killed follows again what was written since the index was kept: in a minute that is some ten
     * thousand changes, followed in seconds. Keeping it waits for the disk, some hundredths of a second.
     */
    private static final long KEEP_AFTER_SECONDS = 60;

    private final ScheduledExecutorService background;
    private final Marking marking;
    private final AtomicBoolean keepingSoon = new AtomicBoolean();

    /** Held by whoever keeps the index; taken before its turn. */
    private final ReentrantLock keeping = new ReentrantLock();

    private volatile State keptLast;

    IndexCommitter(ScheduledExecutorService background, Marking marking) {
        this.background = background;
        this.marking = marking;
    }

    /** Decides what is kept. */
    interface Marking {
        /**
         * Writes into the index what it is now, while nobody else writes to it.
         *
         * @param keptLast what was kept last, or null
         * @return what is to be kept; empty if there is nothing else
         */
        Optional<State> mark(State keptLast) throws IOException;
    }

    /** Told what was kept by the node before. */
    void isKept(State taken) {
        keptLast = taken;
    }

    /** Keeps it in a while, together with what is followed until then. */
    void keepSoon() {
        if (keepingSoon.compareAndSet(false, true)) {
            background.schedule(
                    () -> {
                        keepingSoon.set(false);
                        keep();
                    },
                    KEEP_AFTER_SECONDS,
                    TimeUnit.SECONDS);
        }
    }

    /** Keeps it as it is now; what waits for the disk keeps nobody from following. */
    void keep() {
        keeping.lock();
        try {
            Optional<State> marked = marking.mark(keptLast);
            if (marked.isPresent()) {
                marked.get().index().keep();
                keptLast = marked.get();
            }
        } catch (IOException | AlreadyClosedException unwritable) {
            // Who follows next finds that out too, and has another built; until then, the one before is kept.
            LOG.warn("the index of the search cannot be kept", unwritable);
        } finally {
            keeping.unlock();
        }
    }
}

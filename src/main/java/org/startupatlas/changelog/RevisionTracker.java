package org.startupatlas.changelog;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * The latest revision known to this node. Writes of other nodes are discovered by polling the row of the log head four
 * times a second, which works on every database, on replicas and through connection poolers. Writes of this node are
 * known when they commit.
 */
@ApplicationScoped
public class RevisionTracker {

    private static final Logger LOG = Logger.getLogger(RevisionTracker.class);

    /** Writes of other nodes must be visible within a second. */
    private static final long POLL_INTERVAL_MILLIS = 250;

    private final LogHeadRepository heads;
    private final TransactionSynchronizationRegistry transactions;
    private final AtomicLong latest = new AtomicLong();
    private volatile String origin = "";
    private final ScheduledExecutorService poller =
            Executors.newSingleThreadScheduledExecutor(work -> daemon(work, "revision-poll"));
    private volatile boolean failing;

    private final Set<Runnable> listeners = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean notifying = new AtomicBoolean();

    /**
     * Runs the listeners on a separate thread, so that they do not delay writers. Work submitted after shutdown is
     * discarded.
     */
    private final ThreadPoolExecutor notifier = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            work -> daemon(work, "revision-listeners"),
            new ThreadPoolExecutor.DiscardPolicy());

    RevisionTracker(LogHeadRepository heads, TransactionSynchronizationRegistry transactions) {
        this.heads = heads;
        this.transactions = transactions;
    }

    /** Returns the latest known revision, which never decreases. */
    public long revision() {
        return latest.get();
    }

    /** Returns whether the last poll succeeded. */
    boolean isReading() {
        return !failing;
    }

    /**
     * Returns the origin id, which distinguishes this log from those of other databases, whose revisions count other
     * changes.
     */
    public String origin() {
        return origin;
    }

    /**
     * Registers a listener to run after the revision has increased; several increases may result in one call. All
     * listeners share one thread, so a listener must not block. The current revision must be checked again after
     * subscribing, as an increase may have come before.
     */
    public void subscribe(Runnable listener) {
        listeners.add(listener);
    }

    public void unsubscribe(Runnable listener) {
        listeners.remove(listener);
    }

    /** Updates the revision once the current transaction has committed. */
    void afterCommit(long revision) {
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // only the outcome of the commit matters
            }

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    raise(revision);
                }
            }
        });
    }

    void start(@Observes StartupEvent event) {
        poll();
        poller.scheduleWithFixedDelay(this::poll, POLL_INTERVAL_MILLIS, POLL_INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        poller.shutdownNow();
        notifier.shutdownNow();
    }

    private void poll() {
        try {
            LogHeadRepository.Position position = heads.poll();
            raise(position.revision());
            origin = position.origin();
            failing = false;
        } catch (SQLException | RuntimeException unreachable) {
            // Any exception is caught, because one that escapes would cancel the polling. Readiness reports the failure
            // too, so one log entry per outage is enough.
            if (!failing) {
                LOG.warn("the revision cannot be read", unreachable);
            }
            failing = true;
        }
    }

    private void raise(long revision) {
        long before = latest.getAndAccumulate(revision, Math::max);
        if (revision > before && !listeners.isEmpty() && notifying.compareAndSet(false, true)) {
            notifier.execute(this::notifyListeners);
        }
    }

    private void notifyListeners() {
        notifying.set(false); // before the listeners run, so that an increase meanwhile triggers another run
        listeners.forEach(RevisionTracker::run);
    }

    /** Runs a listener. A failing listener is logged; it neither stops the others nor is it unsubscribed. */
    private static void run(Runnable listener) {
        try {
            listener.run();
        } catch (RuntimeException failed) {
            LOG.errorf(failed, "a listener for new revisions failed: %s", listener);
        }
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }
}

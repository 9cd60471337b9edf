package org.startupatlas.changelog;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * The revision that this node has reached. It learns of the others' writes by reading the one revision row four times
 * a second, which works on every database, on replicas and through poolers; of its own, when they commit.
 */
@ApplicationScoped
public class RevisionTracker {

    private static final Logger LOG = Logger.getLogger(RevisionTracker.class);

    /** Others' writes are to be seen within a second. */
    private static final long EVERY_MILLIS = 250;

    private final DataSource database;
    private final TransactionSynchronizationRegistry transactions;
    private final AtomicLong reached = new AtomicLong();
    private volatile String origin = "";
    private final ScheduledExecutorService reader =
            Executors.newSingleThreadScheduledExecutor(work -> daemon(work, "revision-watch"));
    private volatile boolean failing;

    private final Set<Runnable> listeners = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean telling = new AtomicBoolean();

    /** Listeners are told by a thread of its own, so that they cost a writer nothing; at the end nobody is told. */
    private final ThreadPoolExecutor teller = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            work -> daemon(work, "revision-teller"),
            new ThreadPoolExecutor.DiscardPolicy());

    RevisionTracker(DataSource database, TransactionSynchronizationRegistry transactions) {
        this.database = database;
        this.transactions = transactions;
    }

    /** The revision reached; it never falls. */
    public long revision() {
        return reached.get();
    }

    /** Whether the last reading of the revision went well. */
    boolean isReading() {
        return !failing;
    }

    /** Tells this log from every other, whose revisions count something else. */
    public String origin() {
        return origin;
    }

    /**
     * Tells the listener from now on whenever the revision has risen; several rises may be told as one. It must hand on
     * what it has to do, as all are told by one thread. Who waits for a revision looks again after subscribing.
     */
    public void subscribe(Runnable listener) {
        listeners.add(listener);
    }

    /** Tells the listener no more. */
    public void unsubscribe(Runnable listener) {
        listeners.remove(listener);
    }

    /** Raises the revision when the current transaction has committed. */
    void afterCommit(long revision) {
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // the commit alone counts
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
        read();
        reader.scheduleWithFixedDelay(this::read, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        reader.shutdownNow();
        teller.shutdownNow();
    }

    private void read() {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT revision, origin FROM log_head")) {
            row.next();
            raise(row.getLong(1));
            origin = row.getString(2);
            failing = false;
        } catch (SQLException | RuntimeException unreachable) {
            // Whatever it is, the next reading must take place, which an exception would call off.
            // Readiness says the same; once in the log is enough until it is back.
            if (!failing) {
                LOG.warn("the revision cannot be read", unreachable);
            }
            failing = true;
        }
    }

    private void raise(long revision) {
        long before = reached.getAndAccumulate(revision, Math::max);
        if (revision > before && !listeners.isEmpty() && telling.compareAndSet(false, true)) {
            teller.execute(this::tell);
        }
    }

    private void tell() {
        telling.set(false); // before they are told, so that they are told again of what rises meanwhile
        listeners.forEach(RevisionTracker::tell);
    }

    /** A listener that fails keeps none of the others from being told, nor itself from being told the next time. */
    private static void tell(Runnable listener) {
        try {
            listener.run();
        } catch (RuntimeException failed) {
            LOG.errorf(failed, "a listener of the log failed: %s", listener);
        }
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }
}

package org.startupatlas.search.index;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.AlreadyClosedException;
import org.jboss.logging.Logger;
import org.startupatlas.changelog.RevisionTracker;
import org.startupatlas.query.parameter.ProblemKind;
import org.startupatlas.query.parameter.RejectedException;
import org.startupatlas.query.parameter.Violation;
import org.startupatlas.search.index.ChangeApplier.State;

/**
 * This node's full-text index of all records. At startup it is opened from disk, or else built from the database. It
 * then follows the change log: in the background, and before every search up to the revision that the node has reached,
 * so a search finds everything written on this node. The index also contains the labels of codes, so when a vocabulary
 * or a country changes, or when the index can no longer be written, a new index is built and replaces this one.
 */
@ApplicationScoped
public class SearchIndex {

    private static final Logger LOG = Logger.getLogger(SearchIndex.class);

    /**
     * The delay before changes are applied in the background, so that writes in quick succession are applied together.
     */
    private static final long FOLLOW_DELAY_MILLIS = 200;

    /**
     * Without searches, the reader is refreshed only after this many changes, which costs less than frequent refreshes.
     * The next search has to wait for one such refresh, half a second at most.
     */
    private static final long MAX_UNREFRESHED = 5_000;

    /** The time without a search after which refreshes become rarer. */
    private static final long SEARCH_ACTIVITY_NANOS = TimeUnit.SECONDS.toNanos(10);

    /**
     * The maximum time that a search waits for the index and applies changes, in all; the same as for
     * {@code min_revision}. Only the last batch of changes and the refresh after it may end later.
     */
    private static final long MAX_WAIT_NANOS = TimeUnit.SECONDS.toNanos(2);

    /** The maximum time to wait for the background threads at shutdown. */
    private static final long MAX_SHUTDOWN_SECONDS = 2;

    private final SavedIndex savedIndex;
    private final ChangeApplier changeApplier;
    private final RevisionTracker revisionTracker;

    /** Two threads: one builds while the other applies changes. */
    private final ScheduledExecutorService background = Executors.newScheduledThreadPool(2, work -> {
        Thread thread = new Thread(work, "search-index");
        thread.setDaemon(true);
        return thread;
    });

    private final Runnable onIncrease = this::followSoon;
    private final AtomicBoolean following = new AtomicBoolean();
    private final IndexCommitter committer = new IndexCommitter(background, this::prepareCommit);
    private final IndexReplacer replacer;

    /** Held while changes are applied or the state is replaced. */
    private final ReentrantLock lock = new ReentrantLock();

    /** Completes when the first index is available. */
    private final CompletableFuture<Void> available = new CompletableFuture<>();

    /** The time of the last search, by {@link System#nanoTime}. */
    private volatile long lastSearchNanos = System.nanoTime();

    /** The state of the writer. */
    private volatile State state;

    /** The state of the reader: the same as the writer's or an earlier one. */
    private volatile State searchable;

    private volatile boolean isBroken;

    /** Whether the index content is exactly that of {@link #state}; guarded by {@link #lock}. */
    private boolean isConsistent = true;

    SearchIndex(
            SavedIndex savedIndex, IndexBuilder builder, ChangeApplier changeApplier, RevisionTracker revisionTracker) {
        this.savedIndex = savedIndex;
        this.changeApplier = changeApplier;
        this.revisionTracker = revisionTracker;
        this.replacer = new IndexReplacer(
                savedIndex,
                builder,
                changeApplier,
                revisionTracker,
                background,
                committer,
                this::install,
                this::followSoon);
    }

    /** A search in an index. */
    public interface Work<T> {
        /**
         * Runs the search.
         *
         * @param now the state of the searched index
         */
        T with(IndexSearcher searcher, State now) throws IOException;
    }

    /** Runs after the revision tracker has read the revision. */
    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) StartupEvent event) {
        revisionTracker.subscribe(onIncrease);
        replacer.buildSoon();
    }

    void stop(@Observes ShutdownEvent event) throws IOException, InterruptedException {
        revisionTracker.unsubscribe(onIncrease);
        committer.commit(); // before the threads are interrupted, which would abort a running commit
        background.shutdownNow();
        background.awaitTermination(MAX_SHUTDOWN_SECONDS, TimeUnit.SECONDS);
        if (state != null) {
            state.index().close();
        }
    }

    /** Returns a stage that completes when the node can search for the first time. */
    public CompletionStage<Void> available() {
        return available.minimalCompletionStage();
    }

    /** Returns the revision up to which changes are applied; empty while there is no usable index. */
    Optional<Long> revision() {
        return isBroken ? Optional.empty() : Optional.ofNullable(state).map(State::revision);
    }

    /**
     * Searches the index after applying all changes that this node knows.
     *
     * @throws RejectedException if the index cannot be brought up to date in time
     */
    public <T> T search(Work<T> work) {
        long started = System.nanoTime();
        lastSearchNanos = started;
        return search(work, started + MAX_WAIT_NANOS);
    }

    private <T> T search(Work<T> work, long deadline) {
        State now = bringUpToDate(deadline);
        try {
            return now.index().search(searcher -> work.with(searcher, now));
        } catch (AlreadyClosedException replaced) {
            if (now.index() == state.index()) {
                throw replaced;
            }
            return search(work, deadline); // another index has replaced this one meanwhile
        }
    }

    /**
     * Applies all changes that this node knows.
     *
     * @param deadline a value of {@link System#nanoTime}
     */
    private State bringUpToDate(long deadline) {
        long reached = revisionTracker.revision();
        State now = searchable;
        if (now != null && now.revision() >= reached) {
            return now;
        }
        try {
            available.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (!lock.tryLock(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                throw notReady();
            }
        } catch (TimeoutException | ExecutionException notAvailable) {
            throw notReady();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw notReady();
        }
        try {
            return follow(reached, deadline);
        } catch (IOException | AlreadyClosedException unwritable) {
            if (!background.isShutdown()) {
                LOG.error("the search index can no longer be written; rebuilding", unwritable);
                isBroken = true;
                replacer.buildSoon();
            }
            throw notReady();
        } finally {
            lock.unlock();
        }
    }

    private static RejectedException notReady() {
        return RejectedException.of(ProblemKind.UNAVAILABLE, Violation.ofWhole("search-not-ready"));
    }

    /** Applies changes up to a revision. If that takes too long, the changes applied so far are kept. */
    private State follow(long reached, long deadline) throws IOException {
        if (state.revision() < reached) {
            isConsistent = false;
            state = changeApplier.applyUpTo(state, reached, deadline);
            isConsistent = true;
        }
        if (isSearchActive() || state.revision() - searchable.revision() >= MAX_UNREFRESHED) {
            state.index().refresh();
            searchable = state;
        }
        if (state.revision() < reached) {
            throw notReady();
        }
        if (!state.knowsLabels()) {
            replacer.buildSoon();
        }
        return searchable;
    }

    private boolean isSearchActive() {
        return System.nanoTime() - lastSearchNanos < SEARCH_ACTIVITY_NANOS;
    }

    private void followSoon() {
        if (following.compareAndSet(false, true)) {
            background.schedule(this::followAll, FOLLOW_DELAY_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void followAll() {
        following.set(false); // before the log is read, so that changes written meanwhile schedule another run
        try {
            if (!bringUpToDate(System.nanoTime() + MAX_WAIT_NANOS).knowsLabels()) {
                replacer.buildSoon();
            }
            committer.commitSoon();
        } catch (RejectedException late) {
            if (!isBroken && !background.isShutdown()) {
                followSoon(); // too many changes to apply within the time limit of one search
            }
        } catch (RuntimeException | Error failed) {
            // Nothing waits for this thread; the next change or search tries again, and a search reports the failure.
            if (!background.isShutdown()) {
                LOG.warn("the search index cannot apply the changes of the log", failed);
            }
        }
    }

    private void install(State next) {
        lock.lock();
        try {
            state = next;
            searchable = next;
            isConsistent = true;
            isBroken = false;
            available.complete(null);
        } finally {
            lock.unlock();
        }
    }

    /** Prepares a commit of the current state; empty if there is nothing new to commit. */
    private Optional<State> prepareCommit(State lastCommitted) throws IOException {
        lock.lock();
        try {
            State now = state;
            if (now == null || isBroken || !isConsistent || now.equals(lastCommitted)) {
                return Optional.empty();
            }
            savedIndex.prepareCommit(now);
            return Optional.of(now);
        } finally {
            lock.unlock();
        }
    }
}

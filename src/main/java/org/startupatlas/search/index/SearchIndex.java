package org.startupatlas.search.index;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.AlreadyClosedException;
import org.jboss.logging.Logger;
import org.startupatlas.changelog.RevisionTracker;
import org.startupatlas.http.problem.ProblemException;
import org.startupatlas.search.index.ChangeApplier.State;

/**
 * This node's index of all records. It is taken up as it was kept, or else built from the database, when the node
 * starts, and then follows the log: in the background, and before every search up to the revision that the node has
 * reached, so that what was written here is found here at once. What codes are called is in it too, so when a vocabulary
 * or a country changes, or when the index cannot be written any more, another is built beside it and takes its place.
 */
@ApplicationScoped
public class SearchIndex {

    private static final Logger LOG = Logger.getLogger(SearchIndex.class);

    /** Writers that follow one another closely are followed together. */
    private static final long FOLLOW_AFTER_MILLIS = 200;

    /**
     * While nobody searches, what is followed is made to be found in parts of so many changes, which costs less than
     * smaller ones. Who searches first waits for such a part, half a second at most.
     */
    private static final long MOST_UNFOUND = 5_000;

    /** After so long without a search, nobody does. */
    private static final long SEARCHED_NANOS = TimeUnit.SECONDS.toNanos(10);

    /** Who searches waits no longer for the index; the same as for a revision ({@code min_revision}). */
    private static final long LONGEST_WAIT_MILLIS = 2_000;

    private final SavedIndex kept;
    private final IndexBuilder builder;
    private final ChangeApplier follower;
    private final RevisionTracker watch;

    /** One thread builds while the other follows. */
    private final ScheduledExecutorService background = Executors.newScheduledThreadPool(2, work -> {
        Thread thread = new Thread(work, "search-index");
        thread.setDaemon(true);
        return thread;
    });

    private final Runnable whenRisen = this::followSoon;
    private final AtomicBoolean following = new AtomicBoolean();
    private final AtomicBoolean building = new AtomicBoolean();
    private final IndexCommitter keeper = new IndexCommitter(background, this::mark);

    /** Held by whoever brings the index up to date. */
    private final ReentrantLock turn = new ReentrantLock();

    /** Opens when there is an index. */
    private final CountDownLatch first = new CountDownLatch(1);

    /** When somebody searched last, by {@link System#nanoTime}. */
    private volatile long searched = System.nanoTime();

    /** What is followed. */
    private volatile State state;

    /** What can be found: the same, or a little less. */
    private volatile State found;

    private volatile boolean broken;

    /** Whether what is in the index is just what the state says; under the turn. */
    private boolean whole = true;

    SearchIndex(SavedIndex kept, IndexBuilder builder, ChangeApplier follower, RevisionTracker watch) {
        this.kept = kept;
        this.builder = builder;
        this.follower = follower;
        this.watch = watch;
    }

    /** Something looked for in an index. */
    public interface Work<T> {
        /**
         * Looks for it.
         *
         * @param now the index, as of its revision
         */
        T with(IndexSearcher searcher, State now) throws IOException;
    }

    /** When the watch knows the revision. */
    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) StartupEvent event) {
        watch.subscribe(whenRisen);
        buildSoon();
    }

    void stop(@Observes ShutdownEvent event) throws IOException, InterruptedException {
        watch.unsubscribe(whenRisen);
        keeper.keep(); // before the threads are interrupted, which ends the writing of whoever is at it
        background.shutdownNow();
        background.awaitTermination(LONGEST_WAIT_MILLIS, TimeUnit.MILLISECONDS);
        if (state != null) {
            state.index().close();
        }
    }

    /** The revision up to which everything is found; empty while nothing can be searched. */
    Optional<Long> revision() {
        return broken ? Optional.empty() : Optional.ofNullable(state).map(State::revision);
    }

    /**
     * Searches in all that this node has.
     *
     * @throws ProblemException if the index cannot be brought up to date in time
     */
    public <T> T search(Work<T> work) {
        searched = System.nanoTime();
        State now = upToDate();
        try {
            return now.index().search(searcher -> work.with(searcher, now));
        } catch (AlreadyClosedException replaced) {
            if (now.index() == state.index()) {
                throw replaced;
            }
            return search(work); // another took its place in this very moment
        }
    }

    private State upToDate() {
        long reached = watch.revision();
        State now = found;
        if (now != null && now.revision() >= reached) {
            return now;
        }
        try {
            if (!first.await(LONGEST_WAIT_MILLIS, TimeUnit.MILLISECONDS)
                    || !turn.tryLock(LONGEST_WAIT_MILLIS, TimeUnit.MILLISECONDS)) {
                throw ProblemException.searchNotReady();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw ProblemException.searchNotReady();
        }
        try {
            return follow(reached);
        } catch (IOException | AlreadyClosedException unwritable) {
            if (!background.isShutdown()) {
                LOG.error("the index of the search cannot be written any more; building another", unwritable);
                broken = true;
                buildSoon();
            }
            throw ProblemException.searchNotReady();
        } finally {
            turn.unlock();
        }
    }

    /** What is followed stays so, whoever comes too late for the rest. */
    private State follow(long reached) throws IOException {
        if (state.revision() < reached) {
            long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LONGEST_WAIT_MILLIS);
            whole = false;
            state = follower.follow(state, reached, deadline);
            whole = true;
        }
        if (isSearched() || state.revision() - found.revision() >= MOST_UNFOUND) {
            state.index().refresh();
            found = state;
        }
        if (state.revision() < reached) {
            throw ProblemException.searchNotReady();
        }
        if (!state.knowsLabels()) {
            buildSoon();
        }
        return found;
    }

    private boolean isSearched() {
        return System.nanoTime() - searched < SEARCHED_NANOS;
    }

    private void followSoon() {
        if (following.compareAndSet(false, true)) {
            background.schedule(this::followAll, FOLLOW_AFTER_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void followAll() {
        following.set(false); // before the log is read, so that what is written meanwhile is followed again
        try {
            if (!upToDate().knowsLabels()) {
                buildSoon();
            }
            keeper.keepSoon();
        } catch (ProblemException late) {
            if (!broken && !background.isShutdown()) {
                followSoon(); // so much was written that it cannot be followed in the time of one search
            }
        } catch (RuntimeException | Error failed) {
            // Nobody waits for this thread; the next change, or the next search, tries again and tells who asks.
            if (!background.isShutdown()) {
                LOG.warn("the index of the search cannot follow the log", failed);
            }
        }
    }

    private void buildSoon() {
        if (building.compareAndSet(false, true)) {
            background.execute(this::build);
        }
    }

    private void build() {
        try {
            long started = System.nanoTime();
            Optional<State> taken = state == null ? kept.takeUp() : Optional.empty();
            taken.ifPresent(keeper::isKept);
            takeThePlace(taken.isPresent() ? taken.get() : builder.build(state == null));
            LOG.infof(
                    "the index of the search is %s at revision %d, in %d ms",
                    taken.isPresent() ? "taken up" : "built",
                    state.revision(),
                    TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt(); // with the application
        } catch (IOException | RuntimeException | Error failed) {
            // Nobody waits for this thread, and without an index the node is of little use.
            if (!background.isShutdown()) {
                LOG.error("the index of the search cannot be built; trying again", failed);
                background.schedule(this::build, LONGEST_WAIT_MILLIS, TimeUnit.MILLISECONDS);
            }
        }
    }

    private void takeThePlace(State other) throws IOException {
        State before = state;
        place(caughtUp(other));
        try {
            keeper.keep();
        } finally {
            // Until the other is kept, what this one has kept is what a killed node finds.
            if (before != null) {
                takeAway(before);
            }
        }
        followSoon(); // which asks for another if what codes are called has changed again
    }

    private static void takeAway(State before) {
        try {
            before.index().discard();
        } catch (IOException held) {
            LOG.warn("an index that another has replaced cannot be taken away; the next start does", held);
        }
    }

    /** Most of what was written meanwhile is followed before anybody has to wait for the rest. */
    private State caughtUp(State other) throws IOException {
        try {
            State next = other;
            do {
                // Once at least: what was written while it was built may be in it, and only the log tells how far.
                next = follower.advance(next);
            } while (next.revision() < watch.revision());
            next.index().refresh();
            return next;
        } catch (IOException | RuntimeException | Error failed) {
            if (background.isShutdown()) {
                other.index().close();
            } else {
                other.index().discard();
            }
            throw failed;
        }
    }

    private void place(State next) {
        turn.lock();
        try {
            state = next;
            found = next;
            whole = true;
            broken = false;
            building.set(false);
            first.countDown();
        } finally {
            turn.unlock();
        }
    }

    /** Writes into the index what it is now, for who keeps it; nothing if that is what was kept last. */
    private Optional<State> mark(State keptLast) throws IOException {
        turn.lock();
        try {
            State now = state;
            if (now == null || broken || !whole || now.equals(keptLast)) {
                return Optional.empty();
            }
            now.index().mark(CommitMetadata.of(now).entries());
            return Optional.of(now);
        } finally {
            turn.unlock();
        }
    }
}

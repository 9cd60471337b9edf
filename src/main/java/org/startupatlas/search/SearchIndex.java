package org.startupatlas.search;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.AlreadyClosedException;
import org.jboss.logging.Logger;
import org.startupatlas.change.ChangePage;
import org.startupatlas.change.ChangeReader;
import org.startupatlas.change.LoggedChange;
import org.startupatlas.change.RevisionWatch;
import org.startupatlas.http.ProblemException;
import org.startupatlas.query.Declaration;
import org.startupatlas.query.Moment;
import org.startupatlas.query.Register;
import org.startupatlas.record.RecordJson;

/**
 * This node's index of all records. It is built from the database when the node starts, and then follows the log: in
 * the background, and before every search up to the revision that the node has reached, so that what was written here
 * is found here at once. What codes are called is in it too, so when a vocabulary changes, another is built beside it
 * and takes its place.
 */
@ApplicationScoped
class SearchIndex {

    private static final Logger LOG = Logger.getLogger(SearchIndex.class);

    /** The resources whose records are what others' codes are called. */
    private static final Set<String> LABELS = Set.of("vocabularies", Declaration.COUNTRIES);

    /** Writers that follow one another closely are followed together. */
    private static final long FOLLOW_AFTER_MILLIS = 200;

    /** Who searches waits no longer for the index; the same as for a revision ({@code min_revision}). */
    private static final long LONGEST_WAIT_MILLIS = 2_000;

    /** So many changes are read at a time; a thousand large records still fit a small heap. */
    private static final int BLOCK = 500;

    private final IndexBuilder builder;
    private final ChangeReader log;
    private final RevisionWatch watch;
    private final Register register;
    private final ObjectMapper json;

    private final ScheduledExecutorService background = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "search-index");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicBoolean following = new AtomicBoolean();
    private final Runnable whenRisen = this::followSoon;

    /** Held by whoever brings the index up to date. */
    private final ReentrantLock turn = new ReentrantLock();

    private final AtomicBoolean rebuilding = new AtomicBoolean();
    private volatile State state;

    /** Opens when there is an index. */
    private final CountDownLatch first = new CountDownLatch(1);

    /**
     * An index, and how much it knows.
     *
     * @param revision the one up to which it knows the log
     * @param knowsLabels whether it knows what codes are called since; if not, another is being built
     */
    private record State(RecordIndex index, long revision, boolean knowsLabels) {}

    /** Something looked for in an index. */
    interface Work<T> {
        /**
         * Looks for it.
         *
         * @param isLasting whether the same is found as long as nothing is written
         */
        T with(IndexSearcher searcher, boolean isLasting) throws IOException;
    }

    SearchIndex(IndexBuilder builder, ChangeReader log, RevisionWatch watch, Register register, ObjectMapper json) {
        this.builder = builder;
        this.log = log;
        this.watch = watch;
        this.register = register;
        this.json = json;
    }

    /** When the watch knows the revision. */
    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) StartupEvent event) {
        watch.subscribe(whenRisen);
        background.execute(this::build);
    }

    void stop(@Observes ShutdownEvent event) throws IOException, InterruptedException {
        watch.unsubscribe(whenRisen);
        background.shutdownNow();
        background.awaitTermination(LONGEST_WAIT_MILLIS, TimeUnit.MILLISECONDS);
        if (state != null) {
            state.index.close();
        }
    }

    /** The revision up to which everything is found; empty before the first index is built. */
    Optional<Long> revision() {
        return Optional.ofNullable(state).map(State::revision);
    }

    /**
     * Searches in all that this node has.
     *
     * @throws ProblemException if the index cannot be brought up to date in time
     */
    <T> T search(Work<T> work) {
        long reached = watch.revision();
        if (state == null || state.revision < reached) {
            catchUp(reached);
        }
        State now = state;
        try {
            return now.index.search(searcher -> work.with(searcher, now.knowsLabels));
        } catch (AlreadyClosedException replaced) {
            if (now.index == state.index) {
                throw replaced;
            }
            return search(work); // another took its place in this very moment
        }
    }

    private void catchUp(long reached) {
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
            if (state.revision < reached) {
                state = follow(state, reached);
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException("the index of the search cannot be written", unwritable);
        } finally {
            turn.unlock();
        }
    }

    private void followSoon() {
        if (following.compareAndSet(false, true)) {
            background.schedule(this::followAll, FOLLOW_AFTER_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void followAll() {
        following.set(false); // before it is read, so that what is written meanwhile is followed again
        try {
            catchUp(watch.revision());
        } catch (RuntimeException failed) {
            // The next change, or the next search, tries again, and tells who asks.
            LOG.warn("the index of the search cannot follow the log", failed);
        }
    }

    private void build() {
        rebuilding.set(true);
        try {
            if (state == null) {
                IndexFolder.clear();
            }
            long started = System.nanoTime();
            // No later than what is then read: what is called as codes are, too.
            long revision = watch.revision();
            RecordIndex built = builder.build();
            rebuilding.set(false); // before it follows the log, which may ask for another already
            takeThePlace(new State(built, revision, true));
            LOG.infof(
                    "the index of the search is built, in %d ms",
                    TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt(); // with the application
        } catch (IOException | RuntimeException failed) {
            LOG.error("the index of the search cannot be built; trying again", failed);
            background.schedule(this::build, LONGEST_WAIT_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void takeThePlace(State built) throws IOException {
        turn.lock();
        try {
            State before = state;
            state = follow(built, watch.revision());
            first.countDown();
            if (before != null) {
                before.index.close();
            }
        } catch (IOException | RuntimeException failed) {
            built.index.close();
            throw failed;
        } finally {
            turn.unlock();
        }
    }

    /** The state when the index knows the log up to that revision at least. */
    private State follow(State from, long reached) throws IOException {
        long revision = from.revision;
        boolean knowsLabels = from.knowsLabels;
        while (revision < reached) {
            ChangePage page = log.behind(Moment.ofRevision("since", revision), Optional.empty(), false, BLOCK)
                    .page(BLOCK);
            for (LoggedChange change : page.changes()) {
                apply(from.index, change);
                knowsLabels &= !LABELS.contains(change.resource());
            }
            revision = page.nextSince();
        }
        from.index.refresh();
        if (!knowsLabels && rebuilding.compareAndSet(false, true)) {
            background.execute(this::build);
        }
        return new State(from.index, revision, knowsLabels);
    }

    private void apply(RecordIndex index, LoggedChange change) throws IOException {
        if (change.document() == null) {
            index.remove(change.resource(), change.recordId());
        } else {
            index.replace(register.get(change.resource()), RecordJson.read(json, change.document()));
        }
    }
}

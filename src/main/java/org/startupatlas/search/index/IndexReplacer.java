package org.startupatlas.search.index;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.startupatlas.changelog.RevisionTracker;
import org.startupatlas.search.index.ChangeApplier.State;

/**
 * Provides a node's first index in the background, opened from disk or else built from the database, and builds those
 * that replace it. A build that fails is tried again.
 */
final class IndexReplacer {

    private static final Logger LOG = Logger.getLogger(IndexReplacer.class);

    /** The delay before a failed build is tried again. */
    private static final long RETRY_DELAY_SECONDS = 2;

    private final SavedIndex savedIndex;
    private final IndexBuilder builder;
    private final ChangeApplier changeApplier;
    private final RevisionTracker revisionTracker;
    private final ScheduledExecutorService background;
    private final IndexCommitter committer;
    private final Consumer<State> install;
    private final Runnable followSoon;
    private final AtomicBoolean building = new AtomicBoolean();

    /** The installed index; null before the first. */
    private volatile RecordIndex installed;

    /**
     * Creates a replacer.
     *
     * @param install makes an index the one that is searched and committed
     * @param followSoon schedules the application of changes to the installed index
     */
    IndexReplacer(
            SavedIndex savedIndex,
            IndexBuilder builder,
            ChangeApplier changeApplier,
            RevisionTracker revisionTracker,
            ScheduledExecutorService background,
            IndexCommitter committer,
            Consumer<State> install,
            Runnable followSoon) {
        this.savedIndex = savedIndex;
        this.builder = builder;
        this.changeApplier = changeApplier;
        this.revisionTracker = revisionTracker;
        this.background = background;
        this.committer = committer;
        this.install = install;
        this.followSoon = followSoon;
    }

    /** Schedules a build, unless one is running whose index is not installed yet. */
    void buildSoon() {
        if (building.compareAndSet(false, true)) {
            background.execute(this::build);
        }
    }

    private void build() {
        try {
            long started = System.nanoTime();
            boolean isFirst = installed == null;
            Optional<State> saved = isFirst ? savedIndex.open() : Optional.empty();
            saved.ifPresent(committer::setLastCommitted);
            State next = catchUp(saved.isPresent() ? saved.get() : builder.build(isFirst));
            replaceWith(next);
            LOG.infof(
                    "the search index was %s at revision %d in %d ms",
                    saved.isPresent() ? "loaded" : "built",
                    next.revision(),
                    TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt(); // at shutdown
        } catch (IOException | RuntimeException | Error failed) {
            // Nothing waits for this thread, and without an index the node is of little use.
            if (!background.isShutdown()) {
                LOG.error("the search index cannot be built; retrying", failed);
                background.schedule(this::build, RETRY_DELAY_SECONDS, TimeUnit.SECONDS);
            }
        }
    }

    /**
     * Applies most of the changes written during the build before the index is used, so that searches need not wait for
     * them.
     */
    private State catchUp(State built) throws IOException {
        try {
            State next = built;
            do {
                // At least once: changes written during the build may be in the index, and only the log shows up to
                // which revision.
                next = changeApplier.applyNextBatch(next);
            } while (next.revision() < revisionTracker.revision());
            next.index().refresh();
            return next;
        } catch (IOException | RuntimeException | Error failed) {
            if (background.isShutdown()) {
                built.index().close();
            } else {
                built.index().discard();
            }
            throw failed;
        }
    }

    private void replaceWith(State next) {
        RecordIndex before = installed;
        install.accept(next);
        installed = next.index();
        building.set(false);
        try {
            committer.commit();
        } finally {
            // Only now: until the new index is committed, a killed node would reopen the commit of the old one.
            if (before != null) {
                discard(before);
            }
        }
        followSoon.run(); // which starts another build if labels have changed again
    }

    private static void discard(RecordIndex before) {
        try {
            before.discard();
        } catch (IOException held) {
            LOG.warn("a replaced search index cannot be deleted; the next start deletes it", held);
        }
    }
}

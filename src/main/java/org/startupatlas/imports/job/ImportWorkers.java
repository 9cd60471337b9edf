package org.startupatlas.imports.job;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.startupatlas.http.Limits;
import org.startupatlas.imports.batch.JobLostException;
import org.startupatlas.sql.DatabaseException;

/**
 * Works on the jobs of this node, and tells the others that it is there. A job that the process leaves, because it is
 * stopped or killed, is taken up where it stands by the next process that finds its file; if none does, any node ends
 * it.
 */
@ApplicationScoped
public class ImportWorkers {

    private static final Logger LOG = Logger.getLogger(ImportWorkers.class);

    /** Five may be missed before a node is taken for dead. */
    private static final long BEAT_SECONDS = ImportJobRepository.LONGEST_SILENCE.toSeconds() / 6;

    /** A block takes a fraction of it. */
    private static final long LONGEST_STOP_SECONDS = 10;

    private final ImportJobs jobs;
    private final ImportRunner runner;
    private final UploadStore spool;
    private final UUID node = UUID.randomUUID();

    /** The jobs that are worked on here, or wait for it, and the work on each. */
    private final Map<UUID, Runnable> own = new ConcurrentHashMap<>();

    private final ThreadPoolExecutor workers = new ThreadPoolExecutor(
            Limits.IMPORTS_AT_A_TIME,
            Limits.IMPORTS_AT_A_TIME,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            work -> new Thread(work, "import"));
    private final ScheduledExecutorService heart =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "import-heart"));
    private volatile boolean stopping;

    ImportWorkers(ImportJobs jobs, ImportRunner runner, UploadStore spool) {
        this.jobs = jobs;
        this.runner = runner;
        this.spool = spool;
    }

    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) StartupEvent event) {
        spool.takeOver(this::takeUp);
        heart.scheduleWithFixedDelay(this::beat, 0, BEAT_SECONDS, TimeUnit.SECONDS);
    }

    /** Whether there is a job for a file that was left; if so, it goes on. */
    private boolean takeUp(UUID file) {
        if (!jobs.adopt(file, node)) {
            return false;
        }
        LOG.infof("import %s goes on where a process has left it", file);
        begin(file);
        return true;
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        heart.shutdownNow();
        workers.shutdown();
        if (!workers.awaitTermination(LONGEST_STOP_SECONDS, TimeUnit.SECONDS)) {
            LOG.warn("an import did not come to the end of a block; it will be taken up again");
        }
    }

    /**
     * Takes on a file that was sent; it is read in when it is its turn.
     *
     * @return none if another try of the same request was faster
     */
    public Optional<ImportJob> submit(ImportRequest request, UploadStore.Stored file) {
        Optional<ImportJob> job = jobs.add(request, file, node);
        job.ifPresent(added -> begin(added.id()));
        return job;
    }

    /** Removes a file for which no job could be added. */
    public void removeUnlessOwn(UUID file) {
        if (!own.containsKey(file)) {
            spool.remove(file);
        }
    }

    /** Tells that a file broke off while it was sent; there is nothing to work on. */
    public void tellBrokenOff(ImportRequest request, UploadStore.Stored part) {
        jobs.addBrokenOff(request, part, node);
    }

    private void begin(UUID id) {
        Runnable work = () -> work(id);
        own.put(id, work);
        workers.execute(work);
    }

    private void work(UUID id) {
        if (stopping) {
            return;
        }
        boolean isOver = true;
        try {
            jobs.find(id).filter(job -> !job.state().isEnd()).ifPresent(job -> runner.run(job, node, () -> stopping));
            isOver = !stopping || jobs.find(id).map(job -> job.state().isEnd()).orElse(true);
        } catch (JobLostException lost) {
            LOG.infof("import %s is no longer this node's", id);
        } catch (RuntimeException failed) {
            isOver = !DatabaseException.isCauseOf(failed);
            if (isOver) {
                LOG.errorf(failed, "import %s failed", id);
                fail(id);
            } else {
                LOG.warnf(failed, "import %s waits for the database, and goes on where it is", id);
                workAgain(id);
            }
        }
        if (isOver) {
            leave(id);
        }
    }

    private void leave(UUID id) {
        own.remove(id);
        spool.remove(id);
    }

    /** The database has gone away, and what was not confirmed is not written. */
    private void workAgain(UUID id) {
        if (!stopping) {
            heart.schedule(() -> workers.execute(own.get(id)), BEAT_SECONDS, TimeUnit.SECONDS);
        }
    }

    /** What was written stays, and the job says how far it came. */
    private void fail(UUID id) {
        try {
            JobProblem problem = JobProblem.of("import-failed", id.toString());
            jobs.end(id, node, new JobResult(ImportState.FAILED, problem, null));
        } catch (RuntimeException unreachable) {
            LOG.errorf(unreachable, "import %s cannot be ended; another node will do it", id);
        }
    }

    /** Whichever node has stopped a job that waits here, its file need not wait for its turn. */
    private void leaveStopped() {
        for (UUID id : jobs.over(own.keySet())) {
            Runnable waiting = own.get(id);
            if (waiting != null && workers.remove(waiting)) {
                leave(id);
            }
        }
    }

    private void beat() {
        try {
            if (!own.isEmpty()) {
                jobs.beat(node, own.keySet());
                leaveStopped();
            }
            int silent = jobs.stopSilent();
            if (silent > 0) {
                LOG.warnf("stopped %d imports of nodes that are silent", silent);
            }
        } catch (RuntimeException unreachable) {
            // The next beat may do; if none does, the others take this node for dead, and its blocks fail.
            LOG.warn("the other nodes could not be told that this one is there", unreachable);
        }
    }
}

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
import org.startupatlas.query.parameter.Violation;
import org.startupatlas.sql.DatabaseException;

/**
 * Runs the jobs of this node, and stores the node's heartbeat. If the process is stopped or killed, the next process
 * started on the same data directory resumes its jobs after their last committed batch. If none is started, another
 * node stops them when the heartbeat is too old.
 */
@ApplicationScoped
public class ImportWorkers {

    private static final Logger LOG = Logger.getLogger(ImportWorkers.class);

    /** A node may miss five heartbeats before others stop its jobs. */
    private static final long HEARTBEAT_SECONDS = ImportJobRepository.MAX_SILENCE.toSeconds() / 6;

    /** Writing a batch takes a fraction of this. */
    private static final long MAX_STOP_SECONDS = 10;

    private final ImportJobRepository jobs;
    private final ImportRunner runner;
    private final UploadStore uploads;
    private final UUID node = UUID.randomUUID();

    /** The jobs that run or are queued on this node, with their tasks. */
    private final Map<UUID, Runnable> active = new ConcurrentHashMap<>();

    private final ThreadPoolExecutor workers = new ThreadPoolExecutor(
            Limits.MAX_CONCURRENT_IMPORTS,
            Limits.MAX_CONCURRENT_IMPORTS,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            work -> new Thread(work, "import"));
    private final ScheduledExecutorService heartbeat =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "import-heartbeat"));
    private volatile boolean stopping;

    ImportWorkers(ImportJobRepository jobs, ImportRunner runner, UploadStore uploads) {
        this.jobs = jobs;
        this.runner = runner;
        this.uploads = uploads;
    }

    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) StartupEvent event) {
        uploads.adoptAbandoned(this::resume);
        heartbeat.scheduleWithFixedDelay(this::sendHeartbeat, 0, HEARTBEAT_SECONDS, TimeUnit.SECONDS);
    }

    /** Resumes the job of an abandoned file; false if there is none. */
    private boolean resume(UUID file) {
        if (!jobs.adopt(file, node)) {
            return false;
        }
        LOG.infof("resuming import %s, which another process abandoned", file);
        begin(file);
        return true;
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        heartbeat.shutdownNow();
        workers.shutdown();
        if (!workers.awaitTermination(MAX_STOP_SECONDS, TimeUnit.SECONDS)) {
            LOG.warn("an import did not finish its current batch in time; it will be resumed at the next start");
        }
    }

    /**
     * Adds a job for an uploaded file to the queue.
     *
     * @return empty if a concurrent request with the same idempotency key was faster
     */
    public Optional<ImportJob> submit(ImportRequest request, UploadStore.Upload file) {
        Optional<ImportJob> job = jobs.add(request, file, node);
        job.ifPresent(added -> begin(added.id()));
        return job;
    }

    /** Removes an uploaded file, unless a job was added for it. */
    public void removeUnlessActive(UUID file) {
        if (!active.containsKey(file)) {
            uploads.remove(file);
        }
    }

    /** Adds a failed job for a truncated upload. */
    public void recordTruncated(ImportRequest request, UploadStore.Upload part) {
        jobs.addTruncated(request, part, node);
    }

    private void begin(UUID id) {
        Runnable work = () -> work(id);
        active.put(id, work);
        workers.execute(work);
    }

    private void work(UUID id) {
        if (stopping) {
            return;
        }
        boolean isEnded = true;
        try {
            jobs.read(id).filter(job -> !job.state().isEnd()).ifPresent(job -> runner.run(job, node, () -> stopping));
            isEnded = !stopping || jobs.read(id).map(job -> job.state().isEnd()).orElse(true);
        } catch (ImportJobRepository.JobLostException lost) {
            LOG.infof("import %s was taken over by another node", id);
        } catch (RuntimeException failed) {
            isEnded = !DatabaseException.isCauseOf(failed);
            if (isEnded) {
                LOG.errorf(failed, "import %s failed", id);
                fail(id);
            } else {
                LOG.warnf(failed, "import %s is interrupted, as the database is unavailable; retrying", id);
                retryLater(id);
            }
        }
        if (isEnded) {
            discard(id);
        }
    }

    private void discard(UUID id) {
        active.remove(id);
        uploads.remove(id);
    }

    /** Schedules a job again after the database was unavailable; what was not committed is not written. */
    private void retryLater(UUID id) {
        if (!stopping) {
            heartbeat.schedule(() -> workers.execute(active.get(id)), HEARTBEAT_SECONDS, TimeUnit.SECONDS);
        }
    }

    /** Ends a job as failed; the rows written before stay, and the job keeps its progress. */
    private void fail(UUID id) {
        try {
            Violation problem = Violation.ofWhole("import-failed", id.toString());
            jobs.end(id, node, new JobResult(ImportState.FAILED, problem, null));
        } catch (RuntimeException unreachable) {
            LOG.errorf(unreachable, "import %s cannot be marked as failed; another node will stop it", id);
        }
    }

    /** Discards the queued jobs that were stopped by a request to any node, with their files. */
    private void discardStopped() {
        for (UUID id : jobs.findEnded(active.keySet())) {
            Runnable waiting = active.get(id);
            if (waiting != null && workers.remove(waiting)) {
                discard(id);
            }
        }
    }

    private void sendHeartbeat() {
        try {
            if (!active.isEmpty()) {
                jobs.heartbeat(node, active.keySet());
                discardStopped();
            }
            int silent = jobs.stopSilent();
            if (silent > 0) {
                LOG.warnf("stopped %d imports of nodes that no longer send heartbeats", silent);
            }
        } catch (RuntimeException unreachable) {
            // The next heartbeat may succeed; if none does, other nodes stop the jobs, and their batches fail here.
            LOG.warn("the heartbeat of this node could not be written", unreachable);
        }
    }
}

package org.startupatlas.transfer.imports;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.startupatlas.change.WriterTurn;

/** The jobs, as requests and nodes see them; what writes takes its turn. */
@Singleton
class ImportJobs {

    private final ImportJobRepository repository;
    private final WriterTurn turn;

    ImportJobs(ImportJobRepository repository, WriterTurn turn) {
        this.repository = repository;
        this.turn = turn;
    }

    /**
     * A job for a file, which waits for its turn on a node.
     *
     * @return none if another try of the same request was faster
     */
    Optional<ImportJob> add(ImportRequest request, Spool.Stored file, UUID node) {
        ImportJob job = new ImportJob(request, file, node, repository.now());
        try {
            turn.take(() -> repository.add(job));
            return Optional.of(job);
        } catch (RuntimeException failed) {
            if (earlier(request).isEmpty()) {
                throw failed;
            }
            return Optional.empty();
        }
    }

    /** Tells that a file broke off while it was sent to a node. */
    void addBrokenOff(ImportRequest request, Spool.Stored part, UUID node) {
        ImportJob job = ImportJob.ofBrokenOff(request, part, node, repository.now());
        turn.take(() -> repository.add(job));
    }

    /** One of them. */
    Optional<ImportJob> find(UUID id) {
        return repository.read(id);
    }

    /** The latest of them, the last first. */
    List<ImportJob> latest() {
        return repository.latest();
    }

    /** The latest of those that a key has sent, the last first. */
    List<ImportJob> latestOf(String key) {
        return repository.latestOf(key);
    }

    /** The job that an earlier try of the same request has made. */
    Optional<ImportJob> earlier(ImportRequest request) {
        return request.idempotencyKey() == null
                ? Optional.empty()
                : repository.ofIdempotencyKey(
                        request.author(), request.declaration().resource(), request.idempotencyKey());
    }

    /**
     * The job runs now, and this was found out about its file.
     *
     * @throws JobLost if it is no longer this node's
     */
    void begin(UUID id, UUID node, Detection detection) {
        turn.take(() -> repository.begin(id, node, StoredJson.write(detection)));
    }

    /**
     * The job has come so far, and this is to report.
     *
     * @throws JobLost if it is no longer this node's
     */
    void progress(UUID id, UUID node, Progress progress) {
        turn.take(() -> repository.progress(id, node, progress));
    }

    /**
     * The same in the transaction that writes the rows, so that no row is written twice.
     *
     * @throws JobLost if it is no longer this node's
     */
    void progressWithRows(UUID id, UUID node, Progress progress) {
        repository.progress(id, node, progress);
    }

    /** The job is over; nothing happens to one that is no longer this node's. */
    void end(UUID id, UUID node, JobEnd end) {
        turn.take(() -> repository.end(id, node, end));
    }

    /** Stops a job, whoever works on it; false if it was over. */
    boolean stop(UUID id, String by) {
        return turn.take(() -> repository.stop(id, JobProblem.of("stopped-by", by)));
    }

    /** Deletes the report of a job that is over; false if there is none, or the job is not over. */
    boolean deleteReport(UUID id) {
        return turn.take(() -> repository.deleteReport(id));
    }

    /** How many entries the report of a job has. */
    long reportEntries(UUID id) {
        return repository.reportEntries(id);
    }

    /** Takes a job over from a process that is gone; false if it was over. */
    boolean adopt(UUID id, UUID node) {
        return turn.take(() -> repository.adopt(id, node));
    }

    /** The node is there, and works on these of its jobs. */
    void beat(UUID node, Collection<UUID> ids) {
        turn.take(() -> repository.beat(node, ids));
    }

    /** Which of these are over. */
    List<UUID> over(Collection<UUID> ids) {
        return repository.over(ids);
    }

    /** Ends the jobs of nodes that have been silent for too long; how many there were. */
    int stopSilent() {
        return turn.take(repository::stopSilent);
    }
}

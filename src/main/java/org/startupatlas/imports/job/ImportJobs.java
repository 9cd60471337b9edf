package org.startupatlas.imports.job;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.startupatlas.database.WriteSerializer;
import org.startupatlas.imports.file.Detection;
import org.startupatlas.imports.report.StoredJson;
import org.startupatlas.query.parameter.Violation;

/** The import jobs, as requests and nodes use them. Writes go through the {@link WriteSerializer}. */
@Singleton
public class ImportJobs {

    private final ImportJobRepository repository;
    private final WriteSerializer serializer;

    ImportJobs(ImportJobRepository repository, WriteSerializer serializer) {
        this.repository = repository;
        this.serializer = serializer;
    }

    /**
     * Adds a queued job for an uploaded file.
     *
     * @return empty if a concurrent request with the same idempotency key was faster
     */
    Optional<ImportJob> add(ImportRequest request, UploadStore.Upload file, UUID node) {
        ImportJob job = new ImportJob(request, file, node, repository.now());
        try {
            serializer.take(() -> repository.add(job));
            return Optional.of(job);
        } catch (RuntimeException failed) {
            if (findEarlier(request).isEmpty()) {
                throw failed;
            }
            return Optional.empty();
        }
    }

    /** Adds a failed job for a truncated upload, so that the sender can read what happened. */
    void addTruncated(ImportRequest request, UploadStore.Upload part, UUID node) {
        ImportJob job = ImportJob.ofTruncated(request, part, node, repository.now());
        serializer.take(() -> repository.add(job));
    }

    public Optional<ImportJob> find(UUID id) {
        return repository.read(id);
    }

    /** Returns the latest jobs, newest first. */
    public List<ImportJob> latest() {
        return repository.latest();
    }

    /** Returns the latest jobs of an API key, newest first. */
    public List<ImportJob> latestOf(String key) {
        return repository.latestOf(key);
    }

    /** Returns the job of an earlier request with the same idempotency key. */
    public Optional<ImportJob> findEarlier(ImportRequest request) {
        return request.idempotencyKey() == null
                ? Optional.empty()
                : repository.findByIdempotencyKey(
                        request.author(), request.schema().resource(), request.idempotencyKey());
    }

    /**
     * Marks a job as running, and stores the detection of its file.
     *
     * @throws org.startupatlas.imports.batch.JobLostException if the job is not active on the node
     */
    void begin(UUID id, UUID node, Detection detection) {
        serializer.take(() -> repository.begin(id, node, StoredJson.write(detection)));
    }

    /**
     * Stores the progress of a dry run in a transaction of its own.
     *
     * @throws org.startupatlas.imports.batch.JobLostException if the job is not active on the node
     */
    void saveProgress(UUID id, UUID node, Progress progress) {
        serializer.take(() -> repository.saveProgress(id, node, progress));
    }

    /**
     * Stores the progress in the transaction that writes the rows, so that no row is written twice.
     *
     * @throws org.startupatlas.imports.batch.JobLostException if the job is not active on the node
     */
    void saveProgressInTransaction(UUID id, UUID node, Progress progress) {
        repository.saveProgress(id, node, progress);
    }

    /** Ends a job; does nothing if the job is not active on the node. */
    void end(UUID id, UUID node, JobResult end) {
        serializer.take(() -> repository.end(id, node, end));
    }

    /** Stops an active job of any node; false if it has ended. */
    public boolean stop(UUID id, String by) {
        return serializer.take(() -> repository.stop(id, Violation.ofWhole("stopped-by", by)));
    }

    /** Deletes the report of an ended job; false if the job has not ended or the report was deleted before. */
    public boolean deleteReport(UUID id) {
        return serializer.take(() -> repository.deleteReport(id));
    }

    public long countReportEntries(UUID id) {
        return repository.countReportEntries(id);
    }

    /** Assigns an active job to a node; false if it has ended. */
    boolean adopt(UUID id, UUID node) {
        return serializer.take(() -> repository.adopt(id, node));
    }

    /** Stores the heartbeat of a node for its active jobs. */
    void heartbeat(UUID node, Collection<UUID> ids) {
        serializer.take(() -> repository.heartbeat(node, ids));
    }

    /** Returns the ids of the jobs that have ended. */
    List<UUID> findEnded(Collection<UUID> ids) {
        return repository.findEnded(ids);
    }

    /** Stops the jobs of nodes whose heartbeat is too old; returns how many there were. */
    int stopSilent() {
        return serializer.take(repository::stopSilent);
    }
}

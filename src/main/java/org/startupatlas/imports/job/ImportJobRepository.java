package org.startupatlas.imports.job;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.panache.common.Sort;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.hibernate.StatelessSession;
import org.startupatlas.database.WriteSerializer;
import org.startupatlas.http.Limits;
import org.startupatlas.imports.file.Detection;
import org.startupatlas.imports.report.ReportRepository;
import org.startupatlas.imports.report.StoredJson;
import org.startupatlas.query.parameter.Violation;
import org.startupatlas.write.request.IdempotencyKey;

/**
 * Reads and writes the table of import jobs. A job belongs to one node, and only that node updates its progress. A node
 * that has lost a job is stopped by {@link JobLostException} in the transaction that would write its rows.
 */
@Singleton
public class ImportJobRepository implements PanacheRepositoryBase<ImportJob, UUID> {

    /** How long an ended job and its report are kept. */
    static final Duration REPORT_RETENTION = Duration.ofDays(Limits.DAYS_OF_IMPORTS);

    /** Age of the last heartbeat after which another node stops a job. */
    static final Duration MAX_SILENCE = Duration.ofSeconds(Limits.MAX_IMPORT_SILENCE_SECONDS);

    private static final String IS_ACTIVE = " and state in ('queued', 'running')";

    private final ReportRepository reports;
    private final StatelessSession statements;
    private final WriteSerializer serializer;
    private final Clock clock = Clock.systemUTC();

    ImportJobRepository(ReportRepository reports, StatelessSession statements, WriteSerializer serializer) {
        this.reports = reports;
        this.statements = statements;
        this.serializer = serializer;
    }

    /** Runs statements in a transaction of their own. */
    private <T> T write(Supplier<T> work) {
        return serializer.take(() -> QuarkusTransaction.requiringNew().call(work::get));
    }

    /**
     * Adds a queued job for an uploaded file.
     *
     * @return empty if a concurrent request with the same idempotency key was faster
     */
    Optional<ImportJob> add(ImportRequest request, UploadStore.Upload file, UUID node) {
        ImportJob job = new ImportJob(request, file, node, now());
        try {
            add(job);
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
        add(ImportJob.ofTruncated(request, part, node, now()));
    }

    /** Adds a job; deletes the jobs and idempotency keys that have expired. */
    private void add(ImportJob job) {
        write(() -> {
            delete("endedAt < ?1", now().minus(REPORT_RETENTION));
            update("idempotencyKey = null where createdAt < ?1", now().minus(IdempotencyKey.RETENTION));
            persist(job);
            return job;
        });
    }

    @Transactional
    public Optional<ImportJob> read(UUID id) {
        return findByIdOptional(id);
    }

    /** Returns the latest jobs, newest first. */
    @Transactional
    public List<ImportJob> latest() {
        return findAll(Sort.descending("createdAt").and("id"))
                .page(0, Limits.MAX_IMPORTS_LISTED)
                .list();
    }

    /** Returns the latest jobs of an API key, newest first. */
    @Transactional
    public List<ImportJob> latestOf(String key) {
        return find("writtenBy", Sort.descending("createdAt").and("id"), key)
                .page(0, Limits.MAX_IMPORTS_LISTED)
                .list();
    }

    /** Returns the job of an earlier request with the same idempotency key, unless that has expired. */
    @Transactional
    public Optional<ImportJob> findEarlier(ImportRequest request) {
        return request.idempotencyKey() == null
                ? Optional.empty()
                : find(
                                "writtenBy = ?1 and resource = ?2 and idempotencyKey = ?3 and createdAt >= ?4",
                                request.author(),
                                request.schema().resource(),
                                request.idempotencyKey(),
                                now().minus(IdempotencyKey.RETENTION))
                        .firstResultOptional();
    }

    /**
     * Marks a job as running, and stores the detection of its file.
     *
     * @throws JobLostException if the job is not active on the node
     */
    void begin(UUID id, UUID node, Detection detection) {
        requireOwned(write(() -> update(
                "state = 'running', startedAt = coalesce(startedAt, ?3), beatAt = ?3, detection = ?4"
                        + " where id = ?1 and node = ?2" + IS_ACTIVE,
                id,
                node,
                now(),
                StoredJson.write(detection))));
    }

    /**
     * Stores the progress of a dry run in a transaction of its own.
     *
     * @throws JobLostException if the job is not active on the node
     */
    void saveProgress(UUID id, UUID node, Progress progress) {
        write(() -> {
            saveProgressInTransaction(id, node, progress);
            return progress;
        });
    }

    /**
     * Stores the progress of a job and its report entries in the transaction that writes the rows, so that no row is
     * written twice. Uses a stateless session, because the session would check every entity of the batch for changes
     * before the update.
     *
     * @throws JobLostException if the job is not active on the node
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void saveProgressInTransaction(UUID id, UUID node, Progress progress) {
        RowCounts rows = progress.rows();
        requireOwned(statements
                .createMutationQuery("update ImportJob set beatAt = :now, bytesRead = :bytes, rowsRead = :read,"
                        + " rowsCreated = :created, rowsUpdated = :updated, rowsUnchanged = :unchanged,"
                        + " rowsRefused = :refused where id = :id and node = :node" + IS_ACTIVE)
                .setParameter("now", now())
                .setParameter("bytes", progress.bytesRead())
                .setParameter("read", rows.read())
                .setParameter("created", rows.created())
                .setParameter("updated", rows.updated())
                .setParameter("unchanged", rows.unchanged())
                .setParameter("refused", rows.refused())
                .setParameter("id", id)
                .setParameter("node", node)
                .executeUpdate());
        reports.add(id, progress.reportEntries());
    }

    /** Ends a job; does nothing if the job is not active on the node. */
    void end(UUID id, UUID node, JobResult end) {
        write(() -> update(
                "state = ?3, problem = ?4, detection = coalesce(?5, detection), endedAt = ?6"
                        + " where id = ?1 and node = ?2" + IS_ACTIVE,
                id,
                node,
                end.state().code(),
                end.problem() == null ? null : StoredJson.problem(end.problem()),
                end.detection() == null ? null : StoredJson.write(end.detection()),
                now()));
    }

    /** Stops an active job of any node; false if it has ended. */
    public boolean stop(UUID id, String by) {
        return write(() -> update(
                        "state = 'stopped', problem = ?2, endedAt = ?3 where id = ?1" + IS_ACTIVE,
                        id,
                        StoredJson.problem(Violation.ofWhole("stopped-by", by)),
                        now()))
                > 0;
    }

    /** Deletes the report of an ended job; false if the job has not ended or the report was deleted before. */
    public boolean deleteReport(UUID id) {
        return write(() -> {
            // The update locks the row, so that only one of two concurrent requests deletes the report.
            int updated = update(
                    "reportDeletedAt = ?2 where id = ?1 and endedAt is not null and reportDeletedAt is null",
                    id,
                    now());
            if (updated > 0) {
                reports.deleteAll(id);
            }
            return updated > 0;
        });
    }

    @Transactional
    public long countReportEntries(UUID id) {
        return reports.count(id);
    }

    /** Assigns an active job to a node; false if it has ended. */
    boolean adopt(UUID id, UUID node) {
        return write(() -> update("node = ?2, beatAt = ?3 where id = ?1" + IS_ACTIVE, id, node, now())) > 0;
    }

    /** Stores the heartbeat of a node for its active jobs. */
    void heartbeat(UUID node, Collection<UUID> ids) {
        write(() -> update("beatAt = ?3 where node = ?1 and id in ?2" + IS_ACTIVE, node, ids, now()));
    }

    /** Returns the ids of the jobs that have ended. */
    @Transactional
    List<UUID> findEnded(Collection<UUID> ids) {
        return statements
                .createSelectionQuery("select id from ImportJob where id in :ids and endedAt is not null", UUID.class)
                .setParameterList("ids", ids)
                .list();
    }

    /** Stops the jobs whose last heartbeat is older than {@link #MAX_SILENCE}; returns how many there were. */
    int stopSilent() {
        return write(() -> update(
                "state = 'stopped', problem = ?2, endedAt = ?3 where beatAt < ?1" + IS_ACTIVE,
                now().minus(MAX_SILENCE),
                StoredJson.problem(Violation.ofWhole("node-silent")),
                now()));
    }

    /**
     * Rolls back the transaction, because the job is no longer active on this node: it was stopped, or the heartbeat of
     * the node was too old. Nothing more may be written.
     */
    static final class JobLostException extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    private static void requireOwned(int updated) {
        if (updated == 0) {
            throw new JobLostException();
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}

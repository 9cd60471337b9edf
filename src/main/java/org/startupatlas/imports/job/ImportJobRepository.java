package org.startupatlas.imports.job;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
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
import org.hibernate.StatelessSession;
import org.startupatlas.http.Limits;
import org.startupatlas.imports.batch.JobLostException;
import org.startupatlas.imports.report.ReportRepository;
import org.startupatlas.imports.report.StoredJson;
import org.startupatlas.query.parameter.Violation;

/**
 * Reads and writes the table of import jobs. A job belongs to one node, and only that node updates its progress. A node
 * that has lost a job is stopped by {@link JobLostException} in the transaction that would write its rows.
 */
@Singleton
class ImportJobRepository implements PanacheRepositoryBase<ImportJob, UUID> {

    /** How long an ended job and its report are kept. */
    static final Duration REPORT_RETENTION = Duration.ofDays(Limits.DAYS_OF_IMPORTS);

    /** Age of the last heartbeat after which another node stops a job. */
    static final Duration MAX_SILENCE = Duration.ofSeconds(Limits.MAX_IMPORT_SILENCE_SECONDS);

    /** How long an idempotency key is remembered, as api.md says. */
    private static final Duration IDEMPOTENCY_WINDOW = Duration.ofHours(24);

    private static final String IS_ACTIVE = " and state in ('queued', 'running')";

    private final ReportRepository reports;
    private final StatelessSession statements;
    private final Clock clock = Clock.systemUTC();

    ImportJobRepository(ReportRepository reports, StatelessSession statements) {
        this.reports = reports;
        this.statements = statements;
    }

    /** Adds a job; deletes the jobs and idempotency keys that have expired. */
    @Transactional
    void add(ImportJob job) {
        delete("endedAt < ?1", now().minus(REPORT_RETENTION));
        update("idempotencyKey = null where createdAt < ?1", now().minus(IDEMPOTENCY_WINDOW));
        persist(job);
    }

    @Transactional
    Optional<ImportJob> read(UUID id) {
        return findByIdOptional(id);
    }

    /** Returns the latest jobs, newest first. */
    @Transactional
    List<ImportJob> latest() {
        return findAll(Sort.descending("createdAt").and("id"))
                .page(0, Limits.MOST_IMPORTS_LISTED)
                .list();
    }

    /** Returns the latest jobs of an API key, newest first. */
    @Transactional
    List<ImportJob> latestOf(String key) {
        return find("writtenBy", Sort.descending("createdAt").and("id"), key)
                .page(0, Limits.MOST_IMPORTS_LISTED)
                .list();
    }

    /** Returns the job that an API key has started for a resource under an idempotency key, unless that has expired. */
    @Transactional
    Optional<ImportJob> findByIdempotencyKey(String writtenBy, String resource, String idempotencyKey) {
        return find(
                        "writtenBy = ?1 and resource = ?2 and idempotencyKey = ?3 and createdAt >= ?4",
                        writtenBy,
                        resource,
                        idempotencyKey,
                        now().minus(IDEMPOTENCY_WINDOW))
                .firstResultOptional();
    }

    /**
     * Marks a job as running, and stores the detection of its file.
     *
     * @throws JobLostException if the job is not active on the node
     */
    @Transactional
    void begin(UUID id, UUID node, String detection) {
        requireOwned(update(
                "state = 'running', startedAt = coalesce(startedAt, ?3), beatAt = ?3, detection = ?4"
                        + " where id = ?1 and node = ?2" + IS_ACTIVE,
                id,
                node,
                now(),
                detection));
    }

    /**
     * Stores the progress of a job and its report entries, in the caller's transaction where there is one. Uses a
     * stateless session, because the session would check every entity of the batch for changes before the update.
     *
     * @throws JobLostException if the job is not active on the node
     */
    @Transactional
    void saveProgress(UUID id, UUID node, Progress progress) {
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
    @Transactional
    void end(UUID id, UUID node, JobResult end) {
        update(
                "state = ?3, problem = ?4, detection = coalesce(?5, detection), endedAt = ?6"
                        + " where id = ?1 and node = ?2" + IS_ACTIVE,
                id,
                node,
                end.state().code(),
                end.problem() == null ? null : StoredJson.problem(end.problem()),
                end.detection() == null ? null : StoredJson.write(end.detection()),
                now());
    }

    /** Stops an active job of any node; false if it has ended. */
    @Transactional
    boolean stop(UUID id, Violation problem) {
        return update(
                        "state = 'stopped', problem = ?2, endedAt = ?3 where id = ?1" + IS_ACTIVE,
                        id,
                        StoredJson.problem(problem),
                        now())
                > 0;
    }

    /** Deletes the report of an ended job; false if the job has not ended or the report was deleted before. */
    @Transactional
    boolean deleteReport(UUID id) {
        // The update locks the row, so that only one of two concurrent requests deletes the report.
        int updated = update(
                "reportDeletedAt = ?2 where id = ?1 and endedAt is not null and reportDeletedAt is null", id, now());
        if (updated > 0) {
            reports.deleteAll(id);
        }
        return updated > 0;
    }

    @Transactional
    long countReportEntries(UUID id) {
        return reports.count(id);
    }

    /** Assigns an active job to a node; false if it has ended. */
    @Transactional
    boolean adopt(UUID id, UUID node) {
        return update("node = ?2, beatAt = ?3 where id = ?1" + IS_ACTIVE, id, node, now()) > 0;
    }

    /** Stores the heartbeat of a node for its active jobs. */
    @Transactional
    void heartbeat(UUID node, Collection<UUID> ids) {
        update("beatAt = ?3 where node = ?1 and id in ?2" + IS_ACTIVE, node, ids, now());
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
    @Transactional
    int stopSilent() {
        return update(
                "state = 'stopped', problem = ?2, endedAt = ?3 where beatAt < ?1" + IS_ACTIVE,
                now().minus(MAX_SILENCE),
                StoredJson.problem(Violation.ofWhole("node-silent")),
                now());
    }

    private static void requireOwned(int updated) {
        if (updated == 0) {
            throw new JobLostException();
        }
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}

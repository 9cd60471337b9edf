package org.startupatlas.transfer.imports;

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

/**
 * Keeps the jobs. A job belongs to the node that works on it, and only that node tells of its progress; a node that has
 * lost one finds out in the transaction that would write its rows.
 */
@Singleton
class ImportJobRepository implements PanacheRepositoryBase<ImportJob, UUID> {

    /** As long as the report of a job that has ended is kept. */
    static final Duration KEPT = Duration.ofDays(Limits.DAYS_OF_IMPORTS);

    /** After so long a silence of a node, any other ends its jobs. */
    static final Duration LONGEST_SILENCE = Duration.ofSeconds(Limits.SILENT_SECONDS_OF_IMPORTS);

    /** As long as the same request is known again, as api.md says. */
    private static final Duration KNOWN_AGAIN = Duration.ofHours(24);

    private static final String RUNS = " and state in ('queued', 'running')";

    private final FindingRepository findings;
    private final StatelessSession statements;
    private final Clock clock = Clock.systemUTC();

    ImportJobRepository(FindingRepository findings, StatelessSession statements) {
        this.findings = findings;
        this.statements = statements;
    }

    /** Takes on a job, and takes away those that were kept long enough. */
    @Transactional
    void add(ImportJob job) {
        delete("endedAt < ?1", now().minus(KEPT));
        update("idempotencyKey = null where createdAt < ?1", now().minus(KNOWN_AGAIN));
        persist(job);
    }

    /** One of them. */
    @Transactional
    Optional<ImportJob> read(UUID id) {
        return findByIdOptional(id);
    }

    /** The latest of them, the last first. */
    @Transactional
    List<ImportJob> latest() {
        return findAll(Sort.descending("createdAt").and("id"))
                .page(0, Limits.MOST_IMPORTS_LISTED)
                .list();
    }

    /** The latest of those that a key has sent, the last first. */
    @Transactional
    List<ImportJob> latestOf(String key) {
        return find("writtenBy", Sort.descending("createdAt").and("id"), key)
                .page(0, Limits.MOST_IMPORTS_LISTED)
                .list();
    }

    /** The job that the same key has sent under that name to the same resource, not too long ago. */
    @Transactional
    Optional<ImportJob> ofIdempotencyKey(String writtenBy, String resource, String name) {
        return find(
                        "writtenBy = ?1 and resource = ?2 and idempotencyKey = ?3 and createdAt >= ?4",
                        writtenBy,
                        resource,
                        name,
                        now().minus(KNOWN_AGAIN))
                .firstResultOptional();
    }

    /** The job runs now, and this was found out about its file. */
    @Transactional
    void begin(UUID id, UUID node, String detection) {
        requireOwn(update(
                "state = 'running', startedAt = coalesce(startedAt, ?3), beatAt = ?3, detection = ?4"
                        + " where id = ?1 and node = ?2" + RUNS,
                id,
                node,
                now(),
                detection));
    }

    /**
     * The job has come so far, and this is to report; in the transaction that writes the rows, where there is one. It is
     * told past the session, which would look through all that it has of the block for changes.
     */
    @Transactional
    void progress(UUID id, UUID node, Progress progress) {
        RowCounts rows = progress.rows();
        requireOwn(statements
                .createMutationQuery("update ImportJob set beatAt = :now, bytesRead = :bytes, rowsRead = :read,"
                        + " rowsCreated = :created, rowsUpdated = :updated, rowsUnchanged = :unchanged,"
                        + " rowsRefused = :refused where id = :id and node = :node" + RUNS)
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
        findings.add(id, progress.told());
    }

    /** The job is over; nothing happens to one that is no longer this node's. */
    @Transactional
    void end(UUID id, UUID node, JobEnd end) {
        update(
                "state = ?3, problem = ?4, detection = coalesce(?5, detection), endedAt = ?6"
                        + " where id = ?1 and node = ?2" + RUNS,
                id,
                node,
                end.state().code(),
                end.problem() == null ? null : StoredJson.write(end.problem()),
                end.detection() == null ? null : StoredJson.write(end.detection()),
                now());
    }

    /** Stops a job, whoever works on it. */
    @Transactional
    boolean stop(UUID id, JobProblem problem) {
        return update(
                        "state = 'stopped', problem = ?2, endedAt = ?3 where id = ?1" + RUNS,
                        id,
                        StoredJson.write(problem),
                        now())
                > 0;
    }

    /** Deletes the report of a job that is over; false if there is none, or the job is not over. */
    @Transactional
    boolean deleteReport(UUID id) {
        // Locks the job, so that of two deletions one finds the report.
        int jobs = update(
                "reportDeletedAt = ?2 where id = ?1 and endedAt is not null and reportDeletedAt is null", id, now());
        if (jobs > 0) {
            findings.deleteAll(id);
        }
        return jobs > 0;
    }

    /** How many entries the report of a job has. */
    @Transactional
    long reportEntries(UUID id) {
        return findings.count(id);
    }

    /** Takes a job over from a node that is gone. */
    @Transactional
    boolean adopt(UUID id, UUID node) {
        return update("node = ?2, beatAt = ?3 where id = ?1" + RUNS, id, node, now()) > 0;
    }

    /** The node is there, and works on these of its jobs. */
    @Transactional
    void beat(UUID node, Collection<UUID> ids) {
        update("beatAt = ?3 where node = ?1 and id in ?2" + RUNS, node, ids, now());
    }

    /** Which of these are over. */
    @Transactional
    List<UUID> over(Collection<UUID> ids) {
        return statements
                .createSelectionQuery("select id from ImportJob where id in :ids and endedAt is not null", UUID.class)
                .setParameterList("ids", ids)
                .list();
    }

    /** Ends the jobs of nodes that have been silent for too long. */
    @Transactional
    int stopSilent() {
        return update(
                "state = 'stopped', problem = ?2, endedAt = ?3 where beatAt < ?1" + RUNS,
                now().minus(LONGEST_SILENCE),
                StoredJson.write(JobProblem.of("node-silent")),
                now());
    }

    private static void requireOwn(int jobs) {
        if (jobs == 0) {
            throw new JobLost();
        }
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}

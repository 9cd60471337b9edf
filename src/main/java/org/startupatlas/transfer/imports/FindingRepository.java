package org.startupatlas.transfer.imports;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.StatelessSession;
import org.startupatlas.change.Redaction;
import org.startupatlas.query.Declaration;
import org.startupatlas.writing.KeptCopies;
import org.startupatlas.writing.RedactionReach.Unreached;

/** Keeps what reports tell. */
@Singleton
class FindingRepository implements PanacheRepositoryBase<Finding, Finding.Key>, KeptCopies {

    /** A block is a megabyte or so, and is read in a few milliseconds. */
    private static final int BLOCK = 1_000;

    private final StatelessSession statements;

    FindingRepository(StatelessSession statements) {
        this.statements = statements;
    }

    /** Adds what is told of rows. */
    void add(UUID job, List<Told> told) {
        Map<Long, Integer> positions = new HashMap<>();
        List<Finding> findings = new ArrayList<>(told.size());
        for (Told each : told) {
            int position = positions.merge(each.rowNumber(), 1, Integer::sum);
            Finding.Key key = new Finding.Key(job, each.rowNumber(), position);
            findings.add(new Finding(
                    key, each.kind(), each.recordId(), each.document().toString()));
        }
        statements.insertMultiple(findings);
    }

    /**
     * A block of what is told of one kind, in the order of the rows; an empty one at the end. Each is read by itself, so
     * that who reads slowly holds nothing.
     *
     * @param behind the last of the block before, or null for the first
     */
    @Transactional
    List<Finding> block(UUID job, Finding.Kind kind, Finding.Key behind) {
        long row = behind == null ? 0 : behind.rowNo();
        int position = behind == null ? 0 : behind.position();
        return find(
                        "key.job = ?1 and kind = ?2 and (key.rowNo > ?3 or key.rowNo = ?3 and key.position > ?4)"
                                + " order by key.rowNo, key.position",
                        job,
                        kind.code(),
                        row,
                        position)
                .page(0, BLOCK)
                .list();
    }

    /** Deletes all that is told of a job. */
    void deleteAll(UUID job) {
        delete("key.job", job);
    }

    /** How much is told of a job. */
    long count(UUID job) {
        return count("key.job", job);
    }

    @Override
    public String place() {
        return "import_reports";
    }

    @Override
    public int redact(Declaration declaration, String recordId, Redaction redaction) {
        int held = 0;
        for (Finding finding : list(
                "recordId = ?1 and key.job in (select id from ImportJob where resource = ?2)",
                recordId,
                declaration.resource())) {
            ObjectNode told = (ObjectNode) StoredJson.tree(finding.document());
            if (FindingJson.redact(finding.kind(), told, redaction)) {
                // By a statement, which a report that is deleted at the same time does not make fail.
                update("document = ?1 where key = ?2", told.toString(), finding.key());
                held++;
            }
        }
        return held;
    }

    /** The files of jobs that are not over, and the refused rows of records that were never created. */
    @Override
    public List<Unreached> unreached(Declaration declaration) {
        return List.of(
                unreached(
                        "running_imports",
                        declaration,
                        "select id from ImportJob where resource = :resource and endedAt is null order by id desc",
                        ""),
                unreached(
                        "refused_rows",
                        declaration,
                        "select j.id from ImportJob j where j.resource = :resource and exists (select 1 from Finding f"
                                + " where f.key.job = j.id and f.recordId is null) order by j.id desc",
                        "/report"));
    }

    private Unreached unreached(String where, Declaration declaration, String query, String suffix) {
        List<String> jobs = statements
                .createSelectionQuery(query, UUID.class)
                .setParameter("resource", declaration.resource())
                .getResultList()
                .stream()
                .map(id -> "/v1/imports/" + id + suffix)
                .toList();
        return Unreached.of(where, jobs);
    }
}

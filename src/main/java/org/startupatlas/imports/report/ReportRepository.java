package org.startupatlas.imports.report;

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
import org.startupatlas.changelog.Redaction;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.write.request.RecordCopies;
import org.startupatlas.write.request.RedactionReach.Unreached;

/** Reads and writes the table of report rows. */
@Singleton
public class ReportRepository implements PanacheRepositoryBase<ReportRow, ReportRow.Key>, RecordCopies {

    /** A batch is about a megabyte, and is read in a few milliseconds. */
    private static final int BATCH_SIZE = 1_000;

    /** A row of a file may have 32,768 characters. */
    private static final int ROWS_BATCH_SIZE = 100;

    private final StatelessSession statements;

    ReportRepository(StatelessSession statements) {
        this.statements = statements;
    }

    /** Adds entries to the report of a job. */
    public void add(UUID job, List<ReportEntry> entries) {
        Map<Long, Integer> positions = new HashMap<>();
        List<ReportRow> rows = new ArrayList<>(entries.size());
        for (ReportEntry entry : entries) {
            int position = positions.merge(entry.rowNumber(), 1, Integer::sum);
            ReportRow.Key key = new ReportRow.Key(job, entry.rowNumber(), position);
            rows.add(new ReportRow(
                    key, entry.kind(), entry.recordId(), entry.document().toString()));
        }
        statements.insertMultiple(rows);
    }

    /**
     * Returns a batch of report rows of one kind, in the order of the file; empty at the end. Each batch is read in a
     * transaction of its own, so that a slow client holds no connection.
     *
     * @param after the key of the last row of the batch before, or null for the first batch
     */
    @Transactional
    public List<ReportRow> readBatch(UUID job, ReportRow.Kind kind, ReportRow.Key after) {
        return readBatch(job, List.of(kind), BATCH_SIZE, after);
    }

    /** Returns a batch of refused rows as the file has them, each after what is wrong with it; otherwise the same. */
    @Transactional
    public List<ReportRow> readRefused(UUID job, ReportRow.Key after) {
        return readBatch(job, List.of(ReportRow.Kind.REFUSED, ReportRow.Kind.ROW), ROWS_BATCH_SIZE, after);
    }

    private List<ReportRow> readBatch(UUID job, List<ReportRow.Kind> kinds, int size, ReportRow.Key after) {
        long row = after == null ? 0 : after.rowNo();
        int position = after == null ? 0 : after.position();
        return find(
                        "key.job = ?1 and kind in ?2 and (key.rowNo > ?3 or key.rowNo = ?3 and key.position > ?4)"
                                + " order by key.rowNo, key.position",
                        job,
                        kinds.stream().map(ReportRow.Kind::code).toList(),
                        row,
                        position)
                .page(0, size)
                .list();
    }

    /** Counts what the report rows of some kinds have in common, reading them once. */
    public ReportSummary summary(UUID job, List<ReportRow.Kind> kinds) {
        ReportSummary summary = new ReportSummary();
        for (ReportRow.Kind kind : kinds) {
            List<ReportRow> batch = readBatch(job, kind, null);
            while (!batch.isEmpty()) {
                batch.forEach(summary::add);
                batch = readBatch(job, kind, batch.get(batch.size() - 1).key());
            }
        }
        return summary;
    }

    /** Deletes the report of a job. */
    public void deleteAll(UUID job) {
        delete("key.job", job);
    }

    /** Counts the entries of the report of a job; the rows of its file are no entries. */
    public long count(UUID job) {
        return count("key.job = ?1 and kind <> ?2", job, ReportRow.Kind.ROW.code());
    }

    @Override
    public String place() {
        return "import_reports";
    }

    @Override
    public int redact(ResourceSchema schema, String recordId, Redaction redaction) {
        int redacted = 0;
        for (ReportRow row : list(
                "recordId = ?1 and key.job in (select id from ImportJob where resource = ?2)",
                recordId,
                schema.resource())) {
            ObjectNode document = (ObjectNode) StoredJson.tree(row.document());
            if (ReportRowJson.redact(row.kind(), document, redaction)) {
                // An update statement does not fail if the report is deleted at the same time.
                update("document = ?1 where key = ?2", document.toString(), row.key());
                redacted++;
            }
        }
        return redacted;
    }

    /**
     * Returns the jobs that have not ended, whose files remain, and those with refused rows of records never created.
     */
    @Override
    public List<Unreached> unreached(ResourceSchema schema) {
        return List.of(
                unreached(
                        "running_imports",
                        schema,
                        "select id from ImportJob where resource = :resource and endedAt is null order by id desc",
                        ""),
                unreached(
                        "refused_rows",
                        schema,
                        "select j.id from ImportJob j where j.resource = :resource and exists (select 1 from ReportRow f"
                                + " where f.key.job = j.id and f.recordId is null) order by j.id desc",
                        "/report"));
    }

    private Unreached unreached(String where, ResourceSchema schema, String query, String suffix) {
        List<String> jobs = statements
                .createSelectionQuery(query, UUID.class)
                .setParameter("resource", schema.resource())
                .getResultList()
                .stream()
                .map(id -> "/v1/imports/" + id + suffix)
                .toList();
        return Unreached.of(where, jobs);
    }
}

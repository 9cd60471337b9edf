package org.startupatlas.imports.job;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.startupatlas.imports.batch.BatchImport;
import org.startupatlas.imports.batch.ConcurrentWriteDetector;
import org.startupatlas.imports.batch.FileRows;
import org.startupatlas.imports.batch.ImportProvenance;
import org.startupatlas.imports.batch.RowBatch;
import org.startupatlas.imports.batch.RowFailures;
import org.startupatlas.imports.cell.CellParser;
import org.startupatlas.imports.file.Detection;
import org.startupatlas.imports.file.ImportRow;
import org.startupatlas.imports.file.RowSource;
import org.startupatlas.imports.job.BatchSplitter.Outcome;
import org.startupatlas.imports.match.RowMatcher;
import org.startupatlas.imports.report.ReportEntry;
import org.startupatlas.query.parameter.RejectedException;
import org.startupatlas.query.parameter.Violation;
import org.startupatlas.sql.DatabaseException;
import org.startupatlas.write.batch.BatchWriter;
import org.startupatlas.write.batch.RowResult;
import org.startupatlas.write.request.Actor;

/** Reads the first rows of a file and does with them what a dry run would do, without a job. */
@Singleton
public class ImportPreviewer {

    /** Maximum number of rows. */
    public static final int MAX_ROWS = 20;

    /** A row with a quotation mark that is closed beyond the end of what was read. */
    private static final String UNCLOSED = "unclosed-quote";

    /** More is decompressed than a preview takes. */
    private static final String TOO_LARGE = "file-too-large";

    private final CellParser cellParser;
    private final RowMatcher matcher;
    private final BatchWriter writer;
    private final ImportActors actors;
    private final UploadStore uploads;

    ImportPreviewer(
            CellParser cellParser, RowMatcher matcher, BatchWriter writer, ImportActors actors, UploadStore uploads) {
        this.cellParser = cellParser;
        this.matcher = matcher;
        this.writer = writer;
        this.actors = actors;
        this.uploads = uploads;
    }

    /**
     * The beginning of a file.
     *
     * @param detection null if the file cannot be read
     * @param rows the first rows
     * @param problem why the file cannot be read, or not further than these rows; null if it can
     */
    public record Preview(Detection detection, List<Row> rows, Violation problem) {

        public Preview {
            rows = List.copyOf(rows);
        }
    }

    /** A row, and what would become of it. */
    public record Row(ImportRow row, RowResult result, List<ReportEntry> entries) {

        public Row {
            entries = List.copyOf(entries);
        }
    }

    /**
     * Returns a preview of a workbook, and removes the file.
     *
     * @param request a request for a dry run
     */
    public Preview ofWorkbook(ImportRequest request, UploadStore.Upload file) {
        return preview(
                request,
                file,
                () -> RowSource.open(
                        uploads.path(file.id()),
                        request.schema(),
                        request.options().reading(),
                        cellParser),
                false);
    }

    /**
     * Returns a preview of a text, and removes the file.
     *
     * @param request a request for a dry run
     * @param isCut whether the file is the beginning of a longer one
     */
    public Preview ofText(ImportRequest request, UploadStore.Upload file, boolean isCut) {
        return preview(
                request,
                file,
                () -> RowSource.openBeginning(
                        uploads.path(file.id()),
                        request.schema(),
                        request.options().reading(),
                        cellParser),
                isCut);
    }

    private Preview preview(ImportRequest request, UploadStore.Upload file, Supplier<RowSource> opened, boolean isCut) {
        try (RowSource source = opened.get()) {
            FirstRows first = new FirstRows(source, isCut);
            ImportJob job = new ImportJob(request, file, file.id(), Instant.now()); // is not stored
            return new Preview(source.detection(), new Rows(request, job).write(first.rows), first.problem);
        } catch (RejectedException unreadable) {
            return new Preview(null, List.of(), unreadable.violations().get(0));
        } finally {
            uploads.remove(file.id());
        }
    }

    /** The first rows of a file; of one that is cut, those that are complete. */
    private static final class FirstRows {
        private final List<ImportRow> rows = new ArrayList<>();
        private Violation problem;

        FirstRows(RowSource source, boolean isCut) {
            try {
                ImportRow next = source.next();
                while (next != null && rows.size() < MAX_ROWS && !(isCut && isUnclosed(next))) {
                    rows.add(next);
                    next = source.next();
                }
                if (isCut && next == null && !rows.isEmpty()) {
                    rows.remove(rows.size() - 1);
                }
            } catch (RejectedException broken) {
                Violation reason = broken.violations().get(0);
                problem = isCut || reason.code().equals(TOO_LARGE) ? null : reason;
            }
        }

        private static boolean isUnclosed(ImportRow row) {
            return row.problems().stream().anyMatch(each -> each.code().equals(UNCLOSED));
        }
    }

    /** Writes rows in transactions that are rolled back. */
    private final class Rows {
        private final ImportRequest request;
        private final Actor actor;
        private final ImportProvenance provenance;
        private final FileRows fileRows;
        private final RowFailures failures;
        private final RowPreparation preparation;
        private final List<Row> written = new ArrayList<>();

        Rows(ImportRequest request, ImportJob job) {
            this.request = request;
            this.actor = actors.of(job).actor();
            this.provenance = new ImportProvenance(request.options().source(), actors.organisation(job));
            this.fileRows = new FileRows(request.schema(), true);
            this.failures = new RowFailures(UUID.randomUUID());
            this.preparation = new RowPreparation(
                    job,
                    request.schema(),
                    provenance,
                    matcher,
                    writer,
                    new ConcurrentWriteDetector(),
                    failures,
                    fileRows);
        }

        List<Row> write(List<ImportRow> rows) {
            List<ImportRow> prepared = rows.stream()
                    .map(row -> row.failure() == null ? preparation.withSlug(row) : preparation.refused(row))
                    .toList();
            BatchSplitter splitter = new BatchSplitter(failures, (batch, prefetched) -> writeTogether(batch));
            RowBatch.split(request.schema(), prepared).forEach(batch -> splitter.write(batch.rows(), Optional::empty));
            return written;
        }

        private Outcome writeTogether(List<ImportRow> rows) {
            BatchImport work = new BatchImport(
                    request.schema(),
                    request.options(),
                    provenance,
                    matcher,
                    rows,
                    fileRows,
                    Optional::empty,
                    (results, entries) -> {});
            try {
                add(rows, writer.write(request.schema(), actor, true, work).result());
                return new Outcome.Written();
            } catch (RuntimeException failed) {
                if (DatabaseException.isCauseOf(failed)) {
                    throw failed;
                }
                return new Outcome.Failed(failed);
            }
        }

        private void add(List<ImportRow> rows, BatchImport.Result result) {
            fileRows.add(rows, result.rowResults());
            for (int i = 0; i < rows.size(); i++) {
                ImportRow row = rows.get(i);
                written.add(new Row(
                        row,
                        result.rowResults().get(i),
                        result.reportEntries().stream()
                                .filter(entry -> entry.rowNumber() == row.number())
                                .toList()));
            }
        }
    }
}

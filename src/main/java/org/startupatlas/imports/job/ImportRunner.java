package org.startupatlas.imports.job;

import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.startupatlas.imports.batch.BatchImport;
import org.startupatlas.imports.batch.BatchImport.Prefetched;
import org.startupatlas.imports.batch.BatchPrefetcher;
import org.startupatlas.imports.batch.BatchPrefetcher.Batch;
import org.startupatlas.imports.batch.ConcurrentWriteDetector;
import org.startupatlas.imports.batch.ImportOptions;
import org.startupatlas.imports.batch.ImportOptions.OnError;
import org.startupatlas.imports.batch.MatchedBatch;
import org.startupatlas.imports.batch.RowBatch;
import org.startupatlas.imports.batch.RowFailures;
import org.startupatlas.imports.cell.CellParser;
import org.startupatlas.imports.file.ImportRow;
import org.startupatlas.imports.file.RowSource;
import org.startupatlas.imports.match.RowMatcher;
import org.startupatlas.query.parameter.RejectedException;
import org.startupatlas.query.parameter.Violation;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.SchemaRegistry;
import org.startupatlas.sql.DatabaseException;
import org.startupatlas.write.batch.BatchWriter;
import org.startupatlas.write.batch.RowResult;
import org.startupatlas.write.request.Actor;

/** Imports the file of a job batch by batch, from the row after the last committed batch. */
@Singleton
class ImportRunner {

    /** For a part of a batch, which was not matched in advance. */
    private static final Prefetched NOT_PREFETCHED = () -> null;

    private final SchemaRegistry registry;
    private final CellParser cellParser;
    private final RowMatcher matcher;
    private final BatchWriter writer;
    private final ImportActors actors;
    private final ImportJobRepository jobs;
    private final UploadStore uploads;

    ImportRunner(
            SchemaRegistry registry,
            CellParser cellParser,
            RowMatcher matcher,
            BatchWriter writer,
            ImportActors actors,
            ImportJobRepository jobs,
            UploadStore uploads) {
        this.registry = registry;
        this.cellParser = cellParser;
        this.matcher = matcher;
        this.writer = writer;
        this.actors = actors;
        this.jobs = jobs;
        this.uploads = uploads;
    }

    /**
     * Runs a job to its end, or until a stop is requested; it can be resumed after that.
     *
     * @param node the id of this node, to which the job must belong all the time
     * @throws ImportJobRepository.JobLostException if the job is no longer active on the node
     */
    @ActivateRequestContext // the transaction of a dry run is bound to it
    void run(ImportJob job, UUID node, BooleanSupplier stopRequested) {
        ResourceSchema schema = registry.get(job.resource());
        try (RowSource source =
                RowSource.open(uploads.path(job.id()), schema, job.options().reading(), cellParser)) {
            jobs.begin(job.id(), node, source.detection());
            new Run(job, node, schema, source).run(stopRequested);
        } catch (RejectedException unreadable) {
            Violation problem = unreadable.violations().get(0);
            jobs.end(job.id(), node, new JobResult(ImportState.FAILED, problem, null));
        }
    }

    /** One run of a job. */
    private final class Run implements BatchPrefetcher.Steps {
        private final ImportJob job;
        private final UUID node;
        private final ResourceSchema schema;
        private final RowSource source;
        private final ImportOptions options;
        private final ConcurrentWriteDetector concurrentWrites = new ConcurrentWriteDetector();
        private final RowFailures failures;
        private RowCounts counts;

        /** The batch that is being written. */
        private Batch batch;

        private Actor actor;

        Run(ImportJob job, UUID node, ResourceSchema schema, RowSource source) {
            this.job = job;
            this.node = node;
            this.schema = schema;
            this.source = source;
            this.options = job.options();
            this.counts = job.rows();
            this.failures = new RowFailures(job.id());
        }

        void run(BooleanSupplier stopRequested) {
            try (BatchPrefetcher batches = new BatchPrefetcher(source, schema, this)) {
                batch = batches.next();
                while (!batch.rows().isEmpty()) {
                    ImportActors.Authorization authorization = actors.of(job);
                    if (authorization.violation() != null) {
                        Violation problem = authorization.violation();
                        jobs.end(job.id(), node, new JobResult(ImportState.STOPPED, problem, batch.detection()));
                        return;
                    }
                    actor = authorization.actor();
                    if (stopRequested.getAsBoolean() || !write(batch.rows().rows(), this::ifStillValid)) {
                        return;
                    }
                    batch = batches.next();
                }
                jobs.end(job.id(), node, new JobResult(ImportState.DONE, null, batch.detection()));
            }
        }

        /** Gives a row without id, slug and name the slug that is generated from its values. */
        @Override
        public ImportRow withSlug(ImportRow row) {
            boolean hasName = List.of("id", "slug", "name").stream()
                    .anyMatch(name -> row.record().path(name).isTextual());
            if (hasName || !row.problems().isEmpty()) {
                return row;
            }
            try {
                writer.slugOf(schema, row.record())
                        .ifPresent(slug -> row.record().put("slug", slug));
                return row;
            } catch (RuntimeException failed) {
                rethrowIfOfJob(failed);
                return failures.refused(row, failed);
            }
        }

        @Override
        public ImportRow refused(ImportRow unreadable) {
            rethrowIfOfJob(unreadable.failure());
            return failures.refused(unreadable, unreadable.failure());
        }

        /** Returns null if matching fails because of a row: the transaction matches again, and finds out which. */
        @Override
        public MatchedBatch matched(RowBatch rows) {
            try {
                return MatchedBatch.of(schema, options, matcher, rows.rows()).drafted(writer, schema);
            } catch (RuntimeException failed) {
                rethrowIfOfJob(failed);
                return null;
            }
        }

        @Override
        public long lastWrittenRow() {
            return job.rows().read();
        }

        @Override
        public long foreignRevisions() {
            return concurrentWrites.foreignRevisions();
        }

        private MatchedBatch ifStillValid() {
            return concurrentWrites.isUnchangedSince(batch.foreignRevisions(), writer.revision())
                    ? batch.matched()
                    : null;
        }

        /** Rethrows an error that stops the whole job: it belongs to another node, or the database is unavailable. */
        private static void rethrowIfOfJob(RuntimeException failed) {
            if (failed instanceof ImportJobRepository.JobLostException || DatabaseException.isCauseOf(failed)) {
                throw failed;
            }
        }

        /**
         * Writes rows of the batch. If they fail together, each half is written by itself, down to the rows that fail.
         *
         * @return false if the job has ended
         */
        private boolean write(List<ImportRow> rows, Prefetched prefetched) {
            try {
                return writeUpToRefused(rows, prefetched);
            } catch (BatchFailedException failed) {
                if (rows.size() == 1) {
                    return writeUpToRefused(List.of(failures.refused(rows.get(0), failed.cause())), NOT_PREFETCHED);
                }
                int half = rows.size() / 2;
                return write(rows.subList(0, half), NOT_PREFETCHED)
                        && write(rows.subList(half, rows.size()), NOT_PREFETCHED);
            }
        }

        private boolean writeUpToRefused(List<ImportRow> rows, Prefetched prefetched) {
            try {
                return writeBatch(rows, prefetched);
            } catch (RowRefusedException refused) {
                // The rows before the refused one are written, then it is reported; the rows after it are not written.
                return refused.index() == 0 || writeBatch(rows.subList(0, refused.index()), NOT_PREFETCHED)
                        ? writeBatch(rows.subList(refused.index(), refused.index() + 1), NOT_PREFETCHED)
                        : false;
            }
        }

        private boolean writeBatch(List<ImportRow> rows, Prefetched prefetched) {
            BatchImport work =
                    new BatchImport(schema, options, matcher, rows, prefetched, (rowResults, reportEntries) -> {
                        throwIfStopping(rowResults);
                        if (!options.isDry()) {
                            Progress progress = new Progress(counts.plus(rowResults), batch.bytesRead(), reportEntries);
                            jobs.saveProgressInTransaction(job.id(), node, progress);
                        }
                    });
            BatchWriter.BatchResult<BatchImport.Result> done = execute(work);
            counts = counts.plus(done.result().rowResults());
            concurrentWrites.addOwn(done.changes());
            if (options.isDry()) {
                jobs.saveProgress(
                        job.id(),
                        node,
                        new Progress(counts, batch.bytesRead(), done.result().reportEntries()));
            }
            return continueAfter(rows, done.result());
        }

        private BatchWriter.BatchResult<BatchImport.Result> execute(BatchImport work) {
            try {
                return writer.write(schema, actor, options.isDry(), work);
            } catch (RowRefusedException refused) {
                throw refused;
            } catch (RuntimeException failed) {
                rethrowIfOfJob(failed);
                throw new BatchFailedException(failed);
            }
        }

        private void throwIfStopping(List<RowResult> rowResults) {
            int first = indexOfFirstRefused(rowResults);
            if (options.onError() == OnError.STOP && first >= 0 && rowResults.size() > 1) {
                throw new RowRefusedException(first);
            }
        }

        private boolean continueAfter(List<ImportRow> rows, BatchImport.Result result) {
            int first = indexOfFirstRefused(result.rowResults());
            if (options.onError() == OnError.STOP && first >= 0) {
                Violation problem = Violation.ofLine(rows.get(first).line(), "row-refused");
                jobs.end(job.id(), node, new JobResult(ImportState.STOPPED, problem, batch.detection()));
                return false;
            }
            return true;
        }
    }

    private static int indexOfFirstRefused(List<RowResult> rowResults) {
        List<RowResult.Kind> kinds = new ArrayList<>();
        rowResults.forEach(row -> kinds.add(row.kind()));
        return kinds.indexOf(RowResult.Kind.REFUSED);
    }

    /** No row of a batch was written, and one of its rows may be the reason. */
    private static final class BatchFailedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient RuntimeException cause;

        BatchFailedException(RuntimeException cause) {
            super(cause);
            this.cause = cause;
        }

        RuntimeException cause() {
            return cause;
        }
    }

    /** Rolls back the transaction of a batch that has to end before one of its rows. */
    private static final class RowRefusedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final int index;

        RowRefusedException(int index) {
            super(null, null, false, false);
            this.index = index;
        }

        int index() {
            return index;
        }
    }
}

package org.startupatlas.imports.job;

import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.startupatlas.imports.batch.BatchImport;
import org.startupatlas.imports.batch.BatchImport.Prefetched;
import org.startupatlas.imports.batch.BatchPrefetcher;
import org.startupatlas.imports.batch.BatchPrefetcher.Batch;
import org.startupatlas.imports.batch.ConcurrentWriteDetector;
import org.startupatlas.imports.batch.FileRows;
import org.startupatlas.imports.batch.ImportOptions;
import org.startupatlas.imports.batch.ImportOptions.OnError;
import org.startupatlas.imports.batch.ImportProvenance;
import org.startupatlas.imports.batch.MatchedBatch;
import org.startupatlas.imports.batch.RowFailures;
import org.startupatlas.imports.cell.CellParser;
import org.startupatlas.imports.file.ImportRow;
import org.startupatlas.imports.file.RowSource;
import org.startupatlas.imports.job.BatchSplitter.Outcome;
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
    private final class Run {
        private final ImportJob job;
        private final UUID node;
        private final ResourceSchema schema;
        private final RowSource source;
        private final ImportOptions options;
        private final ImportProvenance provenance;
        private final ConcurrentWriteDetector concurrentWrites = new ConcurrentWriteDetector();
        private final RowFailures failures;
        private final FileRows fileRows;
        private RowCounts counts;

        Run(ImportJob job, UUID node, ResourceSchema schema, RowSource source) {
            this.job = job;
            this.node = node;
            this.schema = schema;
            this.source = source;
            this.options = job.options();
            this.provenance = new ImportProvenance(options.source(), actors.organisation(job));
            this.fileRows = new FileRows(schema, options.isDry());
            this.counts = job.rows();
            this.failures = new RowFailures(job.id());
        }

        void run(BooleanSupplier stopRequested) {
            RowPreparation preparation =
                    new RowPreparation(job, schema, provenance, matcher, writer, concurrentWrites, failures, fileRows);
            try (BatchPrefetcher batches = new BatchPrefetcher(source, schema, preparation)) {
                Batch batch = batches.next();
                while (!batch.rows().isEmpty()) {
                    ImportActors.Authorization authorization = actors.of(job);
                    if (authorization.violation() != null) {
                        end(ImportState.STOPPED, authorization.violation(), batch);
                        return;
                    }
                    if (stopRequested.getAsBoolean() || !write(batch, authorization.actor())) {
                        return;
                    }
                    batch = batches.next();
                }
                end(ImportState.DONE, null, batch);
            }
        }

        /**
         * Writes a batch.
         *
         * @return false if the job has ended
         */
        private boolean write(Batch batch, Actor actor) {
            return new BatchSplitter(failures, (rows, prefetched) -> writeTogether(batch, actor, rows, prefetched))
                    .write(batch.rows().rows(), () -> matchedIfStillValid(batch));
        }

        private Optional<MatchedBatch> matchedIfStillValid(Batch batch) {
            boolean isUnchanged = concurrentWrites.isUnchangedSince(batch.foreignRevisions(), writer.revision());
            return isUnchanged ? batch.matched() : Optional.empty();
        }

        /** Writes rows of a batch together with the progress of the job, in one transaction. */
        private Outcome writeTogether(Batch batch, Actor actor, List<ImportRow> rows, Prefetched prefetched) {
            BatchImport work = new BatchImport(
                    schema, options, provenance, matcher, rows, fileRows, prefetched, (rowResults, reportEntries) -> {
                        rollBackIfStopping(rowResults);
                        if (!options.isDry()) {
                            Progress progress = new Progress(counts.plus(rowResults), batch.bytesRead(), reportEntries);
                            jobs.saveProgressInTransaction(job.id(), node, progress);
                        }
                    });
            BatchWriter.BatchResult<BatchImport.Result> written;
            try {
                written = writer.write(schema, actor, options.isDry(), work);
            } catch (RowRefusedException refused) {
                return new Outcome.RefusedAt(refused.index());
            } catch (ImportJobRepository.JobLostException lost) {
                throw lost;
            } catch (RuntimeException failed) {
                if (DatabaseException.isCauseOf(failed)) {
                    throw failed; // the database is unavailable, which is no row's fault
                }
                return new Outcome.Failed(failed);
            }
            concurrentWrites.addOwn(written.changes());
            return continueAfter(batch, rows, written.result());
        }

        private Outcome continueAfter(Batch batch, List<ImportRow> rows, BatchImport.Result result) {
            counts = counts.plus(result.rowResults());
            fileRows.add(rows, result.rowResults());
            if (options.isDry()) {
                jobs.saveProgress(job.id(), node, new Progress(counts, batch.bytesRead(), result.reportEntries()));
            }
            OptionalInt stop = rowToStopAt(result.rowResults());
            if (stop.isPresent()) {
                Violation problem = Violation.ofLine(rows.get(stop.getAsInt()).line(), "row-refused");
                end(ImportState.STOPPED, problem, batch);
                return new Outcome.JobEnded();
            }
            return new Outcome.Written();
        }

        private void rollBackIfStopping(List<RowResult> rowResults) {
            OptionalInt stop = rowToStopAt(rowResults);
            if (stop.isPresent() && rowResults.size() > 1) {
                throw new RowRefusedException(stop.getAsInt());
            }
        }

        /** Returns the index of the first refused row if the job stops on errors. */
        private OptionalInt rowToStopAt(List<RowResult> rowResults) {
            return options.onError() == OnError.STOP
                    ? IntStream.range(0, rowResults.size())
                            .filter(i -> rowResults.get(i).kind() == RowResult.Kind.REFUSED)
                            .findFirst()
                    : OptionalInt.empty();
        }

        private void end(ImportState state, Violation problem, Batch batch) {
            jobs.end(job.id(), node, new JobResult(state, problem, batch.detection()));
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

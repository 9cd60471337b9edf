package org.startupatlas.imports.job;

import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.startupatlas.imports.batch.BatchImport;
import org.startupatlas.imports.batch.BatchImport.Ahead;
import org.startupatlas.imports.batch.BatchPrefetcher;
import org.startupatlas.imports.batch.BatchPrefetcher.Block;
import org.startupatlas.imports.batch.ConcurrentWriteDetector;
import org.startupatlas.imports.batch.ImportOptions;
import org.startupatlas.imports.batch.ImportOptions.OnError;
import org.startupatlas.imports.batch.MatchedBatch;
import org.startupatlas.imports.batch.RowBatch;
import org.startupatlas.imports.batch.RowFailures;
import org.startupatlas.imports.cell.CellParser;
import org.startupatlas.imports.file.ImportRow;
import org.startupatlas.imports.file.RowSource;
import org.startupatlas.imports.file.UnreadableFileException;
import org.startupatlas.imports.file.UnreadableRow;
import org.startupatlas.imports.match.RowMatcher;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.SchemaRegistry;
import org.startupatlas.write.batch.BatchWriter;
import org.startupatlas.write.batch.RowResult;
import org.startupatlas.write.request.Actor;

/** Reads the file of a job in, block by block, from where the job stands. */
@Singleton
class ImportRunner {

    /** For rows that are no whole block. */
    private static final Ahead NOTHING = () -> null;

    private final SchemaRegistry register;
    private final CellParser values;
    private final RowMatcher matcher;
    private final BatchWriter writer;
    private final ImportActors authors;
    private final ImportJobs jobs;
    private final UploadStore spool;

    ImportRunner(
            SchemaRegistry register,
            CellParser values,
            RowMatcher matcher,
            BatchWriter writer,
            ImportActors authors,
            ImportJobs jobs,
            UploadStore spool) {
        this.register = register;
        this.values = values;
        this.matcher = matcher;
        this.writer = writer;
        this.authors = authors;
        this.jobs = jobs;
        this.spool = spool;
    }

    /**
     * Runs a job to its end, or until it is to stop, from which it can be taken up again.
     *
     * @param node this node, which the job must belong to all the time
     * @throws JobLost if it no longer does
     */
    @ActivateRequestContext // a transaction that is only rehearsed is bound to it
    void run(ImportJob job, UUID node, BooleanSupplier isToStop) {
        ResourceSchema declaration = register.get(job.resource());
        try (RowSource source =
                RowSource.open(spool.path(job.id()), declaration, job.options().reading(), values)) {
            jobs.begin(job.id(), node, source.detection());
            new Run(job, node, declaration, source).toEnd(isToStop);
        } catch (UnreadableFileException unreadable) {
            jobs.end(job.id(), node, new JobResult(ImportState.FAILED, JobProblem.of(unreadable), null));
        }
    }

    /** One run of a job. */
    private final class Run implements BatchPrefetcher.Steps {
        private final ImportJob job;
        private final UUID node;
        private final ResourceSchema declaration;
        private final RowSource source;
        private final ImportOptions options;
        private final ConcurrentWriteDetector writers = new ConcurrentWriteDetector();
        private final RowFailures failures;
        private RowCounts counts;

        /** The one that is written. */
        private Block block;

        private Actor author;

        Run(ImportJob job, UUID node, ResourceSchema declaration, RowSource source) {
            this.job = job;
            this.node = node;
            this.declaration = declaration;
            this.source = source;
            this.options = job.options();
            this.counts = job.rows();
            this.failures = new RowFailures(job.id());
        }

        void toEnd(BooleanSupplier isToStop) throws UnreadableFileException {
            try (BatchPrefetcher blocks = new BatchPrefetcher(source, declaration, this)) {
                block = blocks.next();
                while (!block.rows().isEmpty()) {
                    Optional<Actor> known = authors.of(job);
                    if (known.isEmpty()) {
                        JobProblem problem = JobProblem.of("partner-gone");
                        jobs.end(job.id(), node, new JobResult(ImportState.STOPPED, problem, block.detection()));
                        return;
                    }
                    author = known.get();
                    if (isToStop.getAsBoolean() || !write(block.rows().rows(), this::stillTrue)) {
                        return;
                    }
                    block = blocks.next();
                }
                jobs.end(job.id(), node, new JobResult(ImportState.DONE, null, block.detection()));
            }
        }

        /** A row that has no name of any kind is known by the one that is made from what it says. */
        @Override
        public ImportRow named(ImportRow row) {
            boolean hasName = List.of("id", "slug", "name").stream()
                    .anyMatch(name -> row.record().path(name).isTextual());
            if (hasName || !row.faults().isEmpty()) {
                return row;
            }
            try {
                writer.slugOf(declaration, row.record())
                        .ifPresent(slug -> row.record().put("slug", slug));
                return row;
            } catch (RuntimeException failed) {
                requireOfRow(failed);
                return failures.refused(row, failed);
            }
        }

        @Override
        public ImportRow refused(UnreadableRow row) {
            requireOfRow(row);
            return failures.refused(row);
        }

        /** Null where a row of it fails: the transaction compares them again, and finds out which. */
        @Override
        public MatchedBatch compared(RowBatch rows) {
            try {
                return MatchedBatch.of(declaration, options, matcher, rows.rows())
                        .drafted(writer, declaration);
            } catch (RuntimeException failed) {
                requireOfRow(failed);
                return null;
            }
        }

        @Override
        public long done() {
            return job.rows().read();
        }

        @Override
        public long others() {
            return writers.soFar();
        }

        private MatchedBatch stillTrue() {
            return writers.areQuietSince(block.others(), writer.revision()) ? block.compared() : null;
        }

        private static void requireOfRow(RuntimeException failed) {
            if (RowFailures.isOfJob(failed)) {
                throw failed;
            }
        }

        /**
         * Writes rows of the block; false if that was the end. Where they fail together each half is written by itself,
         * down to the rows that fail.
         */
        private boolean write(List<ImportRow> rows, Ahead ahead) {
            try {
                return writeTogether(rows, ahead);
            } catch (BlockFailed block) {
                if (rows.size() == 1) {
                    return writeTogether(List.of(failures.refused(rows.get(0), block.why())), NOTHING);
                }
                int half = rows.size() / 2;
                return write(rows.subList(0, half), NOTHING) && write(rows.subList(half, rows.size()), NOTHING);
            }
        }

        private boolean writeTogether(List<ImportRow> rows, Ahead ahead) {
            try {
                return writeBlock(rows, ahead);
            } catch (FirstRefused refused) {
                // What stands before it is written, then it is told, and nothing behind it is looked at.
                return refused.place() == 0 || writeBlock(rows.subList(0, refused.place()), NOTHING)
                        ? writeBlock(rows.subList(refused.place(), refused.place() + 1), NOTHING)
                        : false;
            }
        }

        private boolean writeBlock(List<ImportRow> rows, Ahead ahead) {
            BatchImport work = new BatchImport(declaration, options, matcher, rows, ahead, (written, findings) -> {
                stopBefore(written);
                if (!options.isDry()) {
                    Progress progress = new Progress(counts.and(written), block.bytesRead(), findings);
                    jobs.progressWithRows(job.id(), node, progress);
                }
            });
            BatchWriter.Block<BatchImport.Result> done = written(work);
            counts = counts.and(done.result().written());
            writers.wrote(done.changes());
            if (options.isDry()) {
                jobs.progress(
                        job.id(),
                        node,
                        new Progress(counts, block.bytesRead(), done.result().findings()));
            }
            return goesOn(rows, done.result());
        }

        private BatchWriter.Block<BatchImport.Result> written(BatchImport work) {
            try {
                return writer.write(declaration, author, options.isDry(), work);
            } catch (FirstRefused refused) {
                throw refused;
            } catch (RuntimeException failed) {
                requireOfRow(failed);
                throw new BlockFailed(failed);
            }
        }

        private void stopBefore(List<RowResult> written) {
            int first = firstRefused(written);
            if (options.onError() == OnError.STOP && first >= 0 && written.size() > 1) {
                throw new FirstRefused(first);
            }
        }

        private boolean goesOn(List<ImportRow> rows, BatchImport.Result result) {
            int first = firstRefused(result.written());
            if (options.onError() == OnError.STOP && first >= 0) {
                JobProblem problem = JobProblem.at(rows.get(first).line(), "row-refused");
                jobs.end(job.id(), node, new JobResult(ImportState.STOPPED, problem, block.detection()));
                return false;
            }
            return true;
        }
    }

    private static int firstRefused(List<RowResult> written) {
        List<RowResult.Kind> kinds = new ArrayList<>();
        written.forEach(row -> kinds.add(row.kind()));
        return kinds.indexOf(RowResult.Kind.REFUSED);
    }

    /** Nothing of a block was written, for a reason that may be one of its rows. */
    private static final class BlockFailed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient RuntimeException why;

        BlockFailed(RuntimeException why) {
            super(why);
            this.why = why;
        }

        RuntimeException why() {
            return why;
        }
    }

    /** Leaves the transaction of a block that is to end before one of its rows. */
    private static final class FirstRefused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final int place;

        FirstRefused(int place) {
            super(null, null, false, false);
            this.place = place;
        }

        int place() {
            return place;
        }
    }
}

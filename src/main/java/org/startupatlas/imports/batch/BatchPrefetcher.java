package org.startupatlas.imports.batch;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.startupatlas.imports.file.Detection;
import org.startupatlas.imports.file.ImportRow;
import org.startupatlas.imports.file.RowSource;
import org.startupatlas.query.parameter.RejectedException;
import org.startupatlas.schema.ResourceSchema;

/**
 * Reads the next batch of a file and matches its rows in a thread of its own, while the batch before is written, so
 * that it is ready when the database has committed.
 */
public final class BatchPrefetcher implements AutoCloseable {

    private final RowSource source;
    private final ResourceSchema schema;
    private final Steps steps;
    private final ExecutorService executor =
            Executors.newSingleThreadExecutor(work -> new Thread(work, "import-ahead"));
    private Future<Batch> nextBatch;

    /** The first row of the next batch. Only the prefetching thread uses it. */
    private ImportRow heldBack;

    /** The failure to throw after the last batch. Only the prefetching thread uses it. */
    private RejectedException deferredFailure;

    /** The steps of an import that prepare a batch. */
    public interface Steps {
        /** Returns the number of the last row that was written before this run. */
        long lastWrittenRow();

        /** Receives a row that was written before this run. Called before the first batch is returned. */
        void skip(ImportRow written);

        /** Gives a row without id, slug and name a generated slug, if one can be generated. */
        ImportRow withSlug(ImportRow row);

        /** Returns a refused row for one that could not be read. */
        ImportRow refused(ImportRow unreadable);

        /** Matches the rows of a batch with the records in the registry; empty if that failed. */
        Optional<MatchedBatch> matched(RowBatch rows);

        /**
         * Returns the number of revisions that other clients have written so far, or
         * {@link ConcurrentWriteDetector#UNKNOWN}. Not called in the prefetching thread.
         */
        long foreignRevisions();
    }

    /**
     * A prefetched batch.
     *
     * @param rows empty at the end of the file
     * @param matched the prefetched matches; empty if they could not be used, for example because a row may be the same
     *     record as a row of the batch before, which was not written yet
     * @param foreignRevisions the revisions that other clients had written when prefetching began
     * @param bytesRead the bytes read of the file, up to the end of the batch
     * @param detection the detection of the file so far
     */
    public record Batch(
            RowBatch rows,
            Optional<MatchedBatch> matched,
            long foreignRevisions,
            long bytesRead,
            Detection detection) {}

    public BatchPrefetcher(RowSource source, ResourceSchema schema, Steps steps) {
        this.source = source;
        this.schema = schema;
        this.steps = steps;
        prefetchAfter(new RowBatch(schema));
    }

    /**
     * Returns the next batch, and starts to prefetch the one after it. The batch before must have been written.
     *
     * @throws RejectedException if the rest of the file cannot be read; all complete rows before it were returned
     */
    public Batch next() {
        Batch batch = awaitBatch();
        prefetchAfter(batch.rows());
        return batch;
    }

    private void prefetchAfter(RowBatch previous) {
        long foreignRevisions = steps.foreignRevisions();
        nextBatch = executor.submit(() -> read(previous, foreignRevisions));
    }

    private Batch awaitBatch() {
        try {
            return nextBatch.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("nobody interrupts an import", stopped);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(failed.getCause());
        }
    }

    private Batch read(RowBatch previous, long foreignRevisions) {
        RowBatch batch = new RowBatch(schema);
        try {
            fill(batch);
        } catch (RejectedException unreadable) {
            if (batch.isEmpty()) {
                throw unreadable;
            }
            deferredFailure = unreadable; // the rows before it are returned first
        }
        boolean isUsable =
                foreignRevisions != ConcurrentWriteDetector.UNKNOWN && !batch.isEmpty() && !batch.overlaps(previous);
        Optional<MatchedBatch> matched = isUsable ? steps.matched(batch) : Optional.empty();
        return new Batch(batch, matched, foreignRevisions, source.bytesRead(), source.detection());
    }

    private void fill(RowBatch batch) {
        if (deferredFailure != null) {
            throw deferredFailure;
        }
        heldBack = heldBack == null ? nextPendingRow() : heldBack;
        while (heldBack != null && batch.add(heldBack)) {
            heldBack = batch.isFull() ? null : nextPendingRow();
        }
    }

    /** Returns the next row that was not written before this run; null at the end. */
    private ImportRow nextPendingRow() {
        ImportRow row = nextRow(source);
        while (row != null && row.number() <= steps.lastWrittenRow()) {
            steps.skip(row);
            row = nextRow(source);
        }
        return row == null ? null : steps.withSlug(row);
    }

    private ImportRow nextRow(RowSource rows) {
        ImportRow row = rows.next();
        return row == null || row.failure() == null ? row : steps.refused(row);
    }

    /** Waits until the running prefetch has ended. */
    @Override
    public void close() {
        executor.shutdown();
        try {
            executor.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}

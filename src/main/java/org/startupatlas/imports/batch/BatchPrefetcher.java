package org.startupatlas.imports.batch;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.startupatlas.imports.file.Detection;
import org.startupatlas.imports.file.ImportRow;
import org.startupatlas.imports.file.RowSource;
import org.startupatlas.imports.file.UnreadableFileException;
import org.startupatlas.imports.file.UnreadableRow;
import org.startupatlas.schema.ResourceSchema;

/**
 * Reads a file one block ahead of the one that is written, in a thread of its own, and finds out ahead what can be: so
 * that the next is ready when the database has written one.
 */
public final class BatchPrefetcher implements AutoCloseable {

    private final RowSource source;
    private final ResourceSchema declaration;
    private final Steps steps;
    private final ExecutorService executor = Executors.newSingleThreadExecutor(work -> new Thread(work, "import-ahead"));
    private Future<Batch> nextBatch;

    /** A row that begins the next block; of the reading thread, as what follows. */
    private ImportRow heldBack;

    private UnreadableFileException deferredFailure;

    /** What an import does on the way to a block. */
    public interface Steps {
        /** The number of the last row that is done already. */
        long lastWrittenRow();

        /** A row with a name, if it had none and there is one. */
        ImportRow withSlug(ImportRow row);

        /** A row that could not be read, refused. */
        ImportRow refused(UnreadableRow row);

        /** The rows of a block, compared with what the registry has; null where that failed. */
        MatchedBatch matched(RowBatch rows);

        /** How much others have written so far, or {@link ConcurrentWriteDetector#UNKNOWN}; not asked by the reading thread. */
        long foreignRevisions();
    }

    /**
     * A block that was read.
     *
     * @param rows none at the end of the file
     * @param matched what was found out ahead; null where that is of no use, as when a row may be the same record as
     *     one of the block before, which was not written yet
     * @param foreignRevisions how much others had written when it began to be read
     * @param bytesRead of the file, up to the end of the block
     * @param detection what was found out about the file so far
     */
    public record Batch(RowBatch rows, MatchedBatch matched, long foreignRevisions, long bytesRead, Detection detection) {}

    public BatchPrefetcher(RowSource source, ResourceSchema declaration, Steps steps) {
        this.source = source;
        this.declaration = declaration;
        this.steps = steps;
        prefetchAfter(new RowBatch(declaration));
    }

    /**
     * The next block, while the one behind it is read. What was given before must have been written.
     *
     * @throws UnreadableFile if the file can be read no further; all whole rows before were given
     */
    public Batch next() throws UnreadableFileException {
        Batch batch = awaitBatch();
        prefetchAfter(batch.rows());
        return batch;
    }

    private void prefetchAfter(RowBatch previous) {
        long foreignRevisions = steps.foreignRevisions();
        nextBatch = executor.submit(() -> read(previous, foreignRevisions));
    }

    private Batch awaitBatch() throws UnreadableFileException {
        try {
            return nextBatch.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("nobody interrupts an import", stopped);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof UnreadableFileException unreadable) {
                throw unreadable;
            }
            if (failed.getCause() instanceof RuntimeException unexpected) {
                throw unexpected;
            }
            throw new IllegalStateException(failed.getCause());
        }
    }

    /** Reads the block behind one that is about to be written. */
    private Batch read(RowBatch previous, long foreignRevisions) throws UnreadableFileException {
        RowBatch batch = new RowBatch(declaration);
        try {
            fill(batch);
        } catch (UnreadableFileException broken) {
            if (batch.isEmpty()) {
                throw broken;
            }
            deferredFailure = broken; // what came before it is given first
        }
        boolean isUsable = foreignRevisions != ConcurrentWriteDetector.UNKNOWN && !batch.isEmpty() && !batch.overlaps(previous);
        MatchedBatch matched = isUsable ? steps.matched(batch) : null;
        return new Batch(batch, matched, foreignRevisions, source.bytesRead(), source.detection());
    }

    private void fill(RowBatch batch) throws UnreadableFileException {
        if (deferredFailure != null) {
            throw deferredFailure;
        }
        heldBack = heldBack == null ? nextPendingRow() : heldBack;
        while (heldBack != null && batch.add(heldBack)) {
            heldBack = batch.isFull() ? null : nextPendingRow();
        }
    }

    /** The next row that is not done yet; null at the end. */
    private ImportRow nextPendingRow() throws UnreadableFileException {
        ImportRow row = nextRow(source);
        while (row != null && row.number() <= steps.lastWrittenRow()) {
            row = nextRow(source);
        }
        return row == null ? null : steps.withSlug(row);
    }

    private ImportRow nextRow(RowSource rows) throws UnreadableFileException {
        try {
            return rows.next();
        } catch (UnreadableRow unread) {
            return steps.refused(unread);
        }
    }

    /** Waits for what is being read. */
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

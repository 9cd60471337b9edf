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
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> new Thread(work, "import-ahead"));
    private Future<Block> coming;

    /** A row that begins the next block; of the reading thread, as what follows. */
    private ImportRow left;

    private UnreadableFileException cut;

    /** What an import does on the way to a block. */
    public interface Steps {
        /** The number of the last row that is done already. */
        long done();

        /** A row with a name, if it had none and there is one. */
        ImportRow named(ImportRow row);

        /** A row that could not be read, refused. */
        ImportRow refused(UnreadableRow row);

        /** The rows of a block, compared with what the registry has; null where that failed. */
        MatchedBatch compared(RowBatch rows);

        /** How much others have written so far, or {@link ConcurrentWriteDetector#UNKNOWN}; not asked by the reading thread. */
        long others();
    }

    /**
     * A block that was read.
     *
     * @param rows none at the end of the file
     * @param compared what was found out ahead; null where that is of no use, as when a row may be the same record as
     *     one of the block before, which was not written yet
     * @param others how much others had written when it began to be read
     * @param bytesRead of the file, up to the end of the block
     * @param detection what was found out about the file so far
     */
    public record Block(RowBatch rows, MatchedBatch compared, long others, long bytesRead, Detection detection) {}

    public BatchPrefetcher(RowSource source, ResourceSchema declaration, Steps steps) {
        this.source = source;
        this.declaration = declaration;
        this.steps = steps;
        readBehind(new RowBatch(declaration));
    }

    /**
     * The next block, while the one behind it is read. What was given before must have been written.
     *
     * @throws UnreadableFile if the file can be read no further; all whole rows before were given
     */
    public Block next() throws UnreadableFileException {
        Block block = come();
        readBehind(block.rows());
        return block;
    }

    private void readBehind(RowBatch before) {
        long others = steps.others();
        coming = thread.submit(() -> read(before, others));
    }

    private Block come() throws UnreadableFileException {
        try {
            return coming.get();
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
    private Block read(RowBatch before, long others) throws UnreadableFileException {
        RowBatch block = new RowBatch(declaration);
        try {
            fill(block);
        } catch (UnreadableFileException broken) {
            if (block.isEmpty()) {
                throw broken;
            }
            cut = broken; // what came before it is given first
        }
        boolean isOfUse = others != ConcurrentWriteDetector.UNKNOWN && !block.isEmpty() && !block.touches(before);
        MatchedBatch compared = isOfUse ? steps.compared(block) : null;
        return new Block(block, compared, others, source.bytesRead(), source.detection());
    }

    private void fill(RowBatch block) throws UnreadableFileException {
        if (cut != null) {
            throw cut;
        }
        left = left == null ? row() : left;
        while (left != null && block.add(left)) {
            left = block.isFull() ? null : row();
        }
    }

    /** The next row that is not done yet; null at the end. */
    private ImportRow row() throws UnreadableFileException {
        ImportRow row = nextOf(source);
        while (row != null && row.number() <= steps.done()) {
            row = nextOf(source);
        }
        return row == null ? null : steps.named(row);
    }

    private ImportRow nextOf(RowSource rows) throws UnreadableFileException {
        try {
            return rows.next();
        } catch (UnreadableRow unread) {
            return steps.refused(unread);
        }
    }

    /** Waits for what is being read. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            thread.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}

package org.startupatlas.imports.job;

import java.util.List;
import java.util.Optional;
import org.startupatlas.imports.batch.BatchImport.Prefetched;
import org.startupatlas.imports.batch.RowFailures;
import org.startupatlas.imports.file.ImportRow;

/**
 * Writes the rows of a batch in as few transactions as possible. If they fail together, each half is written by itself,
 * down to the rows that fail, which are refused.
 */
final class BatchSplitter {

    /** For a part of a batch, which was not matched in advance. */
    private static final Prefetched NOT_PREFETCHED = Optional::empty;

    private final RowFailures failures;
    private final RowWriter writer;

    BatchSplitter(RowFailures failures, RowWriter writer) {
        this.failures = failures;
        this.writer = writer;
    }

    /** Writes rows in one transaction. */
    interface RowWriter {
        Outcome write(List<ImportRow> rows, Prefetched prefetched);
    }

    /** The outcome of one transaction. */
    sealed interface Outcome {

        /** The rows are written, and the job continues after them. */
        record Written() implements Outcome {}

        /** The rows are written, and the job has ended with them. */
        record JobEnded() implements Outcome {}

        /** No row is written: the job is to stop at the refused row with this index, after those before it. */
        record RefusedAt(int index) implements Outcome {}

        /** No row is written, and one of them may be the reason. */
        record Failed(RuntimeException failure) implements Outcome {}
    }

    /**
     * Writes the rows.
     *
     * @return false if the job has ended
     */
    boolean write(List<ImportRow> rows, Prefetched prefetched) {
        Outcome outcome = writer.write(rows, prefetched);
        if (outcome instanceof Outcome.RefusedAt refused) {
            return writeUpTo(refused.index(), rows);
        }
        if (outcome instanceof Outcome.Failed failed) {
            return rows.size() == 1 ? refuse(rows.get(0), failed.failure()) : writeHalves(rows);
        }
        return outcome instanceof Outcome.Written;
    }

    /** Writes the rows before the refused one, then reports it; the rows after it are not written. */
    private boolean writeUpTo(int refused, List<ImportRow> rows) {
        if (refused > 0 && !write(rows.subList(0, refused), NOT_PREFETCHED)) {
            return false;
        }
        return write(rows.subList(refused, refused + 1), NOT_PREFETCHED);
    }

    private boolean writeHalves(List<ImportRow> rows) {
        int half = rows.size() / 2;
        return write(rows.subList(0, half), NOT_PREFETCHED) && write(rows.subList(half, rows.size()), NOT_PREFETCHED);
    }

    /** Reports a row that failed by itself. */
    private boolean refuse(ImportRow row, RuntimeException failure) {
        Outcome outcome = writer.write(List.of(failures.refused(row, failure)), NOT_PREFETCHED);
        if (outcome instanceof Outcome.Failed failedAgain) {
            throw new IllegalStateException("the row is not the reason", failedAgain.failure());
        }
        return outcome instanceof Outcome.Written;
    }
}

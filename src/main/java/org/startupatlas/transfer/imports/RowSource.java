package org.startupatlas.transfer.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.startupatlas.query.Declaration;

/** Reads the rows of a file, one after the other, in constant memory. */
final class RowSource implements AutoCloseable {

    private final MarkedText text;
    private final Rows rows;
    private final Detection found;

    private RowSource(MarkedText text, Rows rows, Detection found) {
        this.text = text;
        this.rows = rows;
        this.found = found;
    }

    /**
     * Opens a file and finds out how it is to be read.
     *
     * @throws UnreadableFile if it is nothing that can be read, or not as the sender says
     */
    static RowSource open(Path file, Declaration declaration, ReadingOptions options, RowValues values)
            throws UnreadableFile {
        return open(file, declaration, options, values, ReadingLimits.STANDARD);
    }

    /** The same within other limits. */
    static RowSource open(
            Path file, Declaration declaration, ReadingOptions options, RowValues values, ReadingLimits limits)
            throws UnreadableFile {
        Columns columns = Columns.of(declaration, options.mapping());
        try {
            FileSample sample = FileSample.of(file, options, limits);
            MarkedText text = new MarkedText(ImportedBytes.open(file, limits.bytes()), sample.charset());
            try {
                Rows rows = sample.isJson()
                        ? new JsonRows(text, sample.charset(), declaration, columns, values, limits)
                        : new CsvRows(text, sample.charset(), sample.delimiter(), columns, values, limits);
                return new RowSource(text, rows, sample.detection());
            } catch (IOException | UnreadableFile | RuntimeException failed) {
                text.close();
                throw failed;
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What was found out about the file: of NDJSON only the columns of the rows that were read. */
    Detection detection() {
        return new Detection(found.format(), found.compression(), found.charset(), found.delimiter(), rows.columns());
    }

    /**
     * The next row; null at the end.
     *
     * @throws UnreadableFile if the file can be read no further; all whole rows before were given
     */
    ImportRow next() throws UnreadableFile {
        try {
            return rows.next();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** How many bytes of the file, as it is stored, were read so far. */
    long bytesRead() {
        try {
            return text.position();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void close() {
        try {
            text.close();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

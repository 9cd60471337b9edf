package org.startupatlas.imports.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.startupatlas.imports.cell.CellParser;
import org.startupatlas.schema.ResourceSchema;

/** Reads the rows of a file, one after the other, in constant memory. */
public final class RowSource implements AutoCloseable {

    private final BomReader text;
    private final RowReader rows;
    private final Detection found;

    private RowSource(BomReader text, RowReader rows, Detection found) {
        this.text = text;
        this.rows = rows;
        this.found = found;
    }

    /**
     * Opens a file and finds out how it is to be read.
     *
     * @throws UnreadableFile if it is nothing that can be read, or not as the sender says
     */
    public static RowSource open(Path file, ResourceSchema declaration, ReadingOptions options, CellParser values)
            throws UnreadableFileException {
        return open(file, declaration, options, values, ReadingLimits.STANDARD);
    }

    /** The same within other limits. */
    static RowSource open(
            Path file, ResourceSchema declaration, ReadingOptions options, CellParser values, ReadingLimits limits)
            throws UnreadableFileException {
        ColumnMapping columns = ColumnMapping.of(declaration, options.mapping());
        try {
            FormatSniffer sample = FormatSniffer.of(file, options, limits);
            BomReader text = new BomReader(DecompressingInput.open(file, limits.bytes()), sample.charset());
            try {
                RowReader rows = sample.isJson()
                        ? new JsonRowReader(text, sample.charset(), declaration, columns, values, limits)
                        : new CsvRowReader(text, sample.charset(), sample.delimiter(), columns, values, limits);
                return new RowSource(text, rows, sample.detection());
            } catch (IOException | UnreadableFileException | RuntimeException failed) {
                text.close();
                throw failed;
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What was found out about the file: of NDJSON only the columns of the rows that were read. */
    public Detection detection() {
        return new Detection(found.format(), found.compression(), found.charset(), found.delimiter(), rows.columns());
    }

    /**
     * The next row; null at the end.
     *
     * @throws UnreadableFile if the file can be read no further; all whole rows before were given
     */
    public ImportRow next() throws UnreadableFileException {
        try {
            return rows.next();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** How many bytes of the file, as it is stored, were read so far. */
    public long bytesRead() {
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

package org.startupatlas.imports.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.startupatlas.imports.cell.CellParser;
import org.startupatlas.query.parameter.RejectedException;
import org.startupatlas.schema.ResourceSchema;

/** Reads the rows of a file one by one, in constant memory. */
public final class RowSource implements AutoCloseable {

    private final BomReader text;
    private final RowReader rows;
    private final Detection detection;

    private RowSource(BomReader text, RowReader rows, Detection detection) {
        this.text = text;
        this.rows = rows;
        this.detection = detection;
    }

    /**
     * Opens a file and detects its format.
     *
     * @throws RejectedException if the file has an unknown format, or not the one that the options say
     */
    public static RowSource open(Path file, ResourceSchema schema, ReadingOptions options, CellParser values) {
        return open(file, schema, options, values, ReadingLimits.STANDARD);
    }

    static RowSource open(
            Path file, ResourceSchema schema, ReadingOptions options, CellParser values, ReadingLimits limits) {
        ColumnMapping columns = ColumnMapping.of(schema, options.mapping());
        try {
            FormatSniffer sample = FormatSniffer.of(file, options, limits);
            BomReader text = new BomReader(DecompressingInput.open(file, limits.bytes()), sample.charset());
            try {
                RowReader rows = sample.isJson()
                        ? new JsonRowReader(text, sample.charset(), schema, columns, values, limits)
                        : new CsvRowReader(text, sample.charset(), sample.delimiter(), columns, values, limits);
                return new RowSource(text, rows, sample.detection());
            } catch (IOException | RuntimeException failed) {
                text.close();
                throw failed;
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Returns the detection of the file. For NDJSON, it contains the columns of the rows read so far. */
    public Detection detection() {
        return new Detection(
                detection.format(),
                detection.compression(),
                detection.charset(),
                detection.delimiter(),
                rows.columns());
    }

    /**
     * Returns the next row; null at the end.
     *
     * @throws RejectedException if the rest of the file cannot be read; all complete rows before it were returned
     */
    public ImportRow next() {
        try {
            return rows.next();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Returns the number of bytes read of the file as it is stored. */
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

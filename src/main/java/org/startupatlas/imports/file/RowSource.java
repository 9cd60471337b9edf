package org.startupatlas.imports.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.startupatlas.imports.cell.CellParser;
import org.startupatlas.imports.cell.RowParser;
import org.startupatlas.query.parameter.RejectedException;
import org.startupatlas.schema.ResourceSchema;

/** Reads the rows of a file one by one, in constant memory. */
public final class RowSource implements AutoCloseable {

    /** The rows that show how the numbers and dates of a column are written. */
    private static final int SAMPLE_ROWS = 10_000;

    /** Bounds the time that they take, of the file as it is stored. */
    private static final long SAMPLE_BYTES = 4L << 20;

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
        RowParser sample = RowParser.ofSample(values, schema);
        readSample(file, schema, options, sample, limits);
        return open(file, schema, options, sample.ofRows(options.strict()), limits);
    }

    /**
     * Reads the first rows of a file to see how its numbers and dates are written. They are read again with all others,
     * so that neither the beginning of a batch nor a resumed job changes how a cell is read.
     */
    private static void readSample(
            Path file, ResourceSchema schema, ReadingOptions options, RowParser sample, ReadingLimits limits) {
        try (RowSource source = open(file, schema, options, sample, limits)) {
            ImportRow row = source.next();
            while (row != null && row.number() < SAMPLE_ROWS && source.bytesRead() < SAMPLE_BYTES) {
                row = source.next();
            }
        } catch (RejectedException unreadable) {
            // Reading the rows themselves says so, after the rows before.
        }
    }

    private static RowSource open(
            Path file, ResourceSchema schema, ReadingOptions options, RowParser values, ReadingLimits limits) {
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

package org.startupatlas.imports.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.startupatlas.http.format.Csv;
import org.startupatlas.imports.cell.CellParser;
import org.startupatlas.imports.cell.RowParser;
import org.startupatlas.imports.file.csv.CsvLines;
import org.startupatlas.imports.file.header.ColumnMapping;
import org.startupatlas.imports.file.sheet.Sheet;
import org.startupatlas.imports.file.sheet.Workbook;
import org.startupatlas.imports.file.table.ReadingLimits;
import org.startupatlas.imports.file.text.BomReader;
import org.startupatlas.imports.file.text.Charsets;
import org.startupatlas.imports.file.text.DecompressingInput;
import org.startupatlas.query.parameter.RejectedException;
import org.startupatlas.schema.ResourceSchema;

/** Reads the rows of a file one by one, in constant memory. */
public final class RowSource implements AutoCloseable {

    /** The rows that show how the numbers and dates of a column are written. */
    private static final int SAMPLE_ROWS = 10_000;

    /** Bounds the time that they take, of the file as it is stored. */
    private static final long SAMPLE_BYTES = 4L << 20;

    /** How much is decompressed for a preview. */
    private static final long MAX_BEGINNING = 64L << 20;

    private final Closeable file;
    private final Position position;
    private final RowReader rows;
    private final Detection detection;

    /** How many bytes were read of a file as it is stored. */
    private interface Position {
        long bytes() throws IOException;
    }

    private RowSource(Closeable file, Position position, RowReader rows, Detection detection) {
        this.file = file;
        this.position = position;
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

    /** Whether a file with these first bytes can be read only as a whole, as workbooks can. */
    public static boolean isReadWhole(byte[] first) {
        return MagicNumbers.workbook(first) != null;
    }

    /** Opens a file of which only the first rows are read; more than some of its bytes are not decompressed for that. */
    public static RowSource openBeginning(Path file, ResourceSchema schema, ReadingOptions options, CellParser values) {
        ReadingLimits standard = ReadingLimits.STANDARD;
        ReadingLimits limits = new ReadingLimits(MAX_BEGINNING, standard.cell(), standard.row(), standard.columns());
        return open(file, schema, options, values, limits);
    }

    static RowSource open(
            Path file, ResourceSchema schema, ReadingOptions options, CellParser values, ReadingLimits limits) {
        ColumnMapping columns = ColumnMapping.of(schema, options.mapping());
        FormatSniffer sniffed = sniff(file, options, columns, limits);
        RowParser sample = RowParser.ofSample(values, schema);
        readSample(file, sniffed, schema, columns, options, sample, limits);
        return open(file, sniffed, schema, columns, options, sample.ofRows(options.strict()), limits);
    }

    private static FormatSniffer sniff(Path file, ReadingOptions options, ColumnMapping columns, ReadingLimits limits) {
        try {
            return FormatSniffer.of(file, options, limits, columns::countKnown);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Reads the first rows of a file to see how its numbers and dates are written. They are read again with all others,
     * so that neither the beginning of a batch nor a resumed job changes how a cell is read.
     */
    private static void readSample(
            Path file,
            FormatSniffer sniffed,
            ResourceSchema schema,
            ColumnMapping columns,
            ReadingOptions options,
            RowParser sample,
            ReadingLimits limits) {
        try (RowSource source = open(file, sniffed, schema, columns, options, sample, limits)) {
            ImportRow row = source.next();
            while (row != null && row.number() < SAMPLE_ROWS && source.bytesRead() < SAMPLE_BYTES) {
                row = source.next();
            }
        } catch (RejectedException unreadable) {
            // Reading the rows themselves says so, after the rows before.
        }
    }

    private static RowSource open(
            Path file,
            FormatSniffer sniffed,
            ResourceSchema schema,
            ColumnMapping columns,
            ReadingOptions options,
            RowParser values,
            ReadingLimits limits) {
        try {
            return switch (sniffed.format()) {
                case XLSX, ODS -> ofWorkbook(file, sniffed, columns, options, values, limits);
                default -> ofText(file, sniffed, schema, columns, values, limits);
            };
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static RowSource ofText(
            Path file,
            FormatSniffer sniffed,
            ResourceSchema schema,
            ColumnMapping columns,
            RowParser values,
            ReadingLimits limits)
            throws IOException {
        BomReader text = new BomReader(DecompressingInput.open(file, limits.bytes()), sniffed.charset());
        try {
            JsonColumns keys = new JsonColumns(schema, columns, values, limits);
            RowReader rows =
                    switch (sniffed.format()) {
                        case NDJSON -> new NdjsonRowReader(text, sniffed.charset(), keys, limits);
                        case JSON -> new JsonRowReader(text, keys, limits);
                        default -> new TableRowReader(
                                new TableStart(
                                        new CsvLines(text, sniffed.delimiter(), limits), text::errorCode, limits),
                                Csv::unescaped,
                                sniffed.delimiter(),
                                Charsets.name(sniffed.charset()),
                                columns,
                                values,
                                limits);
                    };
            String delimiter =
                    sniffed.delimiter() == CsvLines.NO_DELIMITER ? null : String.valueOf(sniffed.delimiter());
            return new RowSource(
                    text,
                    text::position,
                    rows,
                    new Detection(
                            sniffed.format().code(),
                            sniffed.isCompressed() ? "gzip" : "none",
                            Charsets.name(sniffed.charset()),
                            delimiter,
                            null,
                            null,
                            List.of(),
                            List.of()));
        } catch (IOException | RuntimeException failed) {
            text.close();
            throw failed;
        }
    }

    private static RowSource ofWorkbook(
            Path file,
            FormatSniffer sniffed,
            ColumnMapping columns,
            ReadingOptions options,
            RowParser values,
            ReadingLimits limits)
            throws IOException {
        Workbook workbook = Workbook.open(file, sniffed.format() == FileFormat.ODS, limits);
        try {
            Sheet sheet = workbook.sheet(options.sheet(), columns::countKnown);
            RowReader rows = new TableRowReader(
                    new TableStart(sheet, () -> null, limits),
                    UnaryOperator.identity(),
                    CsvLines.NO_DELIMITER,
                    "UTF-8",
                    columns,
                    values,
                    limits);
            return new RowSource(
                    workbook,
                    sheet::position,
                    rows,
                    new Detection(
                            sniffed.format().code(), "none", "UTF-8", null, sheet.name(), null, List.of(), List.of()));
        } catch (IOException | RuntimeException failed) {
            workbook.close();
            throw failed;
        }
    }

    /** Returns the detection of the file. For JSON, it contains the columns of the rows read so far. */
    public Detection detection() {
        return new Detection(
                detection.format(),
                detection.compression(),
                detection.charset(),
                detection.delimiter(),
                detection.sheet(),
                rows.headerLine(),
                rows.columns(),
                rows.skipped());
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
            return position.bytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

package org.startupatlas.imports.file;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.startupatlas.imports.cell.ParsedRow;
import org.startupatlas.imports.cell.RowParser;
import org.startupatlas.query.parameter.RejectedException;
import org.startupatlas.query.parameter.Violation;
import org.startupatlas.record.StrictJson;

/** Reads the rows of a CSV file (RFC 4180) with a header. */
final class CsvRowReader implements RowReader {

    private static final String DELIMITER_LINE = "sep=";

    /** The beginning of the parser's message if a cell does not fit into its buffer. */
    private static final String TOO_LONG = "The maximum buffer size";

    private final BomReader text;
    private final Charset charset;
    private final char delimiter;
    private final RowParser values;
    private final ReadingLimits limits;
    private final CsvLine.Handler handler;
    private final Iterator<CsvLine> lines;
    private final List<String> header;
    private final List<ColumnMapping.Target> targets = new ArrayList<>();
    private long number;

    /** Reads the header, and maps its columns to fields. */
    CsvRowReader(
            BomReader text,
            Charset charset,
            char delimiter,
            ColumnMapping columns,
            RowParser values,
            ReadingLimits limits)
            throws IOException {
        this.text = text;
        this.charset = charset;
        this.delimiter = delimiter;
        this.values = values;
        this.limits = limits;
        this.handler = new CsvLine.Handler(limits);
        this.lines = CsvReader.builder()
                .fieldSeparator(delimiter)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .maxBufferSize(limits.row())
                .build(handler, text)
                .iterator();
        this.header = header();
        for (String field : columns.fields(header)) {
            targets.add(field == null ? null : columns.target(field));
        }
    }

    private List<String> header() throws IOException {
        CsvLine first = line();
        if (first != null && first.cells().stream().findFirst().orElse("").startsWith(DELIMITER_LINE)) {
            first = line();
        }
        if (first == null) {
            throw RejectedException.unreadableFile(0, "empty-file");
        }
        List<Violation> problems = problems(first, first.count());
        if (!problems.isEmpty()) {
            Violation problem = problems.get(0);
            throw RejectedException.unreadableFile(
                    first.line(), problem.code(), problem.arguments().toArray(String[]::new));
        }
        if (first.count() > limits.columns()) {
            throw RejectedException.unreadableFile(
                    first.line(), "too-many-columns", String.valueOf(limits.columns()), String.valueOf(first.count()));
        }
        return first.cells().stream().map(String::strip).toList();
    }

    @Override
    public List<Detection.Column> columns() {
        List<Detection.Column> columns = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            ColumnMapping.Target target = targets.get(i);
            columns.add(Detection.Column.of(header.get(i), target == null ? null : target.name(), values));
        }
        return columns;
    }

    @Override
    public ImportRow next() throws IOException {
        CsvLine line = line();
        if (line == null) {
            return end();
        }
        number++;
        try {
            List<Violation> problems = problems(line, header.size());
            return problems.isEmpty()
                    ? ImportRow.of(number, line.line(), row(line))
                    : new ImportRow(number, line.line(), JsonNodeFactory.instance.objectNode(), problems);
        } catch (RuntimeException failed) {
            return ImportRow.unreadable(number, line.line(), failed);
        }
    }

    private ParsedRow row(CsvLine line) {
        RowParser.Row row = values.row();
        for (int i = 0; i < header.size(); i++) {
            ColumnMapping.Target target = targets.get(i);
            if (target != null) {
                row.addCell(target.name(), target.field(), line.cells().get(i), delimiter);
            }
        }
        return row.parsed();
    }

    private ImportRow end() {
        if (number == 0) {
            throw RejectedException.unreadableFile(0, "no-rows");
        }
        return null;
    }

    /** Returns the next row that is complete and not blank; null at the end. */
    private CsvLine line() throws IOException {
        try {
            CsvLine line = null;
            while ((line == null || line.isBlank()) && lines.hasNext()) {
                line = lines.next();
            }
            boolean isRow = line != null && !line.isBlank();
            // The parser reads only when it must: if the text has ended, the row has no line end.
            if (text.errorCode() != null) {
                throw truncated(isRow ? line.line() : handler.line());
            }
            return isRow ? line : null;
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        } catch (CsvParseException notCsv) {
            throw refusal(notCsv);
        }
    }

    /** Returns the refusal of the file: after a misplaced quote, the beginning of the next row is not known. */
    private RejectedException refusal(CsvParseException notCsv) {
        if (text.errorCode() != null) {
            return truncated(handler.line());
        }
        if (text.isAtEnd()) {
            return RejectedException.unreadableFile(handler.line(), "unclosed-quote");
        }
        return notCsv.getMessage().startsWith(TOO_LONG)
                ? RejectedException.unreadableFile(handler.line(), "row-too-long", String.valueOf(limits.row()))
                : RejectedException.unreadableFile(handler.line(), "misplaced-quote");
    }

    private RejectedException truncated(long line) {
        return RejectedException.unreadableFile(line, text.errorCode(), String.valueOf(limits.bytes() >> 30));
    }

    private List<Violation> problems(CsvLine line, int expected) {
        if (line.maxCellLength() > limits.cell()) {
            return List.of(Violation.ofWhole("cell-too-long", String.valueOf(limits.cell())));
        }
        if (line.characters() > limits.row()) {
            return List.of(Violation.ofWhole("row-too-long", String.valueOf(limits.row())));
        }
        if (line.count() != expected) {
            return List.of(Violation.ofWhole("ragged-row", String.valueOf(expected), String.valueOf(line.count())));
        }
        List<Violation> problems = new ArrayList<>();
        for (int i = 0; i < line.cells().size(); i++) {
            String cell = line.cells().get(i);
            String column = header == null ? null : header.get(i);
            if (cell.indexOf(BomReader.UNDECODABLE) >= 0) {
                problems.add(Violation.ofCell(column, "not-in-charset", cell, charset.name()));
            } else if (!StrictJson.isStorable(cell)) {
                problems.add(Violation.ofCell(column, "invalid-text", cell));
            }
        }
        return problems;
    }
}

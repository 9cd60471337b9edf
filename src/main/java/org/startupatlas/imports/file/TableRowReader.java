package org.startupatlas.imports.file;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.startupatlas.imports.cell.ParsedRow;
import org.startupatlas.imports.cell.RowParser;
import org.startupatlas.imports.file.header.ColumnMapping;
import org.startupatlas.imports.file.header.MappedColumn;
import org.startupatlas.imports.file.table.ReadingLimits;
import org.startupatlas.imports.file.table.TableLine;
import org.startupatlas.imports.file.text.BomReader;
import org.startupatlas.query.parameter.RejectedException;
import org.startupatlas.query.parameter.Violation;
import org.startupatlas.record.StrictJson;

/** Reads the rows of a table below its header; lines that are no rows are left out and noted. */
final class TableRowReader implements RowReader {

    /** A text that is written as a formula, so that spreadsheets do not convert it: {@code ="00123"}. */
    private static final Pattern TEXT_FORMULA = Pattern.compile("=\"((?:[^\"]|\"\")*)\"");

    private final TableStart lines;
    private final UnaryOperator<String> unescape;
    private final char delimiter;
    private final String charset;
    private final RowParser values;
    private final ReadingLimits limits;
    private final TableLine headerLine;
    private final List<MappedColumn> columns;

    /** The dotted fields of the columns; null for those that are left out. */
    private final List<String> fields;

    private final RowFilter filter;
    private final SkippedLines skipped = new SkippedLines();
    private long number;

    /**
     * Reads the header, and maps its columns to fields.
     *
     * @param unescape returns the text of a cell without what its format adds to it
     * @param delimiter the cell delimiter; NUL if there is none
     * @param charset the name of the charset, for messages
     */
    TableRowReader(
            TableStart lines,
            UnaryOperator<String> unescape,
            char delimiter,
            String charset,
            ColumnMapping mapping,
            RowParser values,
            ReadingLimits limits)
            throws IOException {
        this.lines = lines;
        this.unescape = unescape;
        this.delimiter = delimiter;
        this.charset = charset;
        this.values = values;
        this.limits = limits;
        this.headerLine = lines.header(mapping::countKnown);
        requireReadable(headerLine);
        List<String> header =
                headerLine.cells().stream().map(cell -> text(cell).strip()).toList();
        this.columns = mapping.resolve(header, headerLine.line(), lines::isColumnEmpty);
        this.fields = columns.stream()
                .map(column -> column.target() == null ? null : column.target().name())
                .toList();
        this.filter = new RowFilter(header);
    }

    private void requireReadable(TableLine line) {
        List<Violation> problems = problems(line, null);
        if (!problems.isEmpty()) {
            Violation problem = problems.get(0);
            throw RejectedException.unreadableFile(
                    line.line(), problem.code(), problem.arguments().toArray(String[]::new));
        }
    }

    @Override
    public List<Detection.Column> columns() {
        return columns.stream()
                .map(column -> Detection.Column.of(
                        column.header(), column.target(), column.takenFor(), column.nearest(), values))
                .toList();
    }

    @Override
    public Long headerLine() {
        return headerLine.line();
    }

    @Override
    public List<Detection.Skipped> skipped() {
        return skipped.lines();
    }

    @Override
    public ImportRow next() throws IOException {
        TableLine line = lines.next();
        while (line != null) {
            String why = filter.whyNoRow(line);
            if (why == null) {
                return row(line);
            }
            skipped.add(line.line(), why);
            line = lines.next();
        }
        if (number == 0) {
            throw RejectedException.unreadableFile(0, "no-rows");
        }
        return null;
    }

    private ImportRow row(TableLine line) {
        number++;
        try {
            List<Violation> problems = problems(line, columns);
            ParsedRow row = isWhole(line) ? parsed(line) : ParsedRow.empty();
            return ImportRow.of(number, line.line(), row, problems, source(line));
        } catch (RuntimeException failed) {
            return ImportRow.unreadable(number, line.line(), source(line), failed);
        }
    }

    private SourceRow source(TableLine line) {
        if (line.fault() == null) {
            return SourceRow.ofCells(fields, line.cells());
        }
        return line.raw() == null ? null : SourceRow.ofText(line.raw());
    }

    /** Whether the cells of a line are in their columns, whatever is wrong with some of them. */
    private boolean isWhole(TableLine line) {
        return line.fault() == null && line.cells().size() <= headerLine.width();
    }

    private ParsedRow parsed(TableLine line) {
        RowParser.Row row = values.row();
        for (int i = 0; i < columns.size(); i++) {
            ColumnMapping.Target target = columns.get(i).target();
            if (target != null && StrictJson.isStorable(line.cell(i))) {
                row.addCell(
                        target.name(), target.field(), target.withUnit(text(unescape.apply(line.cell(i)))), delimiter);
            }
        }
        return row.parsed();
    }

    /** Returns the text of a cell that is written as a formula; other cells as they are. */
    private static String text(String cell) {
        return cell.startsWith("=\"") && TEXT_FORMULA.matcher(cell).matches()
                ? cell.substring(2, cell.length() - 1).replace("\"\"", "\"")
                : cell;
    }

    /** Returns what is wrong with a row; of the header if there are no columns yet. */
    private List<Violation> problems(TableLine line, List<MappedColumn> known) {
        if (line.fault() != null) {
            return List.of(Violation.ofWhole(line.fault(), arguments(line)));
        }
        if (known != null && line.cells().size() > headerLine.width()) {
            return List.of(Violation.ofWhole(
                    "ragged-row",
                    String.valueOf(headerLine.width()),
                    String.valueOf(line.cells().size())));
        }
        List<Violation> problems = new ArrayList<>();
        for (int i = 0; i < line.cells().size(); i++) {
            String cell = line.cells().get(i);
            String column = known == null || i >= known.size() ? null : name(known.get(i));
            if (cell.indexOf(BomReader.UNDECODABLE) >= 0) {
                problems.add(Violation.ofCell(column, "not-in-charset", cell, charset));
            } else if (!StrictJson.isStorable(cell)) {
                problems.add(Violation.ofCell(column, "invalid-text", cell));
            } else if (known != null && i < known.size() && isConflict(line, i, known.get(i))) {
                problems.add(Violation.ofCell(column, "filled-later", cell, String.valueOf(i + 1)));
            }
        }
        return problems;
    }

    /** Returns the field that a column fills, or else its header. */
    private static String name(MappedColumn column) {
        return column.target() == null ? column.header() : column.target().name();
    }

    /** Whether a column that was empty in the first rows, and so left out, has another value than the column used. */
    private static boolean isConflict(TableLine line, int index, MappedColumn column) {
        return column.rival() >= 0
                && !TableLine.isBlank(line.cell(index))
                && !line.cell(index).strip().equals(line.cell(column.rival()).strip());
    }

    private String[] arguments(TableLine line) {
        return switch (line.fault()) {
            case "cell-too-long" -> new String[] {String.valueOf(limits.cell())};
            case "row-too-long" -> new String[] {String.valueOf(limits.row())};
            case "too-many-columns" -> new String[] {String.valueOf(limits.columns()), String.valueOf(line.width())};
            default -> new String[0];
        };
    }
}

package org.startupatlas.imports.file.csv;

import java.io.IOException;
import java.io.Reader;
import org.startupatlas.imports.file.table.LineBuilder;
import org.startupatlas.imports.file.table.ReadingLimits;
import org.startupatlas.imports.file.table.TableLine;
import org.startupatlas.imports.file.table.TableLines;
import org.startupatlas.query.parameter.RejectedException;

/**
 * Reads the lines of a CSV file (RFC 4180), with blanks around quoted cells. A row with a misplaced or unclosed quote
 * has a fault, and reading continues at the first line after its beginning that is a correct row of the same width.
 */
public final class CsvLines implements TableLines {

    /** The delimiter of a file with one column. */
    public static final char NO_DELIMITER = '\0';

    /** How much text is searched for the end of a row with a misplaced quote, and how many of its lines. */
    private static final int MAX_SEARCHED = 1 << 14;

    private static final int MAX_CANDIDATES = 20;

    private static final int END = -1;
    private static final char NO_BREAK_SPACE = '\u00a0';

    private final RewindableText text;
    private final char delimiter;
    private final ReadingLimits limits;

    /** The number of cells of a correct row; 0 before the first row. */
    private int expectedWidth;

    private boolean hasStrayQuote;

    public CsvLines(Reader text, char delimiter, ReadingLimits limits) {
        this.text = new RewindableText(text, limits.row());
        this.delimiter = delimiter;
        this.limits = limits;
    }

    @Override
    public TableLine next() throws IOException {
        text.mark();
        TableLine line = parse();
        if (line != null && isQuoteFault(line.fault())) {
            return line.withRaw(resume(line));
        }
        if (line != null && line.fault() == null && !line.isBlank()) {
            expectedWidth = Math.max(expectedWidth, line.width());
        }
        return line;
    }

    @Override
    public long nextLine() {
        return text.line();
    }

    private static boolean isQuoteFault(String fault) {
        return "misplaced-quote".equals(fault) || "unclosed-quote".equals(fault);
    }

    /** Parses one row; null at the end. */
    private TableLine parse() throws IOException {
        hasStrayQuote = false;
        long number = text.line();
        int next = text.read();
        if (next == END) {
            return null;
        }
        LineBuilder row = new LineBuilder(limits);
        while (true) {
            next = cell(row, next);
            if (isQuoteFault(row.fault())) {
                return row.build(number, next != END);
            }
            if (!isDelimiter(next)) {
                text.endLine(next);
                return row.build(number, next != END);
            }
            next = text.read();
        }
    }

    /** Parses a cell from its first character; returns the character after it. */
    private int cell(LineBuilder row, int first) throws IOException {
        Cell cell = new Cell(limits.cell());
        int next = first;
        while (isBlank(next)) {
            cell.append(next);
            next = text.read();
        }
        if (next == '"') {
            return quoted(row);
        }
        while (!isDelimiter(next) && !isLineEnd(next)) {
            hasStrayQuote |= next == '"';
            cell.append(next);
            next = text.read();
        }
        row.add(cell.text, cell.length);
        return next;
    }

    private int quoted(LineBuilder row) throws IOException {
        Cell cell = new Cell(limits.cell());
        int next = text.read();
        while (true) {
            if (next == END) {
                row.failForQuote("unclosed-quote");
                return END;
            }
            if (next == '"') {
                next = text.read();
                if (next != '"') {
                    break;
                }
            }
            cell.append(next);
            next = text.read();
        }
        while (isBlank(next)) {
            next = text.read();
        }
        row.add(cell.text, cell.length);
        if (!isDelimiter(next) && !isLineEnd(next)) {
            row.failForQuote("misplaced-quote");
        }
        return next;
    }

    private boolean isDelimiter(int character) {
        return character == delimiter && delimiter != NO_DELIMITER;
    }

    private boolean isBlank(int character) {
        return (character == ' ' || character == '\t' || character == NO_BREAK_SPACE) && !isDelimiter(character);
    }

    private static boolean isLineEnd(int character) {
        return character == '\n' || character == '\r' || character == END;
    }

    /**
     * Continues after a row with a misplaced quote, at the first line that is a row; if there is none nearby, at
     * the line after the quote.
     *
     * @return the text of the row
     * @throws RejectedException if the row is too long to be read again
     */
    private String resume(TableLine line) throws IOException {
        if (text.isMarkLost()) {
            throw RejectedException.unreadableFile(line.line(), line.fault());
        }
        int faultAt = line.fault().equals("misplaced-quote") ? text.sinceMark().length() : 0;
        text.readAhead(faultAt + MAX_SEARCHED);
        CharSequence searched = text.sinceMark();
        int fallback = -1;
        int candidates = 0;
        for (int at = nextLine(searched, 0); at >= 0 && candidates < MAX_CANDIDATES; at = nextLine(searched, at)) {
            if (at == searched.length() || isCorrectRow(searched, at)) {
                String row = searched.subSequence(0, at).toString();
                text.rewind(at);
                return row;
            }
            fallback = fallback < 0 && at >= faultAt ? at : fallback;
            candidates++;
        }
        int next = fallback < 0 ? nextLine(searched, faultAt) : fallback;
        String row =
                searched.subSequence(0, next < 0 ? searched.length() : next).toString();
        text.rewind(row.length());
        if (next < 0) {
            skipLine();
        }
        return row;
    }

    private void skipLine() throws IOException {
        int next = text.read();
        while (!isLineEnd(next)) {
            next = text.read();
        }
        text.endLine(next);
    }

    /** Returns the index behind the next line end; -1 if there is none. */
    private static int nextLine(CharSequence searched, int from) {
        for (int i = from; i < searched.length(); i++) {
            char character = searched.charAt(i);
            if (character == '\n') {
                return i + 1;
            }
            if (character == '\r') {
                return i + 1 < searched.length() && searched.charAt(i + 1) == '\n' ? i + 2 : i + 1;
            }
        }
        return -1;
    }

    private boolean isCorrectRow(CharSequence searched, int from) throws IOException {
        CsvLines rest = new CsvLines(new SequenceReader(searched, from), delimiter, limits);
        TableLine row = rest.parse();
        if (row == null || rest.hasStrayQuote) {
            return false;
        }
        if (isQuoteFault(row.fault())) {
            // A badly quoted row as well, unless its quote began in a row before.
            return row.fault().equals("misplaced-quote") && rest.text.line() == 1;
        }
        return row.fault() == null && !row.isBlank() && (expectedWidth == 0 || row.width() == expectedWidth);
    }

    /** The beginning of the text of a cell, with the length of all of it. */
    private static final class Cell {
        private final StringBuilder text = new StringBuilder();
        private final int maxLength;
        private long length;

        Cell(int maxLength) {
            this.maxLength = maxLength;
        }

        void append(int character) {
            if (length++ < maxLength) {
                text.append((char) character);
            }
        }
    }
}

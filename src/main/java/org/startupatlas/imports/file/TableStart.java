package org.startupatlas.imports.file;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.startupatlas.imports.file.table.HeaderFinder;
import org.startupatlas.imports.file.table.ReadingLimits;
import org.startupatlas.imports.file.table.TableLine;
import org.startupatlas.imports.file.table.TableLines;
import org.startupatlas.query.parameter.RejectedException;

/** Reads the lines of a table that are not blank, the first of them ahead, to find the header among them. */
final class TableStart {

    private static final String DELIMITER_LINE = "sep=";

    /** Bounds the memory for the lines that are read ahead. */
    private static final int MAX_CHARACTERS_AHEAD = 1 << 20;

    private final TableLines lines;
    private final Supplier<String> errorCode;
    private final ReadingLimits limits;
    private final Deque<TableLine> ahead = new ArrayDeque<>();

    /** Thrown after the lines that were read before it. */
    private RejectedException deferred;

    /**
     * @param errorCode returns the code of the problem because of which the lines ended before the end of the file; null
     *     if there is none
     */
    TableStart(TableLines lines, Supplier<String> errorCode, ReadingLimits limits) {
        this.lines = lines;
        this.errorCode = errorCode;
        this.limits = limits;
    }

    /**
     * Returns the header and drops the lines above it: the first line with known columns; if there is none, the first
     * line.
     */
    TableLine header(ToIntFunction<List<String>> knownColumns) throws IOException {
        readAhead();
        if (ahead.isEmpty()) {
            throw deferred == null ? RejectedException.unreadableFile(0, "empty-file") : deferred;
        }
        int index = HeaderFinder.find(new ArrayList<>(ahead), knownColumns).index();
        for (int i = 0; i < index; i++) {
            ahead.removeFirst();
        }
        return ahead.removeFirst();
    }

    /** Whether a column is empty in the lines that were read ahead. */
    boolean isColumnEmpty(int column) {
        return ahead.stream().allMatch(line -> TableLine.isBlank(line.cell(column)));
    }

    /** Returns the next line that is not blank; null at the end. */
    TableLine next() throws IOException {
        if (!ahead.isEmpty()) {
            return ahead.removeFirst();
        }
        if (deferred != null) {
            throw deferred;
        }
        return read();
    }

    private void readAhead() throws IOException {
        long characters = 0;
        try {
            TableLine line = read();
            if (line != null && line.cell(0).startsWith(DELIMITER_LINE)) {
                line = read();
            }
            while (line != null) {
                ahead.add(line);
                characters += line.cells().stream().mapToLong(String::length).sum();
                boolean isEnough = ahead.size() >= HeaderFinder.MAX_LINES || characters >= MAX_CHARACTERS_AHEAD;
                line = isEnough ? null : read();
            }
        } catch (RejectedException broken) {
            deferred = broken;
        }
    }

    private TableLine read() throws IOException {
        TableLine line = lines.next();
        while (line != null && line.isBlank() && line.isEnded()) {
            line = lines.next();
        }
        boolean isCut = line == null || !line.isEnded();
        if (isCut && errorCode.get() != null) {
            throw RejectedException.unreadableFile(
                    line == null ? lines.nextLine() : line.line(),
                    errorCode.get(),
                    String.valueOf(limits.bytes() >> 30));
        }
        return line == null || line.isBlank() ? null : line;
    }
}

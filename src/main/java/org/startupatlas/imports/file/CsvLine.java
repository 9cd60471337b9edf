package org.startupatlas.imports.file;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.ArrayList;
import java.util.List;

/**
 * A row of a CSV file, before its cells are converted. Cells beyond the limits are counted, but not kept.
 *
 * @param line the line of the file in which the row begins, from 1
 * @param cells the texts of the cells that were kept
 * @param count the number of all cells
 * @param characters the number of characters of all cells
 * @param maxCellLength the number of characters of the longest cell
 */
record CsvLine(long line, List<String> cells, int count, long characters, int maxCellLength) {

    boolean isBlank() {
        return cells.size() == count && cells.stream().allMatch(String::isBlank);
    }

    /** Builds rows from the callbacks of the parser. */
    static final class Handler extends AbstractBaseCsvCallbackHandler<CsvLine> {

        private final ReadingLimits limits;
        private List<String> cells = new ArrayList<>();
        private long characters;
        private int maxCellLength;

        Handler(ReadingLimits limits) {
            this.limits = limits;
        }

        /** Returns the line in which the current row begins. */
        long line() {
            return getStartingLineNumber();
        }

        @Override
        protected void handleBegin(long line) {
            cells = new ArrayList<>();
            characters = 0;
            maxCellLength = 0;
        }

        @Override
        protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
            characters += length;
            maxCellLength = Math.max(maxCellLength, length);
            if (index <= limits.columns() && length <= limits.cell() && characters <= limits.row()) {
                cells.add(new String(buffer, offset, length));
            }
        }

        @Override
        protected CsvLine buildRecord() {
            return new CsvLine(getStartingLineNumber(), cells, getFieldCount(), characters, maxCellLength);
        }
    }
}

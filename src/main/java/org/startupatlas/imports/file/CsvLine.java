package org.startupatlas.imports.file;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.ArrayList;
import java.util.List;

/**
 * One row of a CSV file as it stands there, of which no more is kept than may be read.
 *
 * @param line where it begins, from 1
 * @param cells the texts, as many as are kept
 * @param count how many cells there are
 * @param characters how many characters they have together
 * @param longest how many the longest of them has
 */
record CsvLine(long line, List<String> cells, int count, long characters, int longest) {

    boolean isBlank() {
        return cells.size() == count && cells.stream().allMatch(String::isBlank);
    }

    /** Puts a row together from what the parser finds. */
    static final class Handler extends AbstractBaseCsvCallbackHandler<CsvLine> {

        private final ReadingLimits limits;
        private List<String> cells = new ArrayList<>();
        private long characters;
        private int longest;

        Handler(ReadingLimits limits) {
            this.limits = limits;
        }

        /** Where the row that is read begins. */
        long line() {
            return getStartingLineNumber();
        }

        @Override
        protected void handleBegin(long line) {
            cells = new ArrayList<>();
            characters = 0;
            longest = 0;
        }

        @Override
        protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
            characters += length;
            longest = Math.max(longest, length);
            if (index <= limits.columns() && length <= limits.cell() && characters <= limits.row()) {
                cells.add(new String(buffer, offset, length));
            }
        }

        @Override
        protected CsvLine buildRecord() {
            return new CsvLine(getStartingLineNumber(), cells, getFieldCount(), characters, longest);
        }
    }
}

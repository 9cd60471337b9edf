package org.startupatlas.imports.file.sheet;

import org.startupatlas.imports.file.table.LineBuilder;

/** The text of a cell, of which only as much is kept as a cell may have. */
final class CellText {

    private final int maxLength;
    private final StringBuilder text = new StringBuilder();
    private long length;

    CellText(int maxLength) {
        this.maxLength = maxLength;
    }

    void clear() {
        text.setLength(0);
        length = 0;
    }

    boolean isEmpty() {
        return length == 0;
    }

    void append(String more) {
        text.append(more, 0, (int) Math.min(more.length(), Math.max(0, maxLength - length)));
        length += more.length();
    }

    void addTo(LineBuilder line) {
        line.add(text, length);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}

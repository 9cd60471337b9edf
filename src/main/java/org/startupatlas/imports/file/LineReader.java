package org.startupatlas.imports.file;

import java.io.IOException;

/** The lines of a text, each of which ends with CR, LF or both, and of which no more is kept than may be read. */
final class LineReader {

    /**
     * A line.
     *
     * @param number from 1
     * @param text without its end; cut where it is longer than may be read
     * @param cut whether it is
     * @param ended whether it has an end, which only the last may lack
     */
    record Line(long number, String text, boolean cut, boolean ended) {}

    private final BomReader text;
    private final int longest;
    private final char[] buffer = new char[1 << 13];
    private int at;
    private int end;
    private long number;
    private boolean afterCarriageReturn;

    LineReader(BomReader text, int longest) {
        this.text = text;
        this.longest = longest;
    }

    /** The number of the line that is read next. */
    long nextNumber() {
        return number + 1;
    }

    /** The next line; null at the end. */
    Line next() throws IOException {
        StringBuilder line = new StringBuilder();
        boolean cut = false;
        while (true) {
            if (at == end && !fill()) {
                return line.isEmpty() ? null : new Line(++number, line.toString(), cut, false);
            }
            if (afterCarriageReturn && buffer[at] == '\n') {
                at++;
            }
            afterCarriageReturn = false;
            int from = at;
            while (at < end && buffer[at] != '\n' && buffer[at] != '\r') {
                at++;
            }
            int fits = Math.min(at - from, longest - line.length());
            line.append(buffer, from, fits);
            cut |= fits < at - from;
            if (at < end) {
                afterCarriageReturn = buffer[at++] == '\r';
                return new Line(++number, line.toString(), cut, true);
            }
        }
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, text.read(buffer, 0, buffer.length));
        return end > 0;
    }
}

package org.startupatlas.imports.file.text;

import java.io.IOException;

/** Reads the lines of a text, which end with CR, LF or CRLF. Of longer lines, only the beginning is kept. */
public final class LineReader {

    /**
     * A line.
     *
     * @param number the number of the line, from 1
     * @param text the text without line end, cut to the maximum length
     * @param isTruncated whether the text was cut
     * @param hasLineEnd whether the line has a line end; only the last line may have none
     */
    public record Line(long number, String text, boolean isTruncated, boolean hasLineEnd) {}

    private final BomReader text;
    private final int maxLength;
    private final char[] buffer = new char[1 << 13];
    private int at;
    private int end;
    private long lineNumber;
    private boolean afterCarriageReturn;

    public LineReader(BomReader text, int maxLength) {
        this.text = text;
        this.maxLength = maxLength;
    }

    /** Returns the number of the next line. */
    public long nextNumber() {
        return lineNumber + 1;
    }

    /** Returns the next line; null at the end. */
    public Line next() throws IOException {
        StringBuilder line = new StringBuilder();
        boolean isTruncated = false;
        while (true) {
            if (at == end && !fill()) {
                return line.isEmpty() ? null : new Line(++lineNumber, line.toString(), isTruncated, false);
            }
            if (afterCarriageReturn && buffer[at] == '\n') {
                at++;
            }
            afterCarriageReturn = false;
            int from = at;
            while (at < end && buffer[at] != '\n' && buffer[at] != '\r') {
                at++;
            }
            int fits = Math.min(at - from, maxLength - line.length());
            line.append(buffer, from, fits);
            isTruncated |= fits < at - from;
            if (at < end) {
                afterCarriageReturn = buffer[at++] == '\r';
                return new Line(++lineNumber, line.toString(), isTruncated, true);
            }
        }
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, text.read(buffer, 0, buffer.length));
        return end > 0;
    }
}

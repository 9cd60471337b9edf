package org.startupatlas.imports.file.csv;

import java.io.Reader;

/** Reads a text from an index without copying it. */
final class SequenceReader extends Reader {

    private final CharSequence text;
    private int at;

    SequenceReader(CharSequence text, int from) {
        this.text = text;
        this.at = from;
    }

    @Override
    public int read(char[] buffer, int offset, int length) {
        if (at >= text.length()) {
            return -1;
        }
        // A row is short; more would be copied in vain.
        int count = Math.min(Math.min(length, 1 << 9), text.length() - at);
        for (int i = 0; i < count; i++) {
            buffer[offset + i] = text.charAt(at++);
        }
        return count;
    }

    @Override
    public void close() {
        // nothing is open
    }
}

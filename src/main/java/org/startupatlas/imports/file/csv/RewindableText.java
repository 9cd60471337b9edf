package org.startupatlas.imports.file.csv;

import java.io.IOException;
import java.io.Reader;

/** Reads the characters of a text, counts its lines, and can go back to a place after its mark. */
final class RewindableText {

    private static final int END = -1;

    private final Reader text;
    private final int maxKept;
    private final char[] buffer = new char[1 << 13];
    private int at;
    private int end;

    /** The characters since the mark. */
    private final StringBuilder kept = new StringBuilder();

    private boolean isMarkLost;

    /** Characters that are read again before those of the buffer. */
    private String replay = "";

    private int replayAt;

    private long line = 1;
    private long markedLine = 1;
    private int last;

    /** Whether a line feed that follows belongs to the line end before it. */
    private boolean skipsLineFeed;

    RewindableText(Reader text, int maxKept) {
        this.text = text;
        this.maxKept = maxKept;
    }

    /** Returns the number of the line of the next character. */
    long line() {
        return line;
    }

    /** Sets the mark before the next character. */
    void mark() {
        kept.setLength(0);
        isMarkLost = false;
        markedLine = line;
    }

    /** Returns the characters since the mark. */
    CharSequence sinceMark() {
        return kept;
    }

    /** Whether more characters were read since the mark than are kept. */
    boolean isMarkLost() {
        return isMarkLost;
    }

    /** Returns the next character; -1 at the end. */
    int read() throws IOException {
        int character = take();
        if (skipsLineFeed) {
            skipsLineFeed = false;
            if (character == '\n') {
                // It belongs to the line before the mark.
                kept.setLength(0);
                character = take();
            }
        }
        if (character == '\r' || character == '\n' && last != '\r') {
            line++;
        }
        last = character;
        return character;
    }

    /** Ends a line at the character that was read last: a line feed that follows a carriage return is skipped. */
    void endLine(int character) {
        skipsLineFeed = character == '\r';
        last = 0;
    }

    private int take() throws IOException {
        int character;
        if (replayAt < replay.length()) {
            character = replay.charAt(replayAt++);
        } else if (at < end || fill()) {
            character = buffer[at++];
        } else {
            return END;
        }
        if (kept.length() < maxKept) {
            kept.append((char) character);
        } else {
            isMarkLost = true;
        }
        return character;
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, text.read(buffer, 0, buffer.length));
        return end > 0;
    }

    /** Reads on, up to a number of characters since the mark. */
    void readAhead(int length) throws IOException {
        int wanted = Math.min(length, maxKept);
        while (kept.length() < wanted && take() != END) {
            // the characters are kept
        }
    }

    /** Goes back to a place, counted from the mark, which is the beginning of a line. */
    void rewind(int place) {
        line = markedLine;
        for (int i = 0; i < place; i++) {
            char character = kept.charAt(i);
            line += character == '\n' || character == '\r' && !(i + 1 < kept.length() && kept.charAt(i + 1) == '\n')
                    ? 1
                    : 0;
        }
        replay = kept.substring(place) + replay.substring(replayAt);
        replayAt = 0;
        skipsLineFeed = false;
        last = 0;
    }
}

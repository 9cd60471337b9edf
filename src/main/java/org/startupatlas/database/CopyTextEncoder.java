package org.startupatlas.database;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Encodes rows in the text format of PostgreSQL's COPY. PostgreSQL parses the Java and H2 representation of a number,
 * date, time, UUID or JSON as the same value; bytes and arrays are encoded differently.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-copy.html">COPY, text format</a>
 */
final class CopyTextEncoder {

    private static final String NULL = "\\N";

    private static final HexFormat HEX = HexFormat.of();

    private final StringBuilder out = new StringBuilder();
    private boolean isInRow;

    /** Appends the value of the next column: null, bytes, an array, or a value with a text representation. */
    void append(Object value) {
        if (isInRow) {
            out.append('\t');
        }
        isInRow = true;
        if (value == null) {
            out.append(NULL);
        } else if (value instanceof byte[] bytes) {
            out.append("\\\\x");
            HEX.formatHex(out, bytes);
        } else if (value instanceof Object[] items) {
            escape(array(items));
        } else {
            escape(value.toString());
        }
    }

    void endRow() {
        out.append('\n');
        isInRow = false;
    }

    /** Returns the number of characters in the buffer. */
    int length() {
        return out.length();
    }

    /**
     * Returns and clears the buffer.
     *
     * @throws CharacterCodingException if the text is not valid Unicode, which PostgreSQL could not store
     */
    byte[] take() throws CharacterCodingException {
        char[] chars = new char[out.length()]; // encoded many times faster than a StringBuilder
        out.getChars(0, chars.length, chars, 0);
        out.setLength(0);
        ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(chars));
        byte[] result = new byte[bytes.remaining()];
        bytes.get(result);
        return result;
    }

    private static String array(Object[] items) {
        StringBuilder list = new StringBuilder("{");
        for (Object item : items) {
            list.append(list.length() == 1 ? "" : ",").append(item(item));
        }
        return list.append('}').toString();
    }

    private static String item(Object item) {
        if (item == null) {
            return "NULL";
        }
        if (item instanceof byte[] || item instanceof Object[]) {
            throw new IllegalStateException("an array of arrays or of bytes; teach CopyText how PostgreSQL spells it");
        }
        return '"' + item.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private void escape(String text) {
        int plainFrom = 0;
        for (int i = 0; i < text.length(); i++) {
            String escaped = escaped(text.charAt(i));
            if (escaped != null) {
                out.append(text, plainFrom, i).append(escaped);
                plainFrom = i + 1;
            }
        }
        out.append(text, plainFrom, text.length());
    }

    /** Returns the escape sequence of a character, or null if it needs none. */
    private static String escaped(char character) {
        return switch (character) {
            case '\\' -> "\\\\";
            case '\t' -> "\\t";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            default -> null;
        };
    }
}

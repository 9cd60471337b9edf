package org.startupatlas.database;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Rows in the text format of PostgreSQL's COPY. What Java and H2 write for a number, a date, a time, a UUID or JSON
 * PostgreSQL reads as the same value; bytes and arrays it spells differently.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-copy.html">COPY, text format</a>
 */
final class CopyTextEncoder {

    private static final String NULL = "\\N";

    private static final HexFormat HEX = HexFormat.of();

    private final StringBuilder out = new StringBuilder();
    private boolean isInRow;

    /** Appends the value of the next column: null, bytes, an array, or what can be said as a text. */
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

    /** Ends the row. */
    void endRow() {
        out.append('\n');
        isInRow = false;
    }

    /** How many characters there are to be taken. */
    int length() {
        return out.length();
    }

    /**
     * What was appended since it was taken last.
     *
     * @throws CharacterCodingException if it is no Unicode: PostgreSQL could not keep it
     */
    byte[] take() throws CharacterCodingException {
        char[] letters = new char[out.length()]; // which are encoded many times faster than a builder's
        out.getChars(0, letters.length, letters, 0);
        out.setLength(0);
        ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(letters));
        byte[] taken = new byte[bytes.remaining()];
        bytes.get(taken);
        return taken;
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

    /** Null for what stands for itself. */
    private static String escaped(char letter) {
        return switch (letter) {
            case '\\' -> "\\\\";
            case '\t' -> "\\t";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            default -> null;
        };
    }
}

package org.startupatlas.transfer.moving;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.HexFormat;

/**
 * Writes rows of H2 in the text format of PostgreSQL's COPY. What H2 writes for a number, a date, a time, a UUID or JSON
 * PostgreSQL reads as the same value; bytes and arrays it spells differently.
 */
final class CopyText {

    private static final String NULL = "\\N";

    private final StringBuilder out = new StringBuilder();

    /** Appends the row that the result is at. */
    void append(ResultSet row) throws SQLException {
        int columns = row.getMetaData().getColumnCount();
        for (int column = 1; column <= columns; column++) {
            if (column > 1) {
                out.append('\t');
            }
            String text = text(row, column);
            if (text == null) {
                out.append(NULL);
            } else {
                escape(text);
            }
        }
        out.append('\n');
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
        ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(out));
        out.setLength(0);
        byte[] taken = new byte[bytes.remaining()];
        bytes.get(taken);
        return taken;
    }

    private static String text(ResultSet row, int column) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        if (columns.getColumnType(column) == Types.ARRAY) {
            return array(row.getArray(column));
        }
        // By name: for JDBC, H2's UUID is bytes too.
        return columns.getColumnTypeName(column).startsWith("BINARY")
                ? bytes(row.getBytes(column))
                : row.getString(column);
    }

    private static String bytes(byte[] value) {
        return value == null ? null : "\\x" + HexFormat.of().formatHex(value);
    }

    private static String array(Array value) throws SQLException {
        if (value == null) {
            return null;
        }
        StringBuilder list = new StringBuilder("{");
        for (Object item : (Object[]) value.getArray()) {
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
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            switch (letter) {
                case '\\' -> out.append("\\\\");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                default -> out.append(letter);
            }
        }
    }
}

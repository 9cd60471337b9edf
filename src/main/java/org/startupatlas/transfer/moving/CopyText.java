package org.startupatlas.transfer.moving;

import java.io.IOException;
import java.io.Writer;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.HexFormat;

/**
 * Writes rows of H2 in the text format of PostgreSQL's COPY. What H2 writes for a number, a date, a time, a UUID or JSON
 * PostgreSQL reads as the same value; bytes and arrays it spells differently.
 */
final class CopyText {

    private static final String NULL = "\\N";

    private final Writer out;

    CopyText(Writer out) {
        this.out = out;
    }

    /** Writes the row that the result is at. */
    void write(ResultSet row) throws SQLException, IOException {
        int columns = row.getMetaData().getColumnCount();
        for (int column = 1; column <= columns; column++) {
            if (column > 1) {
                out.write('\t');
            }
            String text = text(row, column);
            if (text == null) {
                out.write(NULL);
            } else {
                escape(text);
            }
        }
        out.write('\n');
    }

    private static String text(ResultSet row, int column) throws SQLException {
        return switch (row.getMetaData().getColumnType(column)) {
            case Types.BINARY, Types.VARBINARY, Types.BLOB -> bytes(row.getBytes(column));
            case Types.ARRAY -> array(row.getArray(column));
            default -> row.getString(column);
        };
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

    private void escape(String text) throws IOException {
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            switch (letter) {
                case '\\' -> out.write("\\\\");
                case '\t' -> out.write("\\t");
                case '\n' -> out.write("\\n");
                case '\r' -> out.write("\\r");
                default -> out.write(letter);
            }
        }
    }
}

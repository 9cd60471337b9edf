package org.startupatlas.http.format;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.startupatlas.schema.Format;

/** Writes a table as the bytes of a file, part by part. The same table always has the same bytes. */
public interface TableWriter {

    /** Returns the bytes before the rows, those of the header included. */
    byte[] beginning();

    /** Returns the bytes of rows; empty if they are not complete before later ones. */
    byte[] rows(List<List<Cell>> rows);

    /** Returns the bytes after the rows. */
    byte[] end();

    /** Returns a writer of the format, which is one of tables. */
    static TableWriter of(Format format, Table table) {
        return switch (format) {
            case CSV -> csv(table, false);
            case XLSX -> new WorkbookWriter(table);
            default -> throw new IllegalArgumentException("no table is " + format);
        };
    }

    /**
     * Returns a writer of CSV.
     *
     * @param byteOrderMark whether the file begins with a byte order mark, by which Excel recognizes UTF-8
     */
    static TableWriter csv(Table table, boolean byteOrderMark) {
        return new CsvTableWriter(table, byteOrderMark);
    }

    /** Returns the whole file. */
    static byte[] write(Format format, Table table, List<List<Cell>> rows) {
        TableWriter writer = of(format, table);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(writer.beginning());
        file.writeBytes(writer.rows(rows));
        file.writeBytes(writer.end());
        return file.toByteArray();
    }
}

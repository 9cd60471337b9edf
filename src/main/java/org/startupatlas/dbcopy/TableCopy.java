package org.startupatlas.dbcopy;

import java.io.IOException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.function.Consumer;
import org.startupatlas.database.CopyWriter;

/** Copies the rows of one table with the COPY protocol of PostgreSQL. */
final class TableCopy {

    /** Number of rows between two lines about the progress; copying them takes some seconds. */
    private static final int ROWS_PER_PROGRESS_LINE = 100_000;

    private final Connection source;
    private final Connection target;
    private final Table table;

    TableCopy(Connection source, Connection target, Table table) {
        this.source = source;
        this.target = target;
        this.table = table;
    }

    /**
     * Copies the rows into an empty table, and compares the number of rows.
     *
     * @return the number of rows
     */
    long run(Consumer<String> progress) throws SQLException, IOException {
        copy(progress);
        long sourceRows = count(source);
        long targetRows = count(target);
        if (targetRows != sourceRows) {
            throw new SQLException("the table " + table.name() + " has " + sourceRows + " rows in the file, and "
                    + targetRows + " were copied");
        }
        if (targetRows > 0) {
            progress.accept("%,12d %s".formatted(targetRows, table.name()));
        }
        return targetRows;
    }

    private void copy(Consumer<String> progress) throws SQLException, IOException {
        try (Statement statement = source.createStatement();
                ResultSet row = statement.executeQuery("SELECT " + table.quotedColumns() + " FROM " + table.quoted());
                CopyWriter copy = new CopyWriter(target, table.quoted(), table.quotedColumns())) {
            int columns = row.getMetaData().getColumnCount();
            for (long rows = 1; row.next(); rows++) {
                for (int column = 1; column <= columns; column++) {
                    copy.append(value(row, column));
                }
                copy.endRow();
                if (rows % ROWS_PER_PROGRESS_LINE == 0) {
                    progress.accept("%,12d %s so far".formatted(rows, table.name()));
                }
            }
            copy.end();
        }
    }

    /** Returns bytes and arrays as they are, all other values as the text that H2 returns. */
    private static Object value(ResultSet row, int column) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        if (columns.getColumnType(column) == Types.ARRAY) {
            Array array = row.getArray(column);
            return array == null ? null : array.getArray();
        }
        if (columns.getColumnType(column) == Types.DATE) {
            return date(row.getString(column));
        }
        // By name, because H2 reports UUID as a binary type too.
        return columns.getColumnTypeName(column).startsWith("BINARY") ? row.getBytes(column) : row.getString(column);
    }

    /** Converts the year 0, which earlier releases stored, to 1 BC, as PostgreSQL has it. */
    private static String date(String date) {
        return date != null && date.startsWith("0000-") ? "0001" + date.substring("0000".length()) + " BC" : date;
    }

    private long count(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM " + table.quoted())) {
            row.next();
            return row.getLong(1);
        }
    }
}

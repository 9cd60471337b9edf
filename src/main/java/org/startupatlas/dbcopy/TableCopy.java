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

/** Copies the rows of one table, a few at a time. */
final class TableCopy {

    /** So many take some seconds, after which one likes to hear that it goes on. */
    private static final int BETWEEN_LINES = 100_000;

    private final Connection source;
    private final Connection target;
    private final Table table;

    TableCopy(Connection source, Connection target, Table table) {
        this.source = source;
        this.target = target;
        this.table = table;
    }

    /**
     * Copies them into a table that is empty, and counts them on both sides.
     *
     * @return how many there are
     */
    long run(Consumer<String> tell) throws SQLException, IOException {
        copy(tell);
        long there = count(source);
        long here = count(target);
        if (here != there) {
            throw new SQLException(
                    "the table " + table.name() + " has " + there + " rows in the file, and " + here + " were copied");
        }
        if (here > 0) {
            tell.accept("%,12d %s".formatted(here, table.name()));
        }
        return here;
    }

    private void copy(Consumer<String> tell) throws SQLException, IOException {
        try (Statement statement = source.createStatement();
                ResultSet row = statement.executeQuery("SELECT " + table.quotedColumns() + " FROM " + table.quoted());
                CopyWriter copy = new CopyWriter(target, table.quoted(), table.quotedColumns())) {
            int columns = row.getMetaData().getColumnCount();
            for (long rows = 1; row.next(); rows++) {
                for (int column = 1; column <= columns; column++) {
                    copy.append(value(row, column));
                }
                copy.endRow();
                if (rows % BETWEEN_LINES == 0) {
                    tell.accept("%,12d %s so far".formatted(rows, table.name()));
                }
            }
            copy.end();
        }
    }

    /** Bytes and arrays as they are, all else as H2 writes it. */
    private static Object value(ResultSet row, int column) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        if (columns.getColumnType(column) == Types.ARRAY) {
            Array array = row.getArray(column);
            return array == null ? null : array.getArray();
        }
        if (columns.getColumnType(column) == Types.DATE) {
            return day(row.getString(column));
        }
        // By name: for JDBC, H2's UUID is bytes too.
        return columns.getColumnTypeName(column).startsWith("BINARY") ? row.getBytes(column) : row.getString(column);
    }

    /** The year 0, which earlier releases stored, is the first before Christ to PostgreSQL. */
    private static String day(String day) {
        return day != null && day.startsWith("0000-") ? "0001" + day.substring("0000".length()) + " BC" : day;
    }

    private long count(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM " + table.quoted())) {
            row.next();
            return row.getLong(1);
        }
    }
}

package org.startupatlas.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Runs queries. */
public final class Jdbc {

    /** A function of a connection. */
    public interface Work<T> {
        T run(Connection connection) throws SQLException;
    }

    /** Reads one row of a result. */
    public interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    /** The timeout of a statement: its client has gone long before, and others wait for the connection. */
    public static final int QUERY_TIMEOUT_SECONDS = 10;

    /** The number of rows per fetch where a result may be very large; H2 spills large results to disk by itself. */
    private static final int FETCH_SIZE = 5_000;

    private Jdbc() {}

    /** Runs a function with a connection of its own. */
    public static <T> T read(DataSource database, Work<T> work) {
        try (Connection connection = connect(database)) {
            return work.run(connection);
        } catch (SQLException failure) {
            throw DatabaseException.of(failure);
        }
    }

    /** Runs a function with a connection of its own, all of whose statements see the same snapshot of the database. */
    public static <T> T readSnapshot(DataSource database, Work<T> work) {
        return read(database, connection -> {
            connection.setAutoCommit(false);
            try {
                beginSnapshot(connection);
                return work.run(connection);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        });
    }

    /**
     * Sets the isolation level of the transaction alone, because behind a connection pooler another client may use the
     * session next. H2 only has isolation levels of sessions, and our pool resets those. In H2, REPEATABLE READ takes
     * the snapshot of each table when a statement first uses it, so two tables may be seen at different times;
     * SERIALIZABLE takes one snapshot of all tables and does not block writers.
     */
    private static void beginSnapshot(Connection connection) throws SQLException {
        if (connection.getMetaData().getDatabaseProductName().equals("H2")) {
            connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
        }
    }

    private static Connection connect(DataSource database) {
        try {
            return database.getConnection();
        } catch (SQLException failure) {
            throw DatabaseException.unreachable(failure);
        }
    }

    /** Passes each row of the result to the reader. */
    public static void query(Connection connection, SqlBuilder sql, RowReader reader) throws SQLException {
        query(connection, sql, 0, reader);
    }

    /** Passes each row of the result to the reader without holding the whole result in memory; needs a transaction. */
    public static void queryStreaming(Connection connection, SqlBuilder sql, RowReader reader) throws SQLException {
        query(connection, sql, FETCH_SIZE, reader);
    }

    private static void query(Connection connection, SqlBuilder sql, int fetchSize, RowReader reader)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql.text())) {
            statement.setFetchSize(fetchSize);
            statement.setQueryTimeout(QUERY_TIMEOUT_SECONDS);
            sql.setParameters(statement);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    reader.read(rows);
                }
            }
        }
    }

    /** Returns the number in the first column of the result; 0 for NULL. */
    public static long number(Connection connection, SqlBuilder sql) throws SQLException {
        long[] number = new long[1];
        query(connection, sql, row -> number[0] = row.getLong(1));
        return number[0];
    }
}

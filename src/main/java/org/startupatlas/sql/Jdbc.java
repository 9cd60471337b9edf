package org.startupatlas.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Runs statements that read. */
public final class Jdbc {

    /** Something done with a connection. */
    public interface Work<T> {
        /** Does it. */
        T with(Connection connection) throws SQLException;
    }

    /** Something done with each row. */
    public interface EachRow {
        /** Reads it. */
        void read(ResultSet row) throws SQLException;
    }

    /** A statement that takes longer is given up: its client has long gone, and others wait for the connection. */
    public static final int LONGEST_SECONDS = 10;

    /** Rows that are fetched at a time where there may be very many; H2 puts aside by itself what is too much. */
    private static final int PART = 5_000;

    private Jdbc() {}

    /** Does something with a connection of its own. */
    public static <T> T read(DataSource database, Work<T> work) {
        try (Connection connection = connect(database)) {
            return work.with(connection);
        } catch (SQLException failed) {
            throw DatabaseException.of(failed);
        }
    }

    /**
     * Does something with a connection of its own that sees the database as it is at one moment, however many
     * statements it takes.
     */
    public static <T> T readAtOnce(DataSource database, Work<T> work) {
        return read(database, connection -> {
            connection.setAutoCommit(false);
            try {
                beginAtOnce(connection);
                return work.with(connection);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        });
    }

    /**
     * Says it of the transaction alone, because behind a pooler the session may be another's next; H2 knows only
     * sessions, and our pool sets theirs back. In H2, REPEATABLE READ sees each table as it is when a statement first
     * names it, so the moments of two tables differ; SERIALIZABLE takes all at once, and lets writers go on.
     */
    private static void beginAtOnce(Connection connection) throws SQLException {
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
        } catch (SQLException failed) {
            throw DatabaseException.unreachable(failed);
        }
    }

    /** Reads the rows that a statement finds. */
    public static void query(Connection connection, SqlBuilder sql, EachRow each) throws SQLException {
        query(connection, sql, 0, each);
    }

    /** Reads the rows that a statement finds, of which there may be more than fit in memory, in a transaction. */
    public static void queryInParts(Connection connection, SqlBuilder sql, EachRow each) throws SQLException {
        query(connection, sql, PART, each);
    }

    private static void query(Connection connection, SqlBuilder sql, int fetchSize, EachRow each) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql.text())) {
            statement.setFetchSize(fetchSize);
            statement.setQueryTimeout(LONGEST_SECONDS);
            sql.setParameters(statement);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    each.read(rows);
                }
            }
        }
    }

    /** The number that a statement finds; 0 for NULL. */
    public static long number(Connection connection, SqlBuilder sql) throws SQLException {
        long[] number = new long[1];
        query(connection, sql, row -> number[0] = row.getLong(1));
        return number[0];
    }
}

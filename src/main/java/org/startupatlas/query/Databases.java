package org.startupatlas.query;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Runs statements that read. */
public final class Databases {

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
    static final int LONGEST_SECONDS = 10;

    private Databases() {}

    /** Does something with a connection of its own. */
    public static <T> T read(DataSource database, Work<T> work) {
        try (Connection connection = connect(database)) {
            return work.with(connection);
        } catch (SQLException failed) {
            throw DatabaseFailure.of(failed);
        }
    }

    /**
     * Does something with a connection of its own that sees the database as it is at one moment, however many
     * statements it takes.
     */
    static <T> T readAtOnce(DataSource database, Work<T> work) {
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
     * sessions, and our pool sets theirs back. What H2 calls repeatable begins for each table when it is first read.
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
            throw DatabaseFailure.unreachable(failed);
        }
    }

    /** Reads the rows that a statement finds. */
    public static void query(Connection connection, Sql sql, EachRow each) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql.text())) {
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
    public static long number(Connection connection, Sql sql) throws SQLException {
        long[] number = new long[1];
        query(connection, sql, row -> number[0] = row.getLong(1));
        return number[0];
    }
}

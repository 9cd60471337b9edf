package org.startupatlas.dbcopy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The state of the change log of a database.
 *
 * @param revision the latest revision; 0 if there is none
 * @param at the time of the latest change
 */
record LogState(long revision, Instant at) {

    /** Reads the state; empty if the database has no log. */
    static Optional<LogState> read(Connection connection, DatabaseCatalog tables) throws SQLException {
        if (!tables.has("log_head")) {
            return Optional.empty();
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT revision, at FROM log_head")) {
            row.next();
            return Optional.of(new LogState(
                    row.getLong(1), row.getObject(2, OffsetDateTime.class).toInstant()));
        }
    }

    /** Counts the records of each resource that were ever created, as text for a message. */
    static String countRecords(Connection connection) throws SQLException {
        List<String> counts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT resource, count(*) FROM change WHERE version = 1 GROUP BY resource ORDER BY resource")) {
            while (row.next()) {
                counts.add(row.getLong(2) + " " + row.getString(1));
            }
        }
        return String.join(", ", counts);
    }

    @Override
    public String toString() {
        return "revision " + revision + " of " + at;
    }
}

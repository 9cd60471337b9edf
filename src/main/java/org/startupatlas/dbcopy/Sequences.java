package org.startupatlas.dbcopy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Sets the identity columns and sequences of the target to the positions that they have in the source. */
final class Sequences {

    private static final String IDENTITY_COLUMNS = "SELECT table_name, column_name FROM information_schema.columns"
            + " WHERE table_schema = CURRENT_SCHEMA AND is_identity = 'YES'";

    /** The sequences of H2, without those of identity columns, which this view does not list. */
    private static final String SEQUENCES =
            "SELECT sequence_name, base_value FROM information_schema.sequences WHERE sequence_schema = CURRENT_SCHEMA";

    private Sequences() {}

    static void copyPositions(Connection source, Connection target) throws SQLException {
        try (Statement statement = target.createStatement();
                ResultSet row = statement.executeQuery(IDENTITY_COLUMNS)) {
            while (row.next()) {
                setToMaximum(target, new Table(row.getString(1), List.of(row.getString(2))));
            }
        }
        try (Statement statement = source.createStatement();
                ResultSet row = statement.executeQuery(SEQUENCES);
                PreparedStatement setPosition = target.prepareStatement("SELECT setval(?::regclass, ?, false)")) {
            while (row.next()) {
                setPosition.setString(1, new Table(row.getString(1), List.of()).quoted());
                setPosition.setLong(2, row.getLong(2));
                setPosition.execute();
            }
        }
    }

    /**
     * Sets an identity column to its maximum. For an empty table that is null, and PostgreSQL leaves the sequence as it
     * is.
     */
    private static void setToMaximum(Connection target, Table table) throws SQLException {
        String sql = "SELECT setval(pg_get_serial_sequence(?, ?), (SELECT max(" + table.quotedColumns() + ") FROM "
                + table.quoted() + "))";
        try (PreparedStatement statement = target.prepareStatement(sql)) {
            statement.setString(1, table.quoted());
            statement.setString(2, table.columns().get(0));
            statement.execute();
        }
    }
}

package org.startupatlas.dbcopy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Numbers that the database gives: they go on where the file's have stopped. */
final class Sequences {

    private static final String NUMBERED = "SELECT table_name, column_name FROM information_schema.columns"
            + " WHERE table_schema = CURRENT_SCHEMA AND is_identity = 'YES'";

    /** Those of columns are not listed here. */
    private static final String SEQUENCES =
            "SELECT sequence_name, base_value FROM information_schema.sequences WHERE sequence_schema = CURRENT_SCHEMA";

    private Sequences() {}

    static void goOn(Connection source, Connection target) throws SQLException {
        try (Statement statement = target.createStatement();
                ResultSet row = statement.executeQuery(NUMBERED)) {
            while (row.next()) {
                behindTheHighest(target, new Table(row.getString(1), List.of(row.getString(2))));
            }
        }
        try (Statement statement = source.createStatement();
                ResultSet row = statement.executeQuery(SEQUENCES);
                PreparedStatement next = target.prepareStatement("SELECT setval(?::regclass, ?, false)")) {
            while (row.next()) {
                next.setString(1, new Table(row.getString(1), List.of()).quoted());
                next.setLong(2, row.getLong(2));
                next.execute();
            }
        }
    }

    /** A table without rows has no highest, and PostgreSQL leaves the sequence as it is. */
    private static void behindTheHighest(Connection target, Table table) throws SQLException {
        String sql = "SELECT setval(pg_get_serial_sequence(?, ?), (SELECT max(" + table.quotedColumns() + ") FROM "
                + table.quoted() + "))";
        try (PreparedStatement statement = target.prepareStatement(sql)) {
            statement.setString(1, table.quoted());
            statement.setString(2, table.columns().get(0));
            statement.execute();
        }
    }
}

package org.startupatlas.record.entity;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.startupatlas.record.NameKeys;

/** Fills the keys of names for the records that were written before there were any; SQL cannot fold a name. */
public final class NameKeysMigration implements JavaMigration {

    /** Every table of records, as V8 has found them. */
    private static final List<String> TABLES = List.of(
            "vocabulary",
            "country",
            "partner",
            "site",
            "program",
            "startup",
            "participation",
            "agreement",
            "funding_round",
            "indicator");

    /** A block of documents is a few megabytes. */
    private static final int BLOCK = 1_000;

    private final ObjectMapper json = new ObjectMapper();

    /** A record's place in the order of ids, and its name, which may be null. */
    private record Named(Object id, String name) {}

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("8.1");
    }

    @Override
    public String getDescription() {
        return "name keys";
    }

    @Override
    public Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException, IOException {
        for (String table : TABLES) {
            List<Named> block = block(context.getConnection(), table, null);
            while (!block.isEmpty()) {
                fill(context.getConnection(), table, block);
                block = block(
                        context.getConnection(),
                        table,
                        block.get(block.size() - 1).id());
            }
        }
    }

    private List<Named> block(Connection connection, String table, Object behind) throws SQLException, IOException {
        String condition = behind == null ? "" : " WHERE id > ?";
        String sql = "SELECT id, document FROM " + table + condition + " ORDER BY id LIMIT " + BLOCK;
        List<Named> block = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            if (behind != null) {
                statement.setObject(1, behind);
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    String name = json.readTree(rows.getString(2)).get("name").textValue();
                    block.add(new Named(rows.getObject(1), name));
                }
            }
        }
        return block;
    }

    private static void fill(Connection connection, String table, List<Named> block) throws SQLException {
        String sql = "UPDATE " + table + " SET match_key = ?, rough_key = ? WHERE id = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (Named named : block) {
                if (named.name() != null) {
                    NameKeys keys = NameKeys.of(named.name());
                    statement.setBytes(1, keys.matchBytes());
                    statement.setBytes(2, keys.roughBytes());
                    statement.setObject(3, named.id());
                    statement.addBatch();
                }
            }
            statement.executeBatch();
        }
    }
}

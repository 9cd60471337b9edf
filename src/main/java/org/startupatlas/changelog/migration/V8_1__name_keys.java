package org.startupatlas.changelog.migration;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.startupatlas.record.NameKeys;

/** Computes the name keys of records written before the columns existed, because SQL cannot fold a name. */
public final class V8_1__name_keys extends BaseJavaMigration {

    /** All tables of records at the time of migration V8. */
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

    /** A batch of documents has a few megabytes. */
    private static final int BATCH_SIZE = 1_000;

    private final ObjectMapper json = new ObjectMapper();

    /** The id and the name of a record; the name may be null. */
    private record NamedRecord(Object id, String name) {}

    @Override
    public void migrate(Context context) throws SQLException, IOException {
        for (String table : TABLES) {
            List<NamedRecord> batch = readBatch(context.getConnection(), table, null);
            while (!batch.isEmpty()) {
                updateKeys(context.getConnection(), table, batch);
                batch = readBatch(
                        context.getConnection(),
                        table,
                        batch.get(batch.size() - 1).id());
            }
        }
    }

    private List<NamedRecord> readBatch(Connection connection, String table, Object afterId)
            throws SQLException, IOException {
        String condition = afterId == null ? "" : " WHERE id > ?";
        String sql = "SELECT id, document FROM " + table + condition + " ORDER BY id LIMIT " + BATCH_SIZE;
        List<NamedRecord> batch = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            if (afterId != null) {
                statement.setObject(1, afterId);
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    String name = json.readTree(rows.getString(2)).get("name").textValue();
                    batch.add(new NamedRecord(rows.getObject(1), name));
                }
            }
        }
        return batch;
    }

    private static void updateKeys(Connection connection, String table, List<NamedRecord> batch) throws SQLException {
        String sql = "UPDATE " + table + " SET match_key = ?, rough_key = ? WHERE id = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (NamedRecord record : batch) {
                if (record.name() != null) {
                    NameKeys keys = NameKeys.of(record.name());
                    statement.setBytes(1, keys.matchBytes());
                    statement.setBytes(2, keys.roughBytes());
                    statement.setObject(3, record.id());
                    statement.addBatch();
                }
            }
            statement.executeBatch();
        }
    }
}

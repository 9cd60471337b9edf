package org.startupatlas.changelog.migration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.startupatlas.record.RecordJson;

/**
 * A migration that changes the stored JSON of records. Flyway runs it in a transaction, takes its version and
 * description from the name of its class, and runs it once, so a released one stays as it is. It is a bean, by which
 * {@link DocumentMigrations} finds it.
 */
public abstract class DocumentMigration extends BaseJavaMigration {

    /** The number of documents in memory. The largest have a megabyte, most a few kilobytes. */
    static final int BATCH_SIZE = 100;

    private final ObjectMapper json = new ObjectMapper();

    protected DocumentMigration() {
        new RecordJson().customize(json);
    }

    /** A stored document and its key. */
    private record StoredDocument(Object key, String json) {}

    /**
     * Changes the documents of a resource: those of its records, and those of their versions in the log. A change of
     * the log by which a record was deleted has no document.
     *
     * @param change changes a document; returns whether it did
     */
    protected final void changeDocuments(
            Connection connection, String resource, String table, Predicate<ObjectNode> change)
            throws SQLException, JsonProcessingException {
        changeDocuments(connection, table, "id", "document IS NOT NULL", change);
        changeDocuments(
                connection, "change", "revision", "document IS NOT NULL AND resource = '" + resource + "'", change);
    }

    private void changeDocuments(
            Connection connection, String table, String key, String condition, Predicate<ObjectNode> change)
            throws SQLException, JsonProcessingException {
        String select = "SELECT " + key + ", document FROM " + table + " WHERE " + condition;
        String page = " ORDER BY " + key + " LIMIT " + BATCH_SIZE;
        List<StoredDocument> batch = read(connection, select + page, null);
        while (!batch.isEmpty()) {
            write(connection, "UPDATE " + table + " SET document = ? WHERE " + key + " = ?", batch, change);
            Object last = batch.get(batch.size() - 1).key();
            batch = read(connection, select + " AND " + key + " > ?" + page, last);
        }
    }

    private static List<StoredDocument> read(Connection connection, String sql, Object afterKey) throws SQLException {
        List<StoredDocument> batch = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            if (afterKey != null) {
                statement.setObject(1, afterKey);
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    batch.add(new StoredDocument(rows.getObject(1), rows.getString(2)));
                }
            }
        }
        return batch;
    }

    private void write(Connection connection, String sql, List<StoredDocument> batch, Predicate<ObjectNode> change)
            throws SQLException, JsonProcessingException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (StoredDocument stored : batch) {
                ObjectNode document = json.readValue(stored.json(), ObjectNode.class);
                if (change.test(document)) {
                    statement.setString(1, document.toString());
                    statement.setObject(2, stored.key());
                    statement.addBatch();
                }
            }
            statement.executeBatch();
        }
    }

    /**
     * Adds a key behind another one, since the keys of a document are in the order of the record's components.
     *
     * @return whether the key was added; false if the document has it
     */
    protected static boolean putAfter(String previous, String key, JsonNode value, ObjectNode document) {
        if (document.has(key)) {
            return false;
        }
        if (!document.has(previous)) {
            throw new IllegalArgumentException("no key " + previous + " in " + document);
        }
        Map<String, JsonNode> values = new LinkedHashMap<>();
        document.properties().forEach(property -> {
            values.put(property.getKey(), property.getValue());
            if (property.getKey().equals(previous)) {
                values.put(key, value);
            }
        });
        document.removeAll().setAll(values);
        return true;
    }
}

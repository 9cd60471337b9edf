package org.startupatlas.bench.fire;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.startupatlas.ResourceCatalog;
import org.startupatlas.schema.ResourceSchema;

/**
 * The content of the tables, read with JDBC.
 *
 * @param head the revision in the row that all writers lock
 * @param log the changes, by revision
 * @param rows the records, by their names
 * @param keys the idempotency keys of writes that were carried out
 */
record Tables(long head, List<LogEntry> log, Map<String, Row> rows, List<String> keys) {

    /** The row of a record: its JSON and the columns derived from it. */
    record Row(String id, String slug, int version, String record) {}

    Tables {
        log = List.copyOf(log);
        rows = new TreeMap<>(rows);
        keys = List.copyOf(keys);
    }

    static Tables read(Database database) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            return new Tables(head(statement), log(statement), rows(statement), keys(statement));
        }
    }

    private static long head(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT revision FROM log_head")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static List<LogEntry> log(Statement statement) throws SQLException {
        List<LogEntry> log = new ArrayList<>();
        try (ResultSet row = statement.executeQuery(
                "SELECT revision, at, op, resource, record_id, version, merged_into, document FROM change"
                        + " ORDER BY revision")) {
            while (row.next()) {
                log.add(new LogEntry(
                        row.getLong(1),
                        row.getObject(2, OffsetDateTime.class).toInstant(),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getInt(6),
                        row.getString(7),
                        Json.canonical(row.getString(8))));
            }
        }
        return log;
    }

    private static Map<String, Row> rows(Statement statement) throws SQLException {
        Map<String, Row> rows = new TreeMap<>();
        for (ResourceSchema schema : ResourceCatalog.SCHEMAS) {
            try (ResultSet row =
                    statement.executeQuery("SELECT id, slug, version, document FROM " + schema.table())) {
                while (row.next()) {
                    rows.put(
                            schema.resource() + "/" + row.getString(1),
                            new Row(
                                    row.getString(1),
                                    row.getString(2),
                                    row.getInt(3),
                                    Json.canonical(row.getString(4))));
                }
            }
        }
        return rows;
    }

    private static List<String> keys(Statement statement) throws SQLException {
        List<String> keys = new ArrayList<>();
        try (ResultSet row = statement.executeQuery("SELECT name FROM idempotent_write WHERE record_id IS NOT NULL")) {
            while (row.next()) {
                keys.add(row.getString(1));
            }
        }
        return keys;
    }

    /** Returns the JSON of all records by name. */
    Map<String, String> records() {
        Map<String, String> records = new TreeMap<>();
        rows.forEach((name, row) -> records.put(name, row.record()));
        return records;
    }

    /** Returns the JSON of the records of a resource by name. */
    Map<String, String> records(String resource) {
        Map<String, String> records = records();
        records.keySet().removeIf(name -> !name.startsWith(resource + "/"));
        return records;
    }
}

package org.startupatlas.changelog.migration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.migration.Context;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.startupatlas.testing.Migrations;
import org.startupatlas.testing.TestDatabase;
import org.startupatlas.testing.TestPostgresql;

/** Tests that a migration changes all stored documents of a resource and nothing else of them, or none at all. */
class DocumentMigrationTest {
    /** Several batches, the last of which is not full. */
    private static final int ROWS = 2 * DocumentMigration.BATCH_SIZE + 3;

    /** As the application writes it, with what a careless parser or writer changes: digits, exponents, escapes, nulls. */
    private static final String BEFORE =
            "{\"id\":\"%s\",\"slug\":\"a\",\"unit\":null,\"rows\":[{\"value\":1.50,\"unit\":\"شركة 𐎀\"},"
                    + "{\"value\":1E+3,\"note\":\"\\\"unit\\\":\\t\\\\ é\"}],\"big\":123456789012345678.123456,\"n\":0}";

    private static final String AFTER = BEFORE.replaceFirst("\"unit\":null", "\"unit\":null,\"summary\":{\"fr\":null}");

    private final FluentConfiguration migrations = TestDatabase.isPostgresql() ? onPostgresql() : onH2();

    private Connection connection;

    private static FluentConfiguration onPostgresql() {
        Map<String, String> settings = TestPostgresql.newDatabase();
        return Migrations.of("postgresql")
                .dataSource(
                        settings.get("quarkus.datasource.jdbc.url"),
                        settings.get("quarkus.datasource.username"),
                        settings.get("quarkus.datasource.password"));
    }

    private static FluentConfiguration onH2() {
        return Migrations.of("h2")
                .dataSource(
                        "jdbc:h2:mem:" + UUID.randomUUID()
                                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;NON_KEYWORDS=VALUE",
                        "",
                        "");
    }

    /** Adds a key to each document. */
    public static class V900__summary extends DocumentMigration {
        @Override
        public void migrate(Context context) throws Exception {
            changeDocuments(context.getConnection(), "indicators", "indicator", changeOf());
        }

        Predicate<ObjectNode> changeOf() {
            ObjectNode none = JsonNodeFactory.instance.objectNode().putNull("fr");
            return document -> putAfter("unit", "summary", none, document);
        }
    }

    /** Fails after the first batch of the log. */
    public static final class V900__failing extends V900__summary {
        private int calls;

        @Override
        Predicate<ObjectNode> changeOf() {
            return document -> {
                if (++calls > ROWS + DocumentMigration.BATCH_SIZE) {
                    throw new IllegalStateException("failed");
                }
                return super.changeOf().test(document);
            };
        }
    }

    @BeforeEach
    void write() throws SQLException {
        connection = DriverManager.getConnection(migrations.getUrl(), migrations.getUser(), migrations.getPassword());
        migrations.load().migrate();
        String records = "INSERT INTO indicator (id, slug, version, name_key, created_at, updated_at, document)"
                + " VALUES (?, ?, 1, ?, CURRENT_TIMESTAMP, CURRENT_TIMESTAMP, ?)";
        String log = "INSERT INTO change (revision, at, op, resource, record_id, version, document)"
                + " VALUES (?, CURRENT_TIMESTAMP, ?, ?, ?, 1, ?)";
        try (PreparedStatement row = connection.prepareStatement(records);
                PreparedStatement change = connection.prepareStatement(log)) {
            for (int i = 0; i < ROWS; i++) {
                UUID id = UUID.randomUUID();
                row.setObject(1, id);
                row.setString(2, "slug-" + i);
                row.setBytes(3, new byte[] {1});
                row.setString(4, String.format(BEFORE, id));
                row.addBatch();
                addChange(change, 3 * i + 1, "created", "indicators", id, String.format(BEFORE, id));
                addChange(change, 3 * i + 2, "deleted", "indicators", UUID.randomUUID(), null);
                addChange(change, 3 * i + 3, "created", "startups", id, String.format(BEFORE, id));
            }
            row.executeBatch();
            change.executeBatch();
        }
    }

    private static void addChange(
            PreparedStatement change, long revision, String op, String resource, UUID id, String document)
            throws SQLException {
        change.setLong(1, revision);
        change.setString(2, op);
        change.setString(3, resource);
        change.setString(4, id.toString());
        change.setString(5, document);
        change.addBatch();
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void everyDocumentHasTheKeyInItsPlaceAndIsOtherwiseUnchanged() throws SQLException {
        migrate(new V900__summary());
        assertDocuments(AFTER, "SELECT id, document FROM indicator");
        assertDocuments(
                AFTER, "SELECT record_id, document FROM change WHERE resource = 'indicators' AND op = 'created'");
        assertDocuments(BEFORE, "SELECT record_id, document FROM change WHERE resource = 'startups'");
        assertDocuments(null, "SELECT record_id, document FROM change WHERE op = 'deleted'");
    }

    @Test
    void failedMigrationLeavesAllDocuments() throws SQLException {
        assertThrows(FlywayException.class, () -> migrate(new V900__failing()));
        assertDocuments(BEFORE, "SELECT id, document FROM indicator");
        assertDocuments(
                BEFORE, "SELECT record_id, document FROM change WHERE op = 'created' AND resource = 'indicators'");
    }

    @Test
    void documentThatHasTheKeyIsUnchanged() {
        ObjectNode document =
                JsonNodeFactory.instance.objectNode().put("unit", 1).put("summary", 2);
        assertEquals(false, new V900__summary().changeOf().test(document));
        assertEquals("{\"unit\":1,\"summary\":2}", document.toString());
    }

    @Test
    void documentWithoutThePreviousKeyIsReported() {
        ObjectNode document = JsonNodeFactory.instance.objectNode().put("slug", "a");
        Predicate<ObjectNode> change = new V900__summary().changeOf();
        assertThrows(IllegalArgumentException.class, () -> change.test(document));
    }

    private void migrate(DocumentMigration migration) {
        migrations
                .javaMigrations(migration)
                .ignoreMigrationPatterns("*:missing")
                .load()
                .migrate();
    }

    private void assertDocuments(String expected, String sql) throws SQLException {
        List<String> documents = new ArrayList<>();
        List<String> all = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                all.add(expected == null ? null : String.format(expected, row.getString(1)));
                documents.add(row.getString(2));
            }
        }
        assertEquals(ROWS, documents.size());
        assertEquals(all, documents);
    }
}

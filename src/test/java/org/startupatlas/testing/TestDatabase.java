package org.startupatlas.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;

/**
 * Gives each start of the application in the tests an empty database of its own, of the kind that the system property
 * {@code db} names. Named in {@code META-INF/services}, so that every test has it.
 */
public final class TestDatabase implements QuarkusTestResourceLifecycleManager {
    /** Whether the tests run on PostgreSQL; else they run on H2. */
    public static boolean isPostgresql() {
        return "postgresql".equals(System.getProperty("db"));
    }

    /** Executes a statement, of those that the application never does. */
    public static void execute(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = new HashMap<>(newFolder());
        if (isPostgresql()) {
            settings.putAll(TestPostgresql.newDatabase());
        }
        return settings;
    }

    @Override
    public void stop() {
        // An H2 file goes with target/, a PostgreSQL server with the JVM.
    }

    private static Map<String, String> newFolder() {
        try {
            Path parent = Files.createDirectories(Path.of("target", "test-data").toAbsolutePath());
            return Map.of(
                    "atlas.data-dir",
                    Files.createTempDirectory(parent, "atlas-").toString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}

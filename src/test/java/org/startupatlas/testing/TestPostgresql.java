package org.startupatlas.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;

/** A real PostgreSQL server, one for all tests of the JVM, with a database for each start of the application. */
public final class TestPostgresql {
    /** Quarkus loads this class anew for each test profile; a system property outlives that, a static field does not. */
    private static final String PORT = "org.startupatlas.test-postgresql.port";

    private static final String USER = "postgres";

    /** Of the one user of all its databases. */
    static final String PASSWORD = USER;

    private TestPostgresql() {}

    /** Settings that lead the application to a new, empty database. */
    public static Map<String, String> newDatabase() {
        String name = "atlas_" + UUID.randomUUID().toString().replace('-', '_');
        // ICU's French order comes with the server, on every machine; it is far from the order of bytes, so
        // that a statement which leaves an order to the database does not pass unseen.
        execute("CREATE DATABASE " + name + " TEMPLATE template0 ENCODING 'UTF8'"
                + " LOCALE_PROVIDER icu ICU_LOCALE 'fr-MA' LOCALE 'C'");
        return Map.of(
                "quarkus.datasource.jdbc.url", url(name),
                "quarkus.datasource.username", USER,
                "quarkus.datasource.password", PASSWORD);
    }

    private static void execute(String sql) {
        try (Connection connection = DriverManager.getConnection(url("postgres"), USER, PASSWORD);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(sql, failed);
        }
    }

    private static String url(String database) {
        return "jdbc:postgresql://localhost:" + port() + "/" + database;
    }

    private static synchronized String port() {
        if (System.getProperty(PORT) == null) {
            System.setProperty(PORT, String.valueOf(start().getPort()));
        }
        return System.getProperty(PORT);
    }

    /** Starts the server; it stops with the JVM. */
    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder().start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}

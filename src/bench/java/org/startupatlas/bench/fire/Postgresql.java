package org.startupatlas.bench.fire;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Stream;

/** A PostgreSQL server that keeps its data folder and its port when it is restarted; commits are durable. */
public final class Postgresql implements Database {

    private static final String USER = "postgres";

    private final Path folder;
    private final int port;
    private EmbeddedPostgres server;

    /** A server with its data in that folder, started. */
    public Postgresql(Path folder) throws IOException {
        this.folder = folder.resolve("postgresql").toAbsolutePath();
        this.port = FreePort.find();
        start();
    }

    private void start() throws IOException {
        server = EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                .setPort(port)
                // The library disables this for tests; here acknowledged writes must be durable.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start();
    }

    private String url() {
        return "jdbc:postgresql://localhost:" + port + "/postgres";
    }

    @Override
    public Map<String, String> settings() {
        return Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL", url(),
                "QUARKUS_DATASOURCE_USERNAME", USER,
                "QUARKUS_DATASOURCE_PASSWORD", USER);
    }

    @Override
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url(), USER, USER);
    }

    @Override
    public void restart() throws IOException {
        server.close();
        start();
    }

    @Override
    public boolean isEmbedded() {
        return false;
    }

    @Override
    public long size() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}

package org.startupatlas.dbcopy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.startupatlas.testing.Migrations;
import org.startupatlas.testing.TestPostgresql;

/** An empty PostgreSQL database, and copies into it. */
record MovedDatabase(Map<String, String> settings) {

    static MovedDatabase empty() {
        return new MovedDatabase(TestPostgresql.newDatabase());
    }

    /** Starts a process that copies the file. */
    Process process(Path file) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                MovedDatabase.class.getName(),
                file.toString()));
        settings.forEach((name, value) -> command.addAll(List.of(name, value)));
        return new ProcessBuilder(command).inheritIO().start();
    }

    /** Arguments: the file, then the names and values of the database's settings. */
    public static void main(String[] arguments) {
        Map<String, String> settings = new HashMap<>();
        for (int i = 1; i < arguments.length; i += 2) {
            settings.put(arguments[i], arguments[i + 1]);
        }
        new MovedDatabase(settings).take(Path.of(arguments[0]));
    }

    Flyway flyway() {
        return Migrations.of("postgresql")
                .dataSource(
                        settings.get("quarkus.datasource.jdbc.url"),
                        settings.get("quarkus.datasource.username"),
                        settings.get("quarkus.datasource.password"))
                .load();
    }

    Connection connect() throws SQLException {
        return flyway().getConfiguration().getDataSource().getConnection();
    }

    /** Copies the file; returns the lines about the progress and the result. */
    List<String> take(Path file) {
        List<String> lines = new ArrayList<>();
        Flyway flyway = flyway();
        try (DatabaseFile source = DatabaseFile.open(file, "", "")) {
            lines.add(new DatabaseCopy(flyway, flyway.getConfiguration().getDataSource()).run(source, lines::add));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        return lines;
    }
}

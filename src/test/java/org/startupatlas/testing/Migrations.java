package org.startupatlas.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.migration.JavaMigration;

/** Flyway with the migrations of the application, without the application. */
public final class Migrations {
    private static final Path SQL = Path.of("src", "main", "resources", "db", "migration");
    private static final Path JAVA = Path.of("src", "main", "java", "org", "startupatlas", "changelog", "migration");

    private Migrations() {}

    /**
     * Returns Flyway with the migrations of a kind of database, still without a database.
     *
     * @param kind the folder of SQL scripts beside those for every database
     */
    public static FluentConfiguration of(String kind) {
        return Flyway.configure()
                .locations("filesystem:" + SQL.resolve("standard"), "filesystem:" + SQL.resolve(kind))
                .javaMigrations(inJava());
    }

    /** In the application, they are beans. */
    private static JavaMigration[] inJava() {
        try (Stream<Path> files = Files.list(JAVA)) {
            return files.map(file -> file.getFileName().toString().replace(".java", ""))
                    .filter(name -> name.startsWith("V"))
                    .map(Migrations::inJava)
                    .toArray(JavaMigration[]::new);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static JavaMigration inJava(String name) {
        try {
            return (JavaMigration) Class.forName("org.startupatlas.changelog.migration." + name)
                    .getConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException failed) {
            throw new IllegalStateException(failed);
        }
    }
}

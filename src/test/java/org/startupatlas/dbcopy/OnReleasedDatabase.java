package org.startupatlas.dbcopy;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.startupatlas.testing.TestDatabase;

/**
 * The application on the database file that a release has left: on the file itself, or moved into PostgreSQL. What the file
 * holds is looked at by the first test; those that follow write much to it.
 */
public final class OnReleasedDatabase implements QuarkusTestProfile {

    static final String VERSION = "1.0.0";

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(Released.class));
    }

    /** Comes after the empty database that every start in the tests is given, and takes its place. */
    public static final class Released implements QuarkusTestResourceLifecycleManager {
        @Override
        public int order() {
            return 1;
        }

        @Override
        public Map<String, String> start() {
            try {
                Path parent = Files.createDirectories(Path.of("target", "test-data"));
                Path folder = Files.createTempDirectory(parent, "released-").toAbsolutePath();
                Path file = ReleasedFile.unpack(VERSION, folder);
                if (!TestDatabase.isPostgresql()) {
                    return Map.of("atlas.data-dir", folder.toString());
                }
                ReleasedFile.migrate(file);
                MovedDatabase database = MovedDatabase.empty();
                database.take(file);
                return database.settings();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        @Override
        public void stop() {
            // The file goes with target/, a PostgreSQL server with the JVM.
        }
    }
}

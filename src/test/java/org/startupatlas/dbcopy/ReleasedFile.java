package org.startupatlas.dbcopy;

import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Properties;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.flywaydb.core.Flyway;
import org.startupatlas.fire.Node;
import org.startupatlas.testing.TestKeys;

/**
 * The H2 files of releases, on which every later build is tested to start. The program creates the file of this
 * release; {@code src/bench/released} runs it.
 */
public final class ReleasedFile {

    private static final Path ALL = Path.of("src", "test", "resources", "released");
    private static final String DATABASE = "atlas.mv.db";
    private static final String PACKED = DATABASE + ".gz";
    private static final String WRITTEN = "written.properties";

    private ReleasedFile() {}

    /** Arguments: the folder of the built product, the version, and an empty folder to work in. */
    public static void main(String[] arguments) throws IOException, InterruptedException, SQLException {
        Path folder = Files.createDirectories(Path.of(arguments[2]));
        Written written = make(Path.of(arguments[0]), folder);
        Path kept = Files.createDirectories(ALL.resolve(arguments[1]));
        try (OutputStream packed = new GZIPOutputStream(Files.newOutputStream(kept.resolve(PACKED)))) {
            Files.copy(folder.resolve(DATABASE), packed);
        }
        try (BufferedWriter properties = Files.newBufferedWriter(kept.resolve(WRITTEN))) {
            written.toProperties().store(properties, "What transfer.moving.Written wrote");
        }
        System.out.println(
                kept + ": revision " + written.revision() + ", " + Files.size(kept.resolve(PACKED)) + " bytes");
        System.exit(0); // HTTP clients leave threads running
    }

    /** Creates a database in a folder, with the bundled data and the written data. */
    static Written make(Path jar, Path folder) throws IOException, InterruptedException, SQLException {
        Node node = new Node("made", jar, folder, settings(folder));
        node.start();
        try {
            RestAssured.baseURI = node.address().toString();
            Written written = Written.write();
            node.stop();
            compact(folder);
            return written;
        } finally {
            node.kill();
        }
    }

    /** Returns the settings of a node for the database in a folder. */
    static Map<String, String> settings(Path folder) {
        return Map.of("ATLAS_DATA_DIR", folder.toAbsolutePath().toString(), "ATLAS_ADMIN_KEY", TestKeys.ADMIN);
    }

    private static void compact(Path folder) throws SQLException {
        String url = "jdbc:h2:file:" + folder.toAbsolutePath().resolve("atlas")
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;NON_KEYWORDS=VALUE;IFEXISTS=TRUE";
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("SHUTDOWN DEFRAG");
        }
    }

    /**
     * Unpacks the file of a release into a folder.
     *
     * @return the file
     */
    static Path unpack(String version, Path folder) {
        Path file = folder.resolve(DATABASE);
        try (InputStream packed =
                new GZIPInputStream(Files.newInputStream(ALL.resolve(version).resolve(PACKED)))) {
            Files.copy(packed, file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return file;
    }

    /** Migrates a file to this release, as the build for H2 does at startup. */
    static void migrate(Path file) {
        String path = file.toAbsolutePath().toString();
        String url = "jdbc:h2:file:" + path.substring(0, path.length() - ".mv.db".length())
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;NON_KEYWORDS=VALUE;IFEXISTS=TRUE";
        Flyway.configure()
                .dataSource(url, "", "")
                .locations(
                        "filesystem:" + MovedDatabase.MIGRATIONS.resolve("standard"),
                        "filesystem:" + MovedDatabase.MIGRATIONS.resolve("h2"))
                .load()
                .migrate();
    }

    /** Returns the data written to the file of a release. */
    static Written written(String version) {
        try (BufferedReader lines = Files.newBufferedReader(ALL.resolve(version).resolve(WRITTEN))) {
            Properties properties = new Properties();
            properties.load(lines);
            return Written.of(properties);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}

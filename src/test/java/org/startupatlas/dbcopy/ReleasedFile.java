package org.startupatlas.dbcopy;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.startupatlas.testing.Migrations;

/** The database files of releases, which are kept so that every later build is known to start on them. */
public final class ReleasedFile {

    private static final Path ALL = Path.of("src", "test", "resources", "released");
    private static final String DATABASE = "atlas.mv.db";
    private static final String PACKED = DATABASE + ".gz";
    private static final String WRITTEN = "written.properties";

    private ReleasedFile() {}

    /**
     * Keeps the database in a folder as the file of a release, with what a test must know of it.
     *
     * @return the packed file
     */
    public static Path keep(String version, Path folder, Written written) throws IOException {
        Path kept = Files.createDirectories(ALL.resolve(version));
        try (OutputStream packed = new GZIPOutputStream(Files.newOutputStream(kept.resolve(PACKED)))) {
            Files.copy(folder.resolve(DATABASE), packed);
        }
        try (BufferedWriter properties = Files.newBufferedWriter(kept.resolve(WRITTEN))) {
            written.toProperties().store(properties, "What dbcopy.Written wrote");
        }
        return kept.resolve(PACKED);
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

    /** Migrates a file to this release, as the embedded build does at its start. */
    static void migrate(Path file) {
        String path = file.toAbsolutePath().toString();
        String url = "jdbc:h2:file:" + path.substring(0, path.length() - ".mv.db".length())
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;NON_KEYWORDS=VALUE;IFEXISTS=TRUE";
        Migrations.of("h2").dataSource(url, "", "").load().migrate();
    }

    /** What was written to the file of a release. */
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

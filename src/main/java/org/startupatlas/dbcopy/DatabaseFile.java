package org.startupatlas.dbcopy;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.h2.Driver;
import org.h2.api.ErrorCode;

/**
 * The file of an embedded database, to be read. Nothing is written to it: what is opened is a copy in the folder for
 * temporary files, in which H2 may finish what a process that was killed has left half done. The file itself is locked
 * meanwhile, so that no node writes what would be left behind.
 */
final class DatabaseFile implements Closeable {

    private static final String SUFFIX = ".mv.db";

    /** What it is called in the folder that the product keeps it in. */
    private static final String IN_A_FOLDER = "atlas" + SUFFIX;

    /** As the product opens it (application.properties); and rows are read as they are asked for, however many. */
    private static final String SETTINGS =
            ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;NON_KEYWORDS=VALUE;IFEXISTS=TRUE;LAZY_QUERY_EXECUTION=TRUE";

    private final Path path;
    private final Properties credentials;
    private final FileChannel channel;
    private final Path folder;

    private DatabaseFile(Path path, Properties credentials, FileChannel channel, Path folder) {
        this.path = path;
        this.credentials = credentials;
        this.channel = channel;
        this.folder = folder;
    }

    /**
     * Locks and copies a file.
     *
     * @param asked the file, or the folder that it is in
     * @param username of the database; the product has an empty one, and an empty password, unless it was given others
     * @throws MoveRefused if there is none, or a process has it open
     */
    static DatabaseFile open(Path asked, String username, String password) throws IOException {
        Path path = find(asked);
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        Path folder = null;
        try {
            lock(channel, path);
            folder = Files.createTempDirectory("startup-atlas-move-");
            Properties credentials = new Properties();
            credentials.setProperty("user", username);
            credentials.setProperty("password", password);
            DatabaseFile file = new DatabaseFile(path, credentials, channel, folder);
            file.copy();
            return file;
        } catch (IOException | RuntimeException | Error failed) {
            channel.close();
            if (folder != null) {
                remove(folder);
            }
            throw failed;
        }
    }

    private static Path find(Path asked) {
        Path path = Files.isDirectory(asked) ? asked.resolve(IN_A_FOLDER) : asked;
        if (!Files.isRegularFile(path)) {
            throw new CopyRefusedException("There is no file " + path.toAbsolutePath()
                    + ". The embedded database is atlas.mv.db in the folder ATLAS_DATA_DIR, ./data if that is unset.");
        }
        return path;
    }

    /** H2 locks all of the file that it writes to; a lock beside which others may read needs no right to write. */
    private static void lock(FileChannel channel, Path path) throws IOException {
        FileLock lock;
        try {
            lock = channel.tryLock(0, Long.MAX_VALUE, true);
        } catch (OverlappingFileLockException ofThisProcess) {
            throw inUse(path, ofThisProcess);
        }
        if (lock == null) {
            throw inUse(path, null);
        }
    }

    private static CopyRefusedException inUse(Path path, Throwable cause) {
        return new CopyRefusedException(path + " is in use. Stop the node that runs on it, and move again.", cause);
    }

    private void copy() throws IOException {
        try (FileChannel copy = FileChannel.open(
                folder.resolve(IN_A_FOLDER), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            long size = channel.size();
            for (long at = 0; at < size; ) {
                at += channel.transferTo(at, size - at, copy);
            }
        }
    }

    /** A connection to the copy. */
    Connection connect() throws SQLException {
        Driver driver = new Driver();
        try {
            return driver.connect("jdbc:h2:file:" + folder.resolve("atlas") + SETTINGS, credentials);
        } catch (SQLException failed) {
            if (failed.getErrorCode() == ErrorCode.WRONG_USER_OR_PASSWORD) {
                throw new CopyRefusedException(
                        path + " has another user or password. If its node was given some"
                                + " (QUARKUS_DATASOURCE_USERNAME and …_PASSWORD), give the same to move, as"
                                + " ATLAS_MOVE_USERNAME and ATLAS_MOVE_PASSWORD.",
                        failed);
            }
            throw new CopyRefusedException(
                    path + " cannot be read as a database of H2 " + driver.getMajorVersion() + "."
                            + driver.getMinorVersion() + ": " + failed.getMessage(),
                    failed);
        }
    }

    @Override
    public String toString() {
        return path.toString();
    }

    /** Takes the copy away, and lets others write to the file. */
    @Override
    public void close() throws IOException {
        channel.close();
        remove(folder);
    }

    private static void remove(Path folder) throws IOException {
        try (var files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}

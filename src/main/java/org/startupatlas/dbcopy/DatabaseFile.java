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
 * An H2 file to copy from. Nothing is written to it: a copy in a temporary folder is opened, in which H2 may recover
 * what a killed process has left incomplete. The original is locked in the meantime, so that no node writes to it.
 */
final class DatabaseFile implements Closeable {

    private static final String SUFFIX = ".mv.db";

    /** The name of the file in the data directory. */
    private static final String DEFAULT_NAME = "atlas" + SUFFIX;

    /**
     * The settings of application.properties, and lazy query execution, so that large tables are not held in memory.
     */
    private static final String URL_SETTINGS =
            ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;NON_KEYWORDS=VALUE;IFEXISTS=TRUE;LAZY_QUERY_EXECUTION=TRUE";

    private final Path path;
    private final Properties credentials;
    private final FileChannel channel;
    private final Path temporaryFolder;

    private DatabaseFile(Path path, Properties credentials, FileChannel channel, Path temporaryFolder) {
        this.path = path;
        this.credentials = credentials;
        this.channel = channel;
        this.temporaryFolder = temporaryFolder;
    }

    /**
     * Locks a file, and copies it to a temporary folder.
     *
     * @param fileOrFolder the file, or its folder
     * @param username the user of the database; empty by default, as is the password
     * @throws CopyRefusedException if there is no such file, or a process has it open
     */
    static DatabaseFile open(Path fileOrFolder, String username, String password) throws IOException {
        Path path = find(fileOrFolder);
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        Path temporaryFolder = null;
        try {
            lock(channel, path);
            temporaryFolder = Files.createTempDirectory("startup-atlas-move-");
            Properties credentials = new Properties();
            credentials.setProperty("user", username);
            credentials.setProperty("password", password);
            DatabaseFile file = new DatabaseFile(path, credentials, channel, temporaryFolder);
            file.copy();
            return file;
        } catch (IOException | RuntimeException | Error failed) {
            channel.close();
            if (temporaryFolder != null) {
                remove(temporaryFolder);
            }
            throw failed;
        }
    }

    private static Path find(Path fileOrFolder) {
        Path path = Files.isDirectory(fileOrFolder) ? fileOrFolder.resolve(DEFAULT_NAME) : fileOrFolder;
        if (!Files.isRegularFile(path)) {
            throw new CopyRefusedException("There is no file " + path.toAbsolutePath()
                    + ". The embedded database is atlas.mv.db in the folder ATLAS_DATA_DIR, ./data if that is unset.");
        }
        return path;
    }

    /**
     * H2 holds an exclusive lock on a file that it writes to. A shared lock conflicts with it, and needs no write
     * access.
     */
    private static void lock(FileChannel channel, Path path) throws IOException {
        FileLock lock;
        try {
            lock = channel.tryLock(0, Long.MAX_VALUE, true);
        } catch (OverlappingFileLockException lockedByThisProcess) {
            throw inUse(path, lockedByThisProcess);
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
                temporaryFolder.resolve(DEFAULT_NAME), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            long size = channel.size();
            for (long position = 0; position < size; ) {
                position += channel.transferTo(position, size - position, copy);
            }
        }
    }

    /** Opens a connection to the copy. */
    Connection connect() throws SQLException {
        Driver driver = new Driver();
        try {
            return driver.connect("jdbc:h2:file:" + temporaryFolder.resolve("atlas") + URL_SETTINGS, credentials);
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

    /** Deletes the copy, and unlocks the file. */
    @Override
    public void close() throws IOException {
        channel.close();
        remove(temporaryFolder);
    }

    private static void remove(Path temporaryFolder) throws IOException {
        try (var files = Files.newDirectoryStream(temporaryFolder)) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
        Files.delete(temporaryFolder);
    }
}

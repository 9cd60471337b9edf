package org.startupatlas.database;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The lock on a file by which one of several processes owns what lies beside it. The operating system releases it when
 * the process ends, however it ends.
 */
public final class LockFile implements Closeable {

    /**
     * The files that this process has locked. They are not opened again: closing any descriptor of a file releases all
     * locks that the process has on that file (POSIX, fcntl). That is also why data is locked by a file beside it.
     */
    private static final Set<Path> LOCKED = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final FileChannel channel;

    private LockFile(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * Locks a file, which is created if necessary; empty if this or another process has locked it.
     *
     * @throws IOException if the file cannot be written
     */
    public static Optional<LockFile> tryLock(Path file) throws IOException {
        Path path = file.toAbsolutePath().getParent().toRealPath().resolve(file.getFileName());
        if (!LOCKED.add(path)) {
            return Optional.empty();
        }
        Optional<LockFile> locked = Optional.empty();
        try {
            locked = open(path);
        } finally {
            if (locked.isEmpty()) {
                LOCKED.remove(path);
            }
        }
        return locked;
    }

    private static Optional<LockFile> open(Path path) throws IOException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean isLocked = false;
        try {
            isLocked = channel.tryLock() != null;
            return isLocked ? Optional.of(new LockFile(path, channel)) : Optional.empty();
        } catch (OverlappingFileLockException lockedByOtherClassLoader) {
            return Optional.empty();
        } finally {
            if (!isLocked) {
                channel.close();
            }
        }
    }

    /** Releases the lock. The file stays, unless it was deleted before. */
    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            LOCKED.remove(path);
        }
    }
}

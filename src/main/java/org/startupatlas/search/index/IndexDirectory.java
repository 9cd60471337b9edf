package org.startupatlas.search.index;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.util.IOUtils;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.startupatlas.database.LockFile;

/**
 * The directory of this node's indexes: {@code search/1} in the data directory or, if other nodes share the data
 * directory, the first of {@code search/2}, {@code search/3}… that none of them has locked. The lock is released when
 * its process ends, so the next node to start reuses the indexes of a killed one. If the data directory is not
 * writable, a temporary directory is used and deleted at shutdown.
 */
@Singleton
final class IndexDirectory implements Closeable {

    private static final Logger LOG = Logger.getLogger(IndexDirectory.class);

    private static final String TEMPORARY = "startup-atlas-search-";
    private static final String LOCK = "node.lock";

    private final Path root;
    private Path folder;
    private LockFile lock;
    private boolean isTemporary;

    @Inject
    IndexDirectory(@ConfigProperty(name = "atlas.data-dir") String dataFolder) {
        this(Path.of(dataFolder));
    }

    IndexDirectory(Path dataFolder) {
        this.root = dataFolder.resolve("search");
    }

    /** Returns the index folders, newest first; other files in the directory are ignored. */
    synchronized List<Path> folders() throws IOException {
        return numbered(locked()).stream()
                .sorted(Comparator.comparingInt(IndexDirectory::number).reversed())
                .toList();
    }

    /** Creates a folder for a new index, which becomes the newest. */
    synchronized Path newFolder() throws IOException {
        int newest =
                folders().stream().mapToInt(IndexDirectory::number).findFirst().orElse(0);
        return Files.createDirectory(locked().resolve(String.valueOf(newest + 1)));
    }

    /** Releases the directory to other nodes. */
    @PreDestroy
    @Override
    public synchronized void close() throws IOException {
        if (folder != null) {
            if (isTemporary) {
                IOUtils.rm(folder);
            }
            lock.close();
            folder = null;
        }
    }

    private Path locked() throws IOException {
        if (folder == null) {
            try {
                lock();
            } catch (IOException unwritable) {
                lockTemporary();
                LOG.warnf(
                        "the search index cannot be stored in %s (%s); it is in %s and is rebuilt at each start",
                        root, unwritable, folder);
            }
        }
        return folder;
    }

    private void lock() throws IOException {
        int number = 1;
        while (!use(Files.createDirectories(root.resolve(String.valueOf(number))))) {
            number++;
        }
    }

    private void lockTemporary() throws IOException {
        Path all = Path.of(System.getProperty("java.io.tmpdir"));
        try (DirectoryStream<Path> left = Files.newDirectoryStream(all, TEMPORARY + "*")) {
            left.forEach(this::deleteAbandoned);
        }
        isTemporary = true;
        if (!use(Files.createTempDirectory(TEMPORARY))) {
            throw new IOException("a newly created folder is locked by another process");
        }
    }

    private void deleteAbandoned(Path left) {
        try {
            Optional<LockFile> abandoned = tryLock(left);
            if (abandoned.isPresent()) {
                try {
                    IOUtils.rm(left);
                } finally {
                    abandoned.get().close();
                }
                LOG.infof("deleted %s, which another process abandoned", left);
            }
        } catch (IOException otherUser) {
            LOG.debugf(otherUser, "%s belongs to another user", left);
        }
    }

    /** Makes a directory this node's, unless another process has locked it. */
    private boolean use(Path free) throws IOException {
        Optional<LockFile> acquired = tryLock(free);
        if (acquired.isEmpty()) {
            return false;
        }
        lock = acquired.get();
        folder = free;
        return true;
    }

    private static Optional<LockFile> tryLock(Path directory) throws IOException {
        return LockFile.tryLock(directory.resolve(LOCK));
    }

    private static List<Path> numbered(Path folder) throws IOException {
        List<Path> numbered = new ArrayList<>();
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(folder)) {
            for (Path each : folders) {
                if (each.getFileName().toString().matches("[1-9][0-9]{0,8}")) {
                    numbered.add(each);
                }
            }
        }
        return numbered;
    }

    private static int number(Path folder) {
        return Integer.parseInt(folder.getFileName().toString());
    }
}

package org.startupatlas.search.index;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.IOUtils;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Where this node has its indexes: {@code search/1} in the data directory, or, where other nodes share that, the first
 * of {@code search/2}, {@code search/3}… that none of them holds. Who holds one tells a lock that goes with its process,
 * so that the next to start takes over what a killed one has left. Where nothing can be written there, it is a folder
 * for temporary files, which goes at the end.
 */
@Singleton
final class IndexDirectory implements Closeable {

    private static final Logger LOG = Logger.getLogger(IndexDirectory.class);

    private static final String TEMPORARY = "startup-atlas-search-";
    private static final String LOCK = "node.lock";

    private final Path homes;
    private Path folder;
    private Lock lock;
    private boolean temporary;

    @Inject
    IndexDirectory(@ConfigProperty(name = "atlas.data-dir") String dataFolder) {
        this(Path.of(dataFolder));
    }

    IndexDirectory(Path dataFolder) {
        this.homes = dataFolder.resolve("search");
    }

    /** The folders of the indexes that are here, the newest first; what else may be in it is nobody's. */
    synchronized List<Path> folders() throws IOException {
        return numbered(taken()).stream()
                .sorted(Comparator.comparingInt(IndexDirectory::number).reversed())
                .toList();
    }

    /** Makes a folder for another index, which is the newest. */
    synchronized Path newFolder() throws IOException {
        int newest =
                folders().stream().mapToInt(IndexDirectory::number).findFirst().orElse(0);
        return Files.createDirectory(taken().resolve(String.valueOf(newest + 1)));
    }

    /** Lets another node have it. */
    @PreDestroy
    @Override
    public synchronized void close() throws IOException {
        if (folder != null) {
            lock.close();
            if (temporary) {
                IOUtils.rm(folder);
            }
            folder = null;
        }
    }

    private Path taken() throws IOException {
        if (folder == null) {
            try {
                take();
            } catch (IOException unwritable) {
                takeTemporary();
                LOG.warnf(
                        "there can be no index in %s (%s): it is in %s, and is built anew at each start",
                        homes, unwritable, folder);
            }
        }
        return folder;
    }

    private void take() throws IOException {
        int number = 1;
        while (!take(Files.createDirectories(homes.resolve(String.valueOf(number))))) {
            number++;
        }
    }

    private void takeTemporary() throws IOException {
        Path all = Path.of(System.getProperty("java.io.tmpdir"));
        try (DirectoryStream<Path> left = Files.newDirectoryStream(all, TEMPORARY + "*")) {
            left.forEach(this::takeAway);
        }
        temporary = true;
        if (!take(Files.createTempDirectory(TEMPORARY))) {
            throw new IOException("a folder that was just made is another's");
        }
    }

    private void takeAway(Path left) {
        try {
            if (take(left)) {
                lock.close();
                IOUtils.rm(left);
                LOG.infof("took away %s, which a process has left", left);
            }
        } catch (IOException otherUser) {
            LOG.debugf(otherUser, "%s is another's", left);
        }
    }

    /** Takes a folder that nobody holds. */
    private boolean take(Path free) throws IOException {
        try (Directory directory = FSDirectory.open(free)) {
            lock = directory.obtainLock(LOCK);
            folder = free;
            return true;
        } catch (LockObtainFailedException | OverlappingFileLockException held) {
            LOG.debugf(held, "%s is another's", free);
            return false;
        }
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

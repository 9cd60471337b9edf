package org.startupatlas.search;

import java.io.IOException;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.util.IOUtils;
import org.jboss.logging.Logger;

/**
 * The folders that indexes are in: temporary, as the database has all that is in them. A process that is killed leaves
 * its own behind, for the next that starts to take away; whether one is in use tells the lock that Lucene holds there.
 */
final class IndexFolder {

    private static final Logger LOG = Logger.getLogger(IndexFolder.class);

    private static final String PREFIX = "startup-atlas-search-";

    private IndexFolder() {}

    /** Makes a folder that only this user can read. */
    static Path make() throws IOException {
        return Files.createTempDirectory(PREFIX);
    }

    /** Takes away the folders that no process uses any more. */
    static void clear() throws IOException {
        Path all = Path.of(System.getProperty("java.io.tmpdir"));
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(all, PREFIX + "*")) {
            for (Path folder : folders) {
                clear(folder);
            }
        }
    }

    private static void clear(Path folder) {
        try (Directory directory = FSDirectory.open(folder);
                Lock unused = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
            unused.ensureValid();
            IOUtils.rm(folder);
            LOG.infof("took away %s, which a process has left", folder);
        } catch (IOException | OverlappingFileLockException inUse) {
            LOG.debugf(inUse, "%s is another's", folder);
        }
    }
}

package org.startupatlas.search;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.util.IOUtils;
import org.junit.jupiter.api.Test;

/** Indexes that a killed process has left do not fill the disk. */
class IndexFolderTest {
    @Test
    void whatNobodyUsesIsTakenAwayAndWhatSomebodyUsesStays() throws IOException {
        Path left = IndexFolder.make();
        Files.writeString(left.resolve("segments_1"), "left");
        Path used = IndexFolder.make();
        try (Directory directory = FSDirectory.open(used);
                Lock held = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
            IndexFolder.clear();
            held.ensureValid();
            assertFalse(Files.exists(left));
            assertTrue(Files.exists(used));
        } finally {
            IOUtils.rm(used);
        }
    }
}

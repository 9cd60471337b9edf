package org.startupatlas.search.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.startupatlas.testing.H2Only;
import org.startupatlas.testing.LockingProcess;

/** Tests that each node has its own folder, reuses an abandoned one, and removes the others. */
@H2Only
class IndexDirectoryTest {
    @TempDir
    Path data;

    @Test
    void nodesWithOneDataDirectoryHaveSeparateIndexes() throws IOException {
        IndexDirectory one = new IndexDirectory(data);
        try (IndexDirectory other = new IndexDirectory(data)) {
            Path ofOne = one.newFolder();
            Path ofOther = other.newFolder();
            assertNotEquals(ofOne.getParent(), ofOther.getParent());
            assertEquals(List.of(ofOne), one.folders());
            one.close();
            try (IndexDirectory next = new IndexDirectory(data)) {
                assertEquals(List.of(ofOne), next.folders());
            }
            assertEquals(List.of(ofOther), other.folders());
        }
    }

    @Test
    void newestFolderIsFirst() throws IOException {
        try (IndexDirectory home = new IndexDirectory(data)) {
            Path last = null;
            for (int i = 0; i < 11; i++) {
                last = home.newFolder();
            }
            assertEquals(last, home.folders().get(0));
            assertEquals(11, home.folders().size());
        }
    }

    @Test
    void nextProcessTakesOverTheIndexOfAKilledOne() throws IOException {
        Path left = Files.createDirectories(data.resolve("search/1/1"));
        try (LockingProcess owner = new LockingProcess(data.resolve("search/1/node.lock"));
                IndexDirectory beside = new IndexDirectory(data)) {
            assertTrue(owner.isLocked());
            assertEquals(data.resolve("search/2/1"), beside.newFolder());
        }
        try (IndexDirectory next = new IndexDirectory(data)) {
            assertEquals(List.of(left), next.folders());
        }
    }

    @Test
    void deletingAbandonedIndexesReleasesNoLockOfThisProcess() throws IOException {
        Path unwritable = Files.createFile(data.resolve("file"));
        try (IndexDirectory used = new IndexDirectory(unwritable);
                IndexDirectory other = new IndexDirectory(unwritable)) {
            Path ofUsed = used.newFolder().getParent();
            Path left = Files.createTempDirectory("startup-atlas-search-");
            other.newFolder();
            assertFalse(Files.exists(left));
            try (LockingProcess next = new LockingProcess(ofUsed.resolve("node.lock"))) {
                assertFalse(next.isLocked());
            }
        }
    }

    @Test
    void readOnlyDataDirectoryFallsBackToATemporaryOne() throws IOException {
        Path unwritable = Files.createFile(data.resolve("file"));
        Path left = Files.createDirectories(
                Files.createTempDirectory("startup-atlas-search-").resolve("1"));
        IndexDirectory used = new IndexDirectory(unwritable);
        Path ofUsed = used.newFolder();
        assertFalse(Files.exists(left));
        try (IndexDirectory other = new IndexDirectory(unwritable)) {
            assertNotEquals(ofUsed.getParent(), other.newFolder().getParent());
            assertTrue(Files.exists(ofUsed));
        }
        used.close();
        assertFalse(Files.exists(ofUsed.getParent()));
    }
}

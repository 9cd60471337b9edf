package org.startupatlas.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.startupatlas.testing.H2Only;
import org.startupatlas.testing.LockingProcess;

@H2Only
class LockFileTest {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void nameFile() {
        file = folder.resolve("a.lock");
    }

    @Test
    void oneOfSeveralProcessesOwnsTheFileUntilItIsKilled() throws IOException {
        try (LockingProcess owner = new LockingProcess(file)) {
            assertTrue(owner.isLocked());
            assertEquals(Optional.empty(), LockFile.tryLock(file));
        }
        try (LockFile taken = LockFile.tryLock(file).orElseThrow();
                LockingProcess other = new LockingProcess(file)) {
            assertFalse(other.isLocked());
            assertTrue(Files.exists(file), taken::toString);
        }
        try (LockingProcess next = new LockingProcess(file)) {
            assertTrue(next.isLocked(), "closing releases the lock");
        }
    }

    @Test
    void anotherAttemptOfTheOwnerFailsAndReleasesNothing() throws IOException {
        Path sameFile = Files.createSymbolicLink(folder.resolve("link"), folder).resolve("a.lock");
        LockFile owned = LockFile.tryLock(file).orElseThrow();
        assertEquals(Optional.empty(), LockFile.tryLock(file));
        assertEquals(Optional.empty(), LockFile.tryLock(sameFile));
        try (LockingProcess other = new LockingProcess(file)) {
            assertFalse(other.isLocked());
        }
        owned.close();
        LockFile.tryLock(sameFile).orElseThrow().close();
    }

    @Test
    void aFolderThatIsMissingIsAnError() throws IOException {
        Path missing = folder.resolve("missing").resolve("a.lock");
        assertThrows(IOException.class, () -> LockFile.tryLock(missing));
        Files.createDirectory(missing.getParent());
        LockFile.tryLock(missing).orElseThrow().close();
    }
}

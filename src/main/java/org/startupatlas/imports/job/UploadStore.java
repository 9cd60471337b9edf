package org.startupatlas.imports.job;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.startupatlas.database.LockFile;
import org.startupatlas.query.parameter.ProblemKind;
import org.startupatlas.query.parameter.RejectedException;
import org.startupatlas.record.Digest;
import org.startupatlas.schema.type.ValueTypes;

/**
 * Stores uploaded files in the node's data directory until their jobs end. Each file is locked by the process that
 * imports it; a file that is not locked was abandoned by a process that has ended.
 */
@Singleton
public class UploadStore {

    private static final Logger LOG = Logger.getLogger(UploadStore.class);

    private static final int BUFFER = 64 * 1024;

    private static final String LOCK = ".lock";

    private final Path folder;
    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

    /** The files that this process has locked. */
    private final Map<UUID, LockedFile> lockedFiles = new ConcurrentHashMap<>();

    private final UploadQuota quota;

    UploadStore(
            @ConfigProperty(name = "atlas.data-dir") Path dataFolder,
            @ConfigProperty(name = "atlas.imports") int maxFiles,
            @ConfigProperty(name = "atlas.imports-size") int maxMebibytes) {
        this.folder = dataFolder.resolve("imports");
        this.quota = new UploadQuota(maxFiles, (long) maxMebibytes << 20);
    }

    /** A file locked by this process. */
    private static final class LockedFile {
        private final LockFile lock;
        private long bytes;

        LockedFile(LockFile lock) {
            this.lock = lock;
        }
    }

    /**
     * An uploaded file, or the received part of a truncated one.
     *
     * @param bytes its size
     * @param sha256 the SHA-256 of its bytes, in hexadecimal
     * @param isTruncated whether the connection ended before the file, of which nothing is stored then
     */
    public record Upload(UUID id, long bytes, String sha256, boolean isTruncated) {}

    /**
     * Stores a request body while it is received. Leaves nothing of a body that is rejected or truncated.
     *
     * @param contentLength the announced length in bytes; 0 if unknown
     * @param maxBytes the maximum size of a file
     * @throws RejectedException if it has more bytes than a file may have, or than the quota has room for beside the
     *     other files
     * @throws IOException if it cannot be stored
     */
    public Upload store(InputStream sent, long contentLength, long maxBytes) throws IOException {
        long maxLength = Math.min(maxBytes, quota.maxBytes());
        if (contentLength > maxLength) {
            throw RejectedException.of(ProblemKind.PAYLOAD_TOO_LARGE);
        }
        quota.reserveFile(contentLength);
        UUID id = ids.generate();
        boolean isComplete = false;
        try {
            Files.createDirectories(folder);
            if (!lock(id)) {
                throw new IOException(lockPath(id) + " is locked by another process");
            }
            Upload stored = copy(id, sent, maxLength);
            isComplete = !stored.isTruncated();
            return stored;
        } finally {
            if (!isComplete && lockedFiles.containsKey(id)) {
                remove(id);
            } else if (!isComplete) {
                quota.release(0);
            }
        }
    }

    private boolean lock(UUID id) throws IOException {
        Optional<LockFile> lock = LockFile.tryLock(lockPath(id));
        lock.ifPresent(locked -> lockedFiles.put(id, new LockedFile(locked)));
        return lock.isPresent();
    }

    private Path lockPath(UUID id) {
        return folder.resolve(id + LOCK);
    }

    private Upload copy(UUID id, InputStream sent, long maxLength) throws IOException {
        LockedFile locked = lockedFiles.get(id);
        IncomingFile incoming = new IncomingFile(sent);
        try (FileChannel file = FileChannel.open(path(id), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (int read = incoming.next(); read >= 0; read = incoming.next()) {
                if (incoming.digest.bytes() > maxLength) {
                    throw RejectedException.of(ProblemKind.PAYLOAD_TOO_LARGE);
                }
                quota.reserveBytes(read);
                locked.bytes += read;
                for (ByteBuffer chunk = ByteBuffer.wrap(incoming.buffer, 0, read); chunk.hasRemaining(); ) {
                    file.write(chunk);
                }
            }
            file.force(true);
        }
        return new Upload(id, incoming.digest.bytes(), incoming.digest.sha256(), incoming.isTruncated);
    }

    /** Reads a request body, and distinguishes failures of the connection from those of the disk. */
    private static final class IncomingFile {
        private final InputStream sent;
        private final Digest digest = new Digest();
        private final byte[] buffer = new byte[BUFFER];
        private boolean isTruncated;

        IncomingFile(InputStream sent) {
            this.sent = sent;
        }

        /** Fills the buffer; returns the number of bytes, or -1 at the end. */
        int next() {
            try {
                int read = sent.read(buffer);
                if (read > 0) {
                    digest.add(buffer, read);
                }
                return read;
            } catch (IOException truncated) {
                isTruncated = true;
                return -1;
            }
        }
    }

    Path path(UUID id) {
        return folder.resolve(id.toString());
    }

    /** Deletes a file and its lock, and releases its quota. */
    public void remove(UUID id) {
        LockedFile file = lockedFiles.remove(id);
        try {
            Files.deleteIfExists(path(id));
            Files.deleteIfExists(lockPath(id));
        } catch (IOException undeletable) {
            LOG.warnf(undeletable, "%s cannot be deleted", path(id));
        }
        if (file != null) {
            quota.release(file.bytes);
            unlock(id, file);
        }
    }

    private void unlock(UUID id, LockedFile file) {
        try {
            file.lock.close();
        } catch (IOException unclosed) {
            LOG.warnf(unclosed, "%s cannot be unlocked", lockPath(id));
        }
    }

    /** Decides what to do with an abandoned file. */
    interface Adopter {
        /** Takes over the file; false if it is no longer needed. */
        boolean adopt(UUID id);
    }

    /** Locks the abandoned files and offers them to the adopter; deletes those that it does not take. */
    void adoptAbandoned(Adopter adopter) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                String id = name.endsWith(LOCK) ? name.substring(0, name.length() - LOCK.length()) : name;
                // A lock file is handled together with its file, if that exists.
                if (ValueTypes.isUuid(id) && (id.equals(name) || !Files.exists(path(UUID.fromString(id))))) {
                    adoptAbandoned(UUID.fromString(id), adopter);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the folder of imports cannot be read", unreadable);
        }
    }

    private void adoptAbandoned(UUID id, Adopter adopter) throws IOException {
        if (!lock(id)) {
            return;
        }
        LockedFile file = lockedFiles.get(id);
        file.bytes = Files.exists(path(id)) ? Files.size(path(id)) : 0;
        quota.adopt(file.bytes);
        if (!Files.exists(path(id)) || !adopter.adopt(id)) {
            remove(id);
        }
    }
}

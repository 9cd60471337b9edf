package org.startupatlas.transfer.imports;

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
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.startupatlas.query.ValueTypes;

/**
 * The files that were sent, in the node's data folder until their jobs end. Each is locked by the process that works on
 * it; one that is not locked was left by a process that is gone.
 */
@Singleton
class Spool {

    private static final Logger LOG = Logger.getLogger(Spool.class);

    private static final int BUFFER = 64 * 1024;

    private final Path folder;
    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

    /** The files of this process; closing a channel gives up its lock. */
    private final Map<UUID, FileChannel> own = new ConcurrentHashMap<>();

    Spool(@ConfigProperty(name = "atlas.data-dir") Path dataFolder) {
        this.folder = dataFolder.resolve("imports");
    }

    /**
     * A file that was sent whole.
     *
     * @param sha256 of its bytes, in hexadecimal digits
     */
    record Stored(UUID id, long bytes, String sha256) {}

    /**
     * Stores what is sent, as it comes.
     *
     * @param most more bytes are refused
     * @throws IOException if it breaks off; nothing is left of it then
     * @throws TooLarge if there is more
     */
    Stored store(InputStream sent, long most) throws IOException, TooLarge {
        Files.createDirectories(folder);
        UUID id = ids.generate();
        if (!lock(id)) {
            throw new IOException(lockPath(id) + " is another's");
        }
        boolean whole = false;
        try (FileChannel file = FileChannel.open(path(id), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            Stored stored = copy(id, sent, file, most);
            whole = true;
            return stored;
        } finally {
            if (!whole) {
                remove(id);
            }
        }
    }

    /**
     * Locks a file by another beside it: closing a file anywhere in the process gives up the locks that it has on that
     * file (POSIX, fcntl).
     */
    private boolean lock(UUID id) throws IOException {
        FileChannel channel = FileChannel.open(lockPath(id), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            return false;
        }
        own.put(id, channel);
        return true;
    }

    private Path lockPath(UUID id) {
        return folder.resolve(id + ".lock");
    }

    private static Stored copy(UUID id, InputStream sent, FileChannel channel, long most) throws IOException, TooLarge {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[BUFFER];
        long bytes = 0;
        for (int read = sent.read(buffer); read >= 0; read = sent.read(buffer)) {
            bytes += read;
            if (bytes > most) {
                throw new TooLarge();
            }
            digest.update(buffer, 0, read);
            for (ByteBuffer left = ByteBuffer.wrap(buffer, 0, read); left.hasRemaining(); ) {
                channel.write(left);
            }
        }
        channel.force(true);
        return new Stored(id, bytes, HexFormat.of().formatHex(digest.digest()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    /** More bytes than a file may have. */
    static final class TooLarge extends Exception {

        private static final long serialVersionUID = 1L;
    }

    /** Where the file is. */
    Path path(UUID id) {
        return folder.resolve(id.toString());
    }

    /** Takes a file away. */
    void remove(UUID id) {
        FileChannel lock = own.remove(id);
        try {
            Files.deleteIfExists(path(id));
            Files.deleteIfExists(lockPath(id));
            if (lock != null) {
                lock.close();
            }
        } catch (IOException undeletable) {
            LOG.warnf(undeletable, "%s cannot be taken away", path(id));
        }
    }

    /** Something done with a file that was left. */
    interface Left {
        /** Whether the file is still of use. */
        boolean isUseful(UUID id);
    }

    /** Takes over the files that processes have left, as far as they are of use. */
    void takeOver(Left left) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                if (ValueTypes.isUuid(name)) {
                    takeOver(UUID.fromString(name), left);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the folder of imports cannot be read", unreadable);
        }
    }

    private void takeOver(UUID id, Left left) throws IOException {
        if (lock(id) && !left.isUseful(id)) {
            remove(id);
        }
    }
}

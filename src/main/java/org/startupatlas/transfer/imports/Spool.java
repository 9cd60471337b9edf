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
     * What has come of a file: all of it, unless it broke off.
     *
     * @param sha256 of its bytes, in hexadecimal digits
     */
    record Stored(UUID id, long bytes, String sha256) {}

    /**
     * Stores what is sent, as it comes.
     *
     * @param most more bytes are refused
     * @throws BrokenOff if no more comes before its end; nothing is left of it then, as where it is refused
     * @throws TooLarge if there is more
     * @throws IOException if it cannot be stored
     */
    Stored store(InputStream sent, long most) throws BrokenOff, TooLarge, IOException {
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

    private static Stored copy(UUID id, InputStream sent, FileChannel channel, long most)
            throws BrokenOff, TooLarge, IOException {
        Coming coming = new Coming(sent);
        for (int read = coming.next(id); read >= 0; read = coming.next(id)) {
            if (coming.bytes > most) {
                throw new TooLarge();
            }
            for (ByteBuffer left = ByteBuffer.wrap(coming.buffer, 0, read); left.hasRemaining(); ) {
                channel.write(left);
            }
        }
        channel.force(true);
        return coming.stored(id);
    }

    /** What is being sent, which fails in other ways than the disk that it goes to. */
    private static final class Coming {
        private final InputStream sent;
        private final MessageDigest digest = sha256();
        private final byte[] buffer = new byte[BUFFER];
        private long bytes;

        Coming(InputStream sent) {
            this.sent = sent;
        }

        /** How many more bytes are in the buffer; -1 at the end. */
        int next(UUID id) throws BrokenOff {
            try {
                int read = sent.read(buffer);
                if (read > 0) {
                    digest.update(buffer, 0, read);
                    bytes += read;
                }
                return read;
            } catch (IOException cut) {
                throw new BrokenOff(stored(id), cut);
            }
        }

        Stored stored(UUID id) {
            return new Stored(id, bytes, HexFormat.of().formatHex(digest.digest()));
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    /** The connection has ended before the file. */
    static final class BrokenOff extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient Stored part;

        BrokenOff(Stored part, IOException why) {
            super(why);
            this.part = part;
        }

        /** What had come by then. */
        Stored part() {
            return part;
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

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
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.startupatlas.schema.type.ValueTypes;

/**
 * The files that were sent, in the node's data folder until their jobs end. Each is locked by the process that works on
 * it; one that is not locked was left by a process that is gone.
 */
@Singleton
public class UploadStore {

    private static final Logger LOG = Logger.getLogger(UploadStore.class);

    private static final int BUFFER = 64 * 1024;

    private static final String LOCK = ".lock";

    private final Path folder;
    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

    /** The files of this process. */
    private final Map<UUID, Held> own = new ConcurrentHashMap<>();

    private final UploadQuota space;

    UploadStore(
            @ConfigProperty(name = "atlas.data-dir") Path dataFolder,
            @ConfigProperty(name = "atlas.imports") int mostFiles,
            @ConfigProperty(name = "atlas.imports-size") int mostMebibytes) {
        this.folder = dataFolder.resolve("imports");
        this.space = new UploadQuota(mostFiles, (long) mostMebibytes << 20);
    }

    /** A file of this process; closing the channel gives up its lock. */
    private static final class Held {
        private final FileChannel lock;
        private long bytes;

        Held(FileChannel lock) {
            this.lock = lock;
        }
    }

    /**
     * What has come of a file: all of it, unless it broke off.
     *
     * @param sha256 of its bytes, in hexadecimal digits
     */
    public record Stored(UUID id, long bytes, String sha256) {}

    /**
     * Stores what is sent, as it comes. Nothing is left of what is refused or breaks off.
     *
     * @param announced how many bytes it is said to have; 0 where nothing is said
     * @param most more bytes are refused
     * @throws BrokenOff if no more comes before its end
     * @throws TooLarge if there is more
     * @throws SpoolSpace.Full if there is no room for it beside the files that are here
     * @throws IOException if it cannot be stored
     */
    public Stored store(InputStream sent, long announced, long most)
            throws BrokenOff, TooLarge, UploadQuota.Full, IOException {
        long largest = Math.min(most, space.mostBytes());
        if (announced > largest) {
            throw new TooLarge();
        }
        space.takePlace(announced);
        UUID id = ids.generate();
        boolean whole = false;
        try {
            Files.createDirectories(folder);
            if (!lock(id)) {
                throw new IOException(lockPath(id) + " is another's");
            }
            Stored stored = copy(id, sent, largest);
            whole = true;
            return stored;
        } finally {
            if (!whole && own.containsKey(id)) {
                remove(id);
            } else if (!whole) {
                space.giveUp(0);
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
        own.put(id, new Held(channel));
        return true;
    }

    private Path lockPath(UUID id) {
        return folder.resolve(id + LOCK);
    }

    private Stored copy(UUID id, InputStream sent, long most)
            throws BrokenOff, TooLarge, UploadQuota.Full, IOException {
        Held held = own.get(id);
        Coming coming = new Coming(sent);
        try (FileChannel file = FileChannel.open(path(id), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (int read = coming.next(id); read >= 0; read = coming.next(id)) {
                if (coming.bytes > most) {
                    throw new TooLarge();
                }
                space.takeRoom(read);
                held.bytes += read;
                for (ByteBuffer left = ByteBuffer.wrap(coming.buffer, 0, read); left.hasRemaining(); ) {
                    file.write(left);
                }
            }
            file.force(true);
        }
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
    public static final class BrokenOff extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient Stored part;

        BrokenOff(Stored part, IOException why) {
            super(why);
            this.part = part;
        }

        /** What had come by then. */
        public Stored part() {
            return part;
        }
    }

    /** More bytes than a file may have. */
    public static final class TooLarge extends Exception {

        private static final long serialVersionUID = 1L;
    }

    /** Where the file is. */
    Path path(UUID id) {
        return folder.resolve(id.toString());
    }

    /** Takes a file away. */
    public void remove(UUID id) {
        Held held = own.remove(id);
        try {
            Files.deleteIfExists(path(id));
            Files.deleteIfExists(lockPath(id));
        } catch (IOException undeletable) {
            LOG.warnf(undeletable, "%s cannot be taken away", path(id));
        }
        if (held != null) {
            space.giveUp(held.bytes);
            unlock(id, held);
        }
    }

    private void unlock(UUID id, Held held) {
        try {
            held.lock.close();
        } catch (IOException unclosed) {
            LOG.warnf(unclosed, "%s cannot be unlocked", lockPath(id));
        }
    }

    /** Something done with a file that was left. */
    interface Left {
        /** Whether the file is still of use. */
        boolean isUseful(UUID id);
    }

    /** Takes over the files that processes have left, as far as they are of use; the others are taken away. */
    void takeOver(Left left) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                String id = name.endsWith(LOCK) ? name.substring(0, name.length() - LOCK.length()) : name;
                // A lock beside its file is taken with it.
                if (ValueTypes.isUuid(id) && (id.equals(name) || !Files.exists(path(UUID.fromString(id))))) {
                    takeOver(UUID.fromString(id), left);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the folder of imports cannot be read", unreadable);
        }
    }

    private void takeOver(UUID id, Left left) throws IOException {
        if (own.containsKey(id) || !lock(id)) {
            return;
        }
        Held held = own.get(id);
        held.bytes = Files.exists(path(id)) ? Files.size(path(id)) : 0;
        space.takeOver(held.bytes);
        if (!Files.exists(path(id)) || !left.isUseful(id)) {
            remove(id);
        }
    }
}

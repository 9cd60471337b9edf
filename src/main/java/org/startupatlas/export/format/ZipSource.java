package org.startupatlas.export.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.startupatlas.record.Digest;

/** Writes files into a ZIP archive chunk by chunk. The same files with the same time are the same bytes. */
public final class ZipSource implements ChunkSource {

    /**
     * A file of the archive.
     *
     * @param name the path in the archive
     * @param chunks the bytes of the file
     * @param onComplete receives the digest after the last chunk
     */
    public record File(String name, ChunkSource chunks, Consumer<Digest> onComplete) {}

    /** The earliest time that the ZIP format can store. */
    private static final LocalDateTime MIN_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final Iterator<File> files;
    private final LocalDateTime time;
    private final ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    private final ZipOutputStream zip = new ZipOutputStream(compressed);
    private File file;
    private Digest digest;
    private boolean isClosed;

    /**
     * Creates an archive of files.
     *
     * @param files the files; the iterator is advanced after the file before is complete
     * @param time the modification time of every file
     */
    public ZipSource(Iterator<File> files, Instant time) {
        this.files = files;
        LocalDateTime utc = LocalDateTime.ofInstant(time, ZoneOffset.UTC);
        this.time = utc.isBefore(MIN_TIME) ? MIN_TIME : utc;
    }

    @Override
    public byte[] next() {
        try {
            while (compressed.size() == 0 && !isClosed) {
                writeNext();
            }
        } catch (IOException neverInMemory) {
            throw new UncheckedIOException(neverInMemory);
        }
        byte[] chunk = compressed.toByteArray();
        compressed.reset();
        return chunk;
    }

    private void writeNext() throws IOException {
        if (file == null) {
            startEntry();
            return;
        }
        byte[] chunk = file.chunks.next();
        if (chunk.length == 0) {
            zip.closeEntry();
            file.onComplete.accept(digest);
            file = null;
        } else {
            digest.add(chunk);
            zip.write(chunk);
        }
    }

    private void startEntry() throws IOException {
        if (!files.hasNext()) {
            zip.close();
            isClosed = true;
            return;
        }
        file = files.next();
        digest = new Digest();
        ZipEntry entry = new ZipEntry(file.name);
        // A local time, so that the bytes do not depend on the time zone of the server.
        entry.setTimeLocal(time);
        zip.putNextEntry(entry);
    }
}

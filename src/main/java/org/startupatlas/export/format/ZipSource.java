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

/** Files as a zip, compressed while they are made: the same files at the same time are the same bytes. */
public final class ZipSource implements ChunkSource {

    /**
     * A file in a zip.
     *
     * @param name its path
     * @param pieces its bytes
     * @param whenWhole is told what they were
     */
    public record File(String name, ChunkSource pieces, Consumer<Digest> whenWhole) {}

    /** The first moment that a zip can say of a file. */
    private static final LocalDateTime EARLIEST = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final Iterator<File> files;
    private final LocalDateTime time;
    private final ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    private final ZipOutputStream zip = new ZipOutputStream(compressed);
    private File file;
    private Digest digest;
    private boolean ended;

    /**
     * A zip of files.
     *
     * @param files asked for one by one, when the one before is whole
     * @param time of every file
     */
    public ZipSource(Iterator<File> files, Instant time) {
        this.files = files;
        LocalDateTime utc = LocalDateTime.ofInstant(time, ZoneOffset.UTC);
        this.time = utc.isBefore(EARLIEST) ? EARLIEST : utc;
    }

    @Override
    public byte[] next() {
        try {
            while (compressed.size() == 0 && !ended) {
                compress();
            }
        } catch (IOException neverInMemory) {
            throw new UncheckedIOException(neverInMemory);
        }
        byte[] piece = compressed.toByteArray();
        compressed.reset();
        return piece;
    }

    private void compress() throws IOException {
        if (file == null) {
            begin();
            return;
        }
        byte[] piece = file.pieces.next();
        if (piece.length == 0) {
            zip.closeEntry();
            file.whenWhole.accept(digest);
            file = null;
        } else {
            digest.add(piece);
            zip.write(piece);
        }
    }

    private void begin() throws IOException {
        if (!files.hasNext()) {
            zip.close();
            ended = true;
            return;
        }
        file = files.next();
        digest = new Digest();
        ZipEntry entry = new ZipEntry(file.name);
        // Not in the zone of whoever runs this.
        entry.setTimeLocal(time);
        zip.putNextEntry(entry);
    }
}

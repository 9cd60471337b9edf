package org.startupatlas.imports.file;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * The bytes of a file, decompressed where they are gzip, whatever the file is called. Where they break off, because
 * the compressed data are cut or damaged or more than the limit, they end, so that what stands before can be read.
 */
final class DecompressingInput extends InputStream {

    /** As the files are read from a disk: larger reads are no faster. */
    private static final int BUFFER = 1 << 16;

    private static final int GZIP = 0x1f8b;

    private final FileChannel file;
    private final InputStream bytes;
    private final boolean compressed;
    private final long most;
    private long count;
    private String broken;

    private DecompressingInput(FileChannel file, InputStream bytes, boolean compressed, long most, String broken) {
        this.file = file;
        this.bytes = bytes;
        this.compressed = compressed;
        this.most = most;
        this.broken = broken;
    }

    /** Opens a file of which at most so many bytes are read after decompression. */
    static DecompressingInput open(Path file, long most) throws IOException {
        FileChannel channel = FileChannel.open(file);
        BufferedInputStream stored = new BufferedInputStream(Channels.newInputStream(channel), BUFFER);
        stored.mark(2);
        boolean compressed = (stored.read() << 8 | stored.read()) == GZIP;
        stored.reset();
        if (!compressed) {
            return new DecompressingInput(channel, stored, false, most, null);
        }
        try {
            return new DecompressingInput(channel, new Members(stored), true, most, null);
        } catch (EOFException cut) {
            return new DecompressingInput(channel, stored, true, most, "cut-gzip");
        } catch (ZipException damaged) {
            return new DecompressingInput(channel, stored, true, most, "damaged-gzip");
        }
    }

    /** One gzip member after the other; {@link GZIPInputStream} takes what is no member for the end. */
    private static final class Members extends GZIPInputStream {

        /** The checksum and the length behind each member, which {@link #inf} has seen but not taken. */
        private static final int TRAILER = 8;

        Members(InputStream stored) throws IOException {
            super(stored, BUFFER);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            if (read < 0 && (inf.getRemaining() > TRAILER || in.available() > 0)) {
                throw new ZipException("what follows is no gzip member");
            }
            return read;
        }
    }

    /** Whether they were compressed. */
    boolean isCompressed() {
        return compressed;
    }

    /** How much of the file, as it is stored, was read so far; a buffer more than was handed out. */
    long position() throws IOException {
        return file.position();
    }

    /** Why they end before their end, as the code of a fault; null as long as they do not. */
    String broken() {
        return broken;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (broken != null) {
            return -1;
        }
        try {
            int read = bytes.read(buffer, offset, length);
            count += Math.max(read, 0);
            if (count > most) {
                broken = "file-too-large";
                return -1;
            }
            return read;
        } catch (EOFException cut) {
            broken = "cut-gzip";
            return -1;
        } catch (ZipException damaged) {
            broken = "damaged-gzip";
            return -1;
        }
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}

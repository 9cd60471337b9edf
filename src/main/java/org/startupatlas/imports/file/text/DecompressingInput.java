package org.startupatlas.imports.file.text;

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
 * Reads the bytes of a file, decompressed if they are gzip (by magic number, not by name). If the compressed data are
 * truncated or damaged, or exceed the limit, the stream ends with {@link #errorCode()} set, so that the rows before can
 * be imported.
 */
public final class DecompressingInput extends InputStream {

    /** Larger reads from the disk are no faster. */
    private static final int BUFFER = 1 << 16;

    private static final int GZIP = 0x1f8b;

    private final FileChannel file;
    private final InputStream input;
    private final boolean isCompressed;
    private final long maxBytes;
    private long count;
    private String errorCode;

    private DecompressingInput(
            FileChannel file, InputStream input, boolean isCompressed, long maxBytes, String errorCode) {
        this.file = file;
        this.input = input;
        this.isCompressed = isCompressed;
        this.maxBytes = maxBytes;
        this.errorCode = errorCode;
    }

    /** Opens a file; at most the given number of bytes are read, counted after decompression. */
    public static DecompressingInput open(Path file, long maxBytes) throws IOException {
        FileChannel channel = FileChannel.open(file);
        BufferedInputStream stored = new BufferedInputStream(Channels.newInputStream(channel), BUFFER);
        stored.mark(2);
        boolean isCompressed = (stored.read() << 8 | stored.read()) == GZIP;
        stored.reset();
        if (!isCompressed) {
            return new DecompressingInput(channel, stored, false, maxBytes, null);
        }
        try {
            return new DecompressingInput(channel, new Members(stored), true, maxBytes, null);
        } catch (EOFException truncated) {
            return new DecompressingInput(channel, stored, true, maxBytes, "cut-gzip");
        } catch (ZipException damaged) {
            return new DecompressingInput(channel, stored, true, maxBytes, "damaged-gzip");
        }
    }

    /** Reads all gzip members (RFC 1952), and fails at trailing data, which {@link GZIPInputStream} ignores. */
    private static final class Members extends GZIPInputStream {

        /**
         * Bytes of the checksum and length after each member, which {@link #inf} has in its input, but does not
         * consume.
         */
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

    public boolean isCompressed() {
        return isCompressed;
    }

    /** Returns the number of bytes read of the file as it is stored; up to a buffer more than was returned. */
    public long position() throws IOException {
        return file.position();
    }

    /** Returns the problem code if the bytes have ended before the end of the file; else null. */
    public String errorCode() {
        return errorCode;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (errorCode != null) {
            return -1;
        }
        try {
            int read = input.read(buffer, offset, length);
            count += Math.max(read, 0);
            if (count > maxBytes) {
                errorCode = "file-too-large";
                return -1;
            }
            return read;
        } catch (EOFException truncated) {
            errorCode = "cut-gzip";
            return -1;
        } catch (ZipException damaged) {
            errorCode = "damaged-gzip";
            return -1;
        }
    }

    @Override
    public void close() throws IOException {
        input.close();
    }
}

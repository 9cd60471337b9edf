package org.startupatlas.imports.file.sheet;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reads the bytes of a part, and ends with an error beyond the limits. */
final class PartInput extends FilterInputStream {

    /**
     * Bytes that the XML parser may read for one tag or piece of text, which it keeps in memory. A cell has at most 1 Mi
     * characters.
     */
    private static final int MAX_BYTES_PER_EVENT = 1 << 24;

    private final long maxBytes;
    private final long partLength;
    private final long fileLength;
    private long count;
    private long countAtEvent;
    private boolean isTooLarge;

    PartInput(InputStream input, long maxBytes, long partLength, long fileLength) {
        super(input);
        this.maxBytes = maxBytes;
        this.partLength = partLength;
        this.fileLength = fileLength;
    }

    /** Begins the count for the next event. */
    void beginEvent() {
        countAtEvent = count;
    }

    boolean isTooLarge() {
        return isTooLarge;
    }

    /** Returns how many bytes of the file were read, if the other parts are small. */
    long position() {
        double read = partLength <= 0 ? 0 : Math.min(1, count / (double) partLength);
        return (long) (read * fileLength);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        count += Math.max(0, read);
        if (count > maxBytes || count - countAtEvent > MAX_BYTES_PER_EVENT) {
            isTooLarge = true;
            throw new IOException("beyond the limits");
        }
        return read;
    }
}

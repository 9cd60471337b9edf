package org.startupatlas.export.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/** Compresses the chunks of another source with gzip. */
public final class GzipSource implements ChunkSource {

    private final ChunkSource source;
    private final ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    private final GZIPOutputStream gzip;
    private boolean isClosed;

    public GzipSource(ChunkSource source) {
        this.source = source;
        try {
            this.gzip = new GZIPOutputStream(compressed);
        } catch (IOException neverInMemory) {
            throw new UncheckedIOException(neverInMemory);
        }
    }

    /** Returns the compressed body. */
    public static byte[] compress(byte[] body) {
        ChunkSource chunks = new GzipSource(new SingleChunk(() -> body));
        byte[] all = new byte[0];
        for (byte[] chunk = chunks.next(); chunk.length > 0; chunk = chunks.next()) {
            all = Bytes.concat(all, chunk);
        }
        return all;
    }

    @Override
    public byte[] next() {
        while (compressed.size() == 0 && !isClosed) {
            write(source.next());
        }
        byte[] chunk = compressed.toByteArray();
        compressed.reset();
        return chunk;
    }

    private void write(byte[] chunk) {
        try {
            if (chunk.length == 0) {
                gzip.close();
                isClosed = true;
            } else {
                gzip.write(chunk);
            }
        } catch (IOException neverInMemory) {
            throw new UncheckedIOException(neverInMemory);
        }
    }
}

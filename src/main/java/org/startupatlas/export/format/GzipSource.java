package org.startupatlas.export.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/** Other pieces, compressed while they are made. */
public final class GzipSource implements ChunkSource {

    private final ChunkSource plain;
    private final ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    private final GZIPOutputStream gzip;
    private boolean ended;

    public GzipSource(ChunkSource plain) {
        this.plain = plain;
        try {
            this.gzip = new GZIPOutputStream(compressed);
        } catch (IOException neverInMemory) {
            throw new UncheckedIOException(neverInMemory);
        }
    }

    /** All of it, compressed. */
    public static byte[] all(byte[] body) {
        ChunkSource pieces = new GzipSource(new SingleChunk(() -> body));
        byte[] all = new byte[0];
        for (byte[] piece = pieces.next(); piece.length > 0; piece = pieces.next()) {
            all = Bytes.together(all, piece);
        }
        return all;
    }

    @Override
    public byte[] next() {
        while (compressed.size() == 0 && !ended) {
            compress(plain.next());
        }
        byte[] piece = compressed.toByteArray();
        compressed.reset();
        return piece;
    }

    private void compress(byte[] piece) {
        try {
            if (piece.length == 0) {
                gzip.close();
                ended = true;
            } else {
                gzip.write(piece);
            }
        } catch (IOException neverInMemory) {
            throw new UncheckedIOException(neverInMemory);
        }
    }
}

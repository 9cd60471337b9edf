package org.startupatlas.transfer.exports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/** Other pieces, compressed while they are made. */
final class GzippedPieces implements Pieces {

    private final Pieces plain;
    private final ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    private final GZIPOutputStream gzip;
    private boolean ended;

    GzippedPieces(Pieces plain) {
        this.plain = plain;
        try {
            this.gzip = new GZIPOutputStream(compressed);
        } catch (IOException neverInMemory) {
            throw new UncheckedIOException(neverInMemory);
        }
    }

    /** All of it, compressed. */
    static byte[] all(byte[] body) {
        Pieces pieces = new GzippedPieces(new OnePiece(() -> body));
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

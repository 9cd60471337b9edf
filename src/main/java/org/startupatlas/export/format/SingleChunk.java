package org.startupatlas.export.format;

import java.util.function.Supplier;

/** A source of a single chunk, which is computed on demand. */
public final class SingleChunk implements ChunkSource {

    private final Supplier<byte[]> bytes;
    private boolean isRead;

    public SingleChunk(Supplier<byte[]> bytes) {
        this.bytes = bytes;
    }

    @Override
    public byte[] next() {
        if (isRead) {
            return new byte[0];
        }
        isRead = true;
        return bytes.get();
    }
}

package org.startupatlas.export.format;

import java.util.function.Supplier;

/** Bytes that are made at once, when they are asked for. */
public final class SingleChunk implements ChunkSource {

    private final Supplier<byte[]> bytes;
    private boolean made;

    public SingleChunk(Supplier<byte[]> bytes) {
        this.bytes = bytes;
    }

    @Override
    public byte[] next() {
        if (made) {
            return new byte[0];
        }
        made = true;
        return bytes.get();
    }
}

package org.startupatlas.export.format;

/** A source of bytes that are computed chunk by chunk, on demand. Not thread-safe. */
public interface ChunkSource {

    /** Returns the next chunk; empty at the end. */
    byte[] next();
}

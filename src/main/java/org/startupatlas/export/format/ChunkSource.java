package org.startupatlas.export.format;

/** Bytes that are made piece by piece, as they are asked for. Not for several threads at once. */
public interface ChunkSource {

    /** The next bytes; none at the end. */
    byte[] next();
}

package org.startupatlas.transfer.exports;

/** Bytes that are made piece by piece, as they are asked for. Not for several threads at once. */
interface Pieces {

    /** The next bytes; none at the end. */
    byte[] next();
}

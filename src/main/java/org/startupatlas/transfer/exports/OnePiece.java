package org.startupatlas.transfer.exports;

import java.util.function.Supplier;

/** Bytes that are made at once, when they are asked for. */
final class OnePiece implements Pieces {

    private final Supplier<byte[]> bytes;
    private boolean made;

    OnePiece(Supplier<byte[]> bytes) {
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

package org.startupatlas.transfer.exports;

/** Bytes that are there already. */
final class OnePiece implements Pieces {

    private byte[] bytes;

    OnePiece(byte[] bytes) {
        this.bytes = bytes;
    }

    @Override
    public byte[] next() {
        byte[] piece = bytes;
        bytes = new byte[0];
        return piece;
    }
}

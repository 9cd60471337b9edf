package org.startupatlas.export.format;

import java.util.Arrays;

/** Arrays of bytes. */
final class Bytes {

    private Bytes() {}

    /** Both, one behind the other. */
    static byte[] together(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}

package org.startupatlas.export.format;

import java.util.Arrays;

/** Operations on byte arrays. */
final class Bytes {

    private Bytes() {}

    static byte[] concat(byte[] first, byte[] second) {
        byte[] result = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, result, first.length, second.length);
        return result;
    }
}

package org.startupatlas.schema;

import java.util.Arrays;
import java.util.Base64;
import org.startupatlas.record.Digest;

/** Computes the short hashes that identify a query or a representation in cursors and entity tags. */
public final class Fingerprint {

    /** 72 bits make an accidental collision practically impossible and keep cursors and entity tags short. */
    private static final int BYTES = 9;

    private Fingerprint() {}

    /** Returns the fingerprint of a text in the URL-safe Base64 alphabet. */
    public static String of(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(Digest.of(text), BYTES));
    }
}

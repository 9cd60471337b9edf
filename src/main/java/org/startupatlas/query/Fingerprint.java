package org.startupatlas.query;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** Short hashes that identify a query or a representation in cursors and entity tags. */
public final class Fingerprint {

    /** 72 bits: nobody meets two queries with the same one, and it is short in a cursor and an ETag. */
    private static final int BYTES = 9;

    private Fingerprint() {}

    /** The fingerprint of a text, in the alphabet of URLs. */
    public static String of(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, BYTES));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}

package org.startupatlas.record;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Computes the number of bytes and their SHA-256 (FIPS 180-4). */
public final class Digest {

    private final MessageDigest sha256 = newSha256();
    private long bytes;

    /** Returns the SHA-256 of a text in UTF-8. */
    public static byte[] of(String text) {
        return newSha256().digest(text.getBytes(StandardCharsets.UTF_8));
    }

    private static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException inEveryJava) {
            throw new IllegalStateException(inEveryJava);
        }
    }

    public void add(byte[] chunk) {
        add(chunk, chunk.length);
    }

    /** Adds the first bytes of a buffer. */
    public void add(byte[] buffer, int length) {
        bytes += length;
        sha256.update(buffer, 0, length);
    }

    public long bytes() {
        return bytes;
    }

    /** Returns the hash in lower-case hexadecimal; no bytes can be added afterwards. */
    public String sha256() {
        return HexFormat.of().formatHex(sha256.digest());
    }
}

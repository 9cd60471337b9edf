package org.startupatlas.export.format;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Computes the number of bytes and their SHA-256 (FIPS 180-4). */
public final class Digest {

    private final MessageDigest sha256;
    private long bytes;

    public Digest() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    public void add(byte[] chunk) {
        bytes += chunk.length;
        sha256.update(chunk);
    }

    public long bytes() {
        return bytes;
    }

    /** Returns the hash in lower-case hexadecimal; no bytes can be added afterwards. */
    public String sha256() {
        return HexFormat.of().formatHex(sha256.digest());
    }
}

package org.startupatlas.auth;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.startupatlas.record.Digest;

/**
 * The secret of an API key. It is not stored: the database has its hash, and nothing that is logged or printed contains
 * it. A fast hash suffices, because 256 random bits cannot be searched exhaustively.
 */
public final class Secret {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** Makes secrets recognisable among other random strings, for people and for scanners for leaked keys. */
    private static final String PREFIX = "atlas_";

    private static final Pattern ISSUED = Pattern.compile(PREFIX + "([a-z2-7]{12})_[A-Za-z0-9_-]{43}");

    private static final int RANDOM_BYTES = 32;

    /** The base 32 alphabet of RFC 4648, section 6, in lower case: no characters that are easily misread. */
    private static final String ID_ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";

    /** 60 bits, so no two keys ever get the same id. */
    private static final int ID_LENGTH = 12;

    private final String text;

    private Secret(String text) {
        this.text = text;
    }

    /** Returns the secret with the given text. */
    static Secret of(String text) {
        return new Secret(text);
    }

    /** Returns a new random secret for the key with the given public id. */
    static Secret random(String keyId) {
        byte[] bytes = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(bytes);
        return new Secret(
                PREFIX + keyId + "_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Returns a random public id for a new key. */
    static String randomKeyId() {
        StringBuilder id = new StringBuilder(ID_LENGTH);
        RANDOM.ints(ID_LENGTH, 0, ID_ALPHABET.length()).forEach(letter -> id.append(ID_ALPHABET.charAt(letter)));
        return id.toString();
    }

    /** Returns the public id that the secret contains, if it has the format of issued secrets. */
    Optional<String> keyId() {
        Matcher matcher = ISSUED.matcher(text);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** Returns the SHA-256 hash, which is stored. */
    byte[] hash() {
        return Digest.of(text);
    }

    /** Returns whether this is the secret of the hash, comparing in constant time. */
    boolean matches(byte[] hash) {
        return MessageDigest.isEqual(hash(), hash);
    }

    /** Returns the text of the secret, for the single response that delivers it to its holder. */
    public String reveal() {
        return text;
    }

    @Override
    public String toString() {
        return "Secret[…]";
    }
}

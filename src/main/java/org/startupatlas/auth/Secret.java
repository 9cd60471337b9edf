package org.startupatlas.auth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a caller shows to prove that a key is its own. It is kept nowhere: the database has its hash, and nothing that
 * is logged or printed has it at all. A fast hash will do, because nobody can try all secrets of 256 random bits.
 */
public final class Secret {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** Told apart from each other and from what else looks random, by people and by scanners for lost keys. */
    private static final String PREFIX = "atlas_";

    private static final Pattern ISSUED = Pattern.compile(PREFIX + "([a-z2-7]{12})_[A-Za-z0-9_-]{43}");

    private static final int RANDOM_BYTES = 32;

    /** Of RFC 4648, section 6, in lower case: nothing that is easily misread. */
    private static final String ID_LETTERS = "abcdefghijklmnopqrstuvwxyz234567";

    /** 60 bits: no two keys ever get the same id. */
    private static final int ID_LENGTH = 12;

    private final String text;

    private Secret(String text) {
        this.text = text;
    }

    /** What was sent as a secret. */
    static Secret of(String text) {
        return new Secret(text);
    }

    /** A new one for the key of that public id. */
    static Secret random(String keyId) {
        byte[] bytes = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(bytes);
        return new Secret(
                PREFIX + keyId + "_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** A public id for a new key. */
    static String randomKeyId() {
        StringBuilder id = new StringBuilder(ID_LENGTH);
        RANDOM.ints(ID_LENGTH, 0, ID_LETTERS.length()).forEach(letter -> id.append(ID_LETTERS.charAt(letter)));
        return id.toString();
    }

    /** The public id of the key whose secret this claims to be, if it looks like one that was issued. */
    Optional<String> keyId() {
        Matcher matcher = ISSUED.matcher(text);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** What is kept of it. */
    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException inEveryJava) {
            throw new IllegalStateException(inEveryJava);
        }
    }

    /** Whether this is the secret of that hash; how long the comparison takes tells nothing. */
    boolean matches(byte[] hash) {
        return MessageDigest.isEqual(hash(), hash);
    }

    /** The secret itself, for the one answer that gives it to whom it was issued for. */
    public String reveal() {
        return text;
    }

    @Override
    public String toString() {
        return "Secret[…]";
    }
}

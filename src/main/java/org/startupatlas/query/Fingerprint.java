package org.startupatlas.query;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Short hashes that tell one query, or one representation, from another. */
public final class Fingerprint {

    /** 72 bits: nobody meets two queries with the same one, and it is short in a cursor and an ETag. */
    private static final int BYTES = 9;

    private Fingerprint() {}

    /** The fingerprint of what a walk is of: the order in which the filters were written is none of it. */
    static String of(
            Declaration declaration, String scope, Map<String, String> filters, String words, List<Sort> sort) {
        StringBuilder text =
                new StringBuilder(declaration.resource()).append('\n').append(scope);
        new TreeMap<>(filters)
                .forEach((name, value) ->
                        text.append('\n').append(name).append('=').append(value));
        text.append(words == null ? "" : "\nq=" + words);
        sort.forEach(key -> text.append('\n').append(key.text()));
        return of(text.toString());
    }

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

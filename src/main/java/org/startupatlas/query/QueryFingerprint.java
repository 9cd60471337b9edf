package org.startupatlas.query;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Identifies the query that a cursor belongs to: its resource, scope, filters, words and order. */
final class QueryFingerprint {

    private QueryFingerprint() {}

    /** Returns the same fingerprint for the same filters in any order. */
    static String of(
            Declaration declaration, String scope, Map<String, String> filters, String words, List<Sort> sort) {
        StringBuilder text =
                new StringBuilder(declaration.resource()).append('\n').append(scope);
        new TreeMap<>(filters)
                .forEach((name, value) ->
                        text.append('\n').append(name).append('=').append(value));
        text.append(words == null ? "" : "\nq=" + words);
        sort.forEach(key -> text.append('\n').append(key.text()));
        return Fingerprint.of(text.toString());
    }
}

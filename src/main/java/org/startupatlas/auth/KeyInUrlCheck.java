package org.startupatlas.auth;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A key in a URL, where it has no place: URLs are written to logs and histories on the way, and sent on as referrers.
 */
final class KeyInUrlCheck {

    /** What people call it; in any case. */
    static final List<String> NAMES = List.of(
            "api_key",
            "apikey",
            "api-key",
            "x-api-key",
            "x_api_key",
            "key",
            "token",
            "access_token",
            "access-token",
            "authorization",
            "bearer");

    private KeyInUrlCheck() {}

    /** The parameter of the query that says it is a key. */
    static Optional<String> parameter(String query) {
        if (query == null || query.isEmpty()) {
            return Optional.empty();
        }
        for (String pair : query.split("&")) {
            String name = name(pair);
            if (NAMES.contains(name)) {
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }

    /** Split before and after decoding, so that an escaped equals sign hides nothing. */
    private static String name(String pair) {
        String name = pair.split("=", 2)[0];
        try {
            return URLDecoder.decode(name, StandardCharsets.UTF_8)
                    .split("=", 2)[0]
                    .toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException cutEscape) {
            return name; // no name of ours; the reading of parameters refuses it
        }
    }
}

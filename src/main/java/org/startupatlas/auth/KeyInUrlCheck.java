package org.startupatlas.auth;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Detects API keys in URLs, which are recorded in logs and histories and sent on as referrers. */
final class KeyInUrlCheck {

    /** The parameter names that denote a key, case-insensitive. */
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

    /** Returns the first parameter of the query string whose name denotes a key. */
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

    /** Splits before and after decoding, so that an escaped equals sign cannot hide the name. */
    private static String name(String pair) {
        String name = pair.split("=", 2)[0];
        try {
            return URLDecoder.decode(name, StandardCharsets.UTF_8)
                    .split("=", 2)[0]
                    .toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException cutEscape) {
            return name; // not a known name; the parameter parser rejects it
        }
    }
}

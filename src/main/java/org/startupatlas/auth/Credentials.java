package org.startupatlas.auth;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the API key from the headers of a request. */
public final class Credentials {

    private static final String AUTHORIZATION = "Authorization";
    private static final String API_KEY = "X-API-Key";

    /** RFC 6750, section 2.1; the scheme is case-insensitive, as RFC 9110 requires. */
    private static final Pattern BEARER = Pattern.compile("(?i)bearer +(\\S.*)");

    private Credentials() {}

    /** Returns whether the request has a key, valid or not. */
    public static boolean areSent(HttpServerRequest request) {
        MultiMap headers = request.headers();
        return headers.contains(AUTHORIZATION) || headers.contains(API_KEY);
    }

    /** Returns the secret of a request; empty if it is empty or malformed, or if there are several different ones. */
    static Optional<Secret> secret(HttpServerRequest request) {
        Set<String> values = new LinkedHashSet<>();
        for (String header : headerValues(request, AUTHORIZATION)) {
            Matcher bearer = BEARER.matcher(header);
            values.add(bearer.matches() ? bearer.group(1) : "");
        }
        values.addAll(headerValues(request, API_KEY));
        return values.size() == 1
                ? values.stream()
                        .filter(text -> !text.isEmpty())
                        .map(Credentials::decode)
                        .findFirst()
                : Optional.empty();
    }

    private static List<String> headerValues(HttpServerRequest request, String name) {
        return request.headers().getAll(name).stream().map(String::strip).toList();
    }

    /**
     * Decodes a header value as UTF-8: the server decodes headers as ISO 8859-1, whereas secrets typed by people, in a
     * setting for example, are UTF-8.
     */
    private static Secret decode(String text) {
        return Secret.of(new String(text.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
    }
}

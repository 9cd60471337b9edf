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

/** The key in the headers of a request, if there is one. */
public final class Credentials {

    private static final String AUTHORIZATION = "Authorization";
    private static final String API_KEY = "X-API-Key";

    /** RFC 6750, section 2.1; the name of the scheme in any case, as RFC 9110 asks. */
    private static final Pattern BEARER = Pattern.compile("(?i)bearer +(\\S.*)");

    private Credentials() {}

    /** Whether the request comes with a key, be it right or wrong. */
    public static boolean areSent(HttpServerRequest request) {
        MultiMap headers = request.headers();
        return headers.contains(AUTHORIZATION) || headers.contains(API_KEY);
    }

    /** The one secret that was sent; none if it is empty or malformed, or if there are several that differ. */
    static Optional<Secret> secret(HttpServerRequest request) {
        Set<String> sent = new LinkedHashSet<>();
        for (String header : values(request, AUTHORIZATION)) {
            Matcher bearer = BEARER.matcher(header);
            sent.add(bearer.matches() ? bearer.group(1) : "");
        }
        sent.addAll(values(request, API_KEY));
        return sent.size() == 1
                ? sent.stream()
                        .filter(text -> !text.isEmpty())
                        .map(Credentials::asSent)
                        .findFirst()
                : Optional.empty();
    }

    private static List<String> values(HttpServerRequest request, String name) {
        return request.headers().getAll(name).stream().map(String::strip).toList();
    }

    /** The server makes a character of each byte; what people type, a setting say, is UTF-8. */
    private static Secret asSent(String text) {
        return Secret.of(new String(text.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
    }
}

package org.startupatlas.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/** The name of a request in answers, problems and the log. */
public final class RequestId {

    private static final CharSequence HEADER = HttpHeaders.createOptimized("X-Request-Id");

    /** What a caller may choose itself: nothing that could forge a line of the log. */
    private static final Pattern CHOSEN = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private RequestId() {}

    /** Gives the request a name: the caller's own, if it has chosen a plain one. */
    public static String assign(HttpServerRequest request) {
        String chosen = request.getHeader(HEADER);
        String id = chosen != null && CHOSEN.matcher(chosen).matches() ? chosen : random();
        request.response().putHeader(HEADER, id);
        return id;
    }

    /** Nobody gains from guessing one, so a random number of the fast kind will do. */
    private static String random() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    /** The name the request has been given. */
    public static String of(HttpServerRequest request) {
        String id = request.response().headers().get(HEADER);
        return id == null ? assign(request) : id;
    }
}

package org.startupatlas.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/** The id of a request in responses, problems and the log. */
public final class RequestId {

    private static final CharSequence HEADER = HttpHeaders.createOptimized("X-Request-Id");

    /** The ids that a client may choose: no characters that could forge a line of the log. */
    private static final Pattern CHOSEN = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private RequestId() {}

    /** Assigns the request its id: the one sent by the client, if valid, or a random one. */
    public static String assign(HttpServerRequest request) {
        String chosen = request.getHeader(HEADER);
        String id = chosen != null && CHOSEN.matcher(chosen).matches() ? chosen : random();
        request.response().putHeader(HEADER, id);
        return id;
    }

    /** The ids need not be unguessable, so a fast random number generator suffices. */
    private static String random() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    /** Returns the id of the request, assigning one if necessary. */
    public static String of(HttpServerRequest request) {
        String id = request.response().headers().get(HEADER);
        return id == null ? assign(request) : id;
    }
}

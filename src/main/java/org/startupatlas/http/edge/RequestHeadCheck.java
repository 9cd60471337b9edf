package org.startupatlas.http.edge;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.util.Optional;

/** Checks the head of a request where Vert.x is more lenient than RFC 9112. */
final class RequestHeadCheck {

    private static final String HOST = "Host";

    private RequestHeadCheck() {}

    /** Returns the code of what is wrong with the head; empty for a valid one. */
    static Optional<String> violation(HttpServerRequest request) {
        if (request.version() == null) {
            return Optional.of("http-version");
        }
        if (request.headers().getAll(HOST).size() > 1) {
            return Optional.of("host-repeated");
        }
        if (request.version() != HttpVersion.HTTP_1_0 && request.authority() == null) {
            return Optional.of(request.headers().contains(HOST) ? "host-invalid" : "host-missing");
        }
        return Optional.empty();
    }
}

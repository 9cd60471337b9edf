package org.startupatlas.http;

import io.vertx.core.http.HttpServerRequest;

/** The origin by which a client reached this node, through a proxy that ends TLS as well. */
public final class RequestOrigin {

    private static final String HTTPS = "https";

    private RequestOrigin() {}

    /** Returns scheme and authority; empty if the client sent no authority, as HTTP/1.0 allows. */
    public static String of(HttpServerRequest request) {
        if (request.authority() == null) {
            return "";
        }
        String scheme = HTTPS.equals(request.getHeader("X-Forwarded-Proto")) ? HTTPS : request.scheme();
        return scheme + "://" + request.authority();
    }
}

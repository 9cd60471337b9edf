package org.startupatlas.http;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;

/** Operations on client connections. */
public final class Connections {

    private Connections() {}

    /**
     * Aborts a response part-way, so that the client notices that it is incomplete. Vert.x closes a connection only
     * after everything has been written, which never happens if the client does not read.
     */
    public static void abort(HttpServerRequest request) {
        if (request.version() == HttpVersion.HTTP_2) {
            request.response().reset();
        } else {
            ((ConnectionBase) request.connection()).channelHandlerContext().close();
        }
    }
}

package org.startupatlas.http;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;

/** What is done to the connections of clients. */
public final class Connections {

    private Connections() {}

    /**
     * Ends an answer in its middle, so that the client sees that it is not whole. Vert.x closes a connection when
     * everything has been written, which to a client that reads nothing would be never.
     */
    public static void breakOff(HttpServerRequest request) {
        if (request.version() == HttpVersion.HTTP_2) {
            request.response().reset();
        } else {
            ((ConnectionBase) request.connection()).channelHandlerContext().close();
        }
    }
}

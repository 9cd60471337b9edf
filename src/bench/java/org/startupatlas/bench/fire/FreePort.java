package org.startupatlas.bench.fire;

import java.io.IOException;
import java.net.ServerSocket;

/** Finds ports that nobody listens to. */
final class FreePort {

    private FreePort() {}

    static int find() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}

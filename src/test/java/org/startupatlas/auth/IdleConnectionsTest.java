package org.startupatlas.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.startupatlas.testing.Bare;
import org.startupatlas.testing.H2Only;
import org.startupatlas.testing.RawConnection;

/** Tests that idle connections are closed, which does not depend on the database. */
@H2Only
@QuarkusTest
@TestProfile(Bare.class)
class IdleConnectionsTest {
    @TestHTTPResource
    URI server;

    @Test
    void idleConnectionIsClosedUnlessItHasHeartbeats() throws IOException {
        try (RawConnection stream = new RawConnection(server);
                RawConnection silent = new RawConnection(server);
                RawConnection used = new RawConnection(server)) {
            assertEquals(
                    200,
                    stream.send("GET /v1/changes/stream HTTP/1.1", "Host: atlas")
                            .answer()
                            .status());
            assertEquals(
                    200, used.send("GET /v1 HTTP/1.1", "Host: atlas").answer().status());
            assertTrue(silent.ends());
            assertTrue(used.ends());
            // Heartbeats for longer than the idle timeout.
            for (int i = 0; i < 10; i++) {
                stream.awaitLine(":");
            }
        }
    }
}

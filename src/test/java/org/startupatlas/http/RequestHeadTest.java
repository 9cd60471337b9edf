package org.startupatlas.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.H2Only;
import org.startupatlas.testing.ProblemAnswer;
import org.startupatlas.testing.RawConnection;

/** Tests malformed request heads, which HTTP clients do not send. */
@QuarkusTest
@H2Only
class RequestHeadTest {
    private static final String REQUEST = "GET /v1/startups?limit=1 HTTP/1.1";
    private static final String HOST = "Host: atlas";

    @TestHTTPResource
    URI server;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "X-None: a | host-missing",
                "Host: a b | host-invalid",
                "Host: atlas:99999999 | host-invalid",
                "Host: http://atlas/ | host-invalid",
                "Host: user@atlas | host-invalid",
                "Host: [::1 | host-invalid",
                "Host: one~Host: two | host-repeated",
                "Host: one~host: one | host-repeated"
            })
    void missingInvalidOrRepeatedHostIsRejected(String headers, String code) throws IOException {
        try (RawConnection connection = new RawConnection(server)) {
            RawConnection.Answer answer = connection
                    .send(REQUEST, headers.replace("~", "\r\n"), "Accept-Language: fr")
                    .answer();
            ProblemAnswer problem = problem(400, answer);
            assertEquals("malformed-request", problem.code());
            assertEquals(code, problem.errors().get(0).code());
            assertEquals("La requête est illisible", problem.title());
            assertEquals(200, connection.send(REQUEST, HOST).answer().status(), "the connection is still good");
        }
    }

    @ParameterizedTest
    @CsvSource({"HTTP/2.0", "HTTP/3.7"})
    void unsupportedHttpVersionIsRejected(String version) throws IOException {
        try (RawConnection connection = new RawConnection(server)) {
            RawConnection.Answer answer =
                    connection.send("GET /v1/startups " + version, HOST).answer();
            assertEquals("http-version", problem(400, answer).errors().get(0).code());
        }
    }

    @ParameterizedTest
    @CsvSource({"OPTIONS *", "GET v1", "CONNECT atlas:80"})
    void targetThatIsNotAPathIsRejected(String start) throws IOException {
        try (RawConnection connection = new RawConnection(server)) {
            assertEquals(
                    "unknown-path",
                    problem(404, connection.send(start + " HTTP/1.1", HOST).answer())
                            .code());
        }
    }

    @ParameterizedTest
    @CsvSource({"h2c, Upgrade", "h2c, 'Upgrade, HTTP2-Settings'", "websocket, Upgrade"})
    void upgradeIsIgnored(String protocol, String connectionHeader) throws IOException {
        try (RawConnection connection = new RawConnection(server)) {
            RawConnection.Answer answer = connection
                    .send(
                            REQUEST,
                            HOST,
                            "Connection: " + connectionHeader,
                            "Upgrade: " + protocol,
                            "HTTP2-Settings: AAMAAABkAAQAAP__")
                    .answer();
            assertEquals(200, answer.status());
            assertEquals(200, connection.send(REQUEST, HOST).answer().status());
        }
    }

    @Test
    void http2ConnectionIsRejected() throws IOException {
        try (RawConnection connection = new RawConnection(server)) {
            RawConnection.Answer answer =
                    connection.sendBytes("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n").answer();
            assertEquals(400, answer.status());
        }
    }

    @Test
    void http10RequestNeedsNoHost() throws IOException {
        try (RawConnection connection = new RawConnection(server)) {
            assertEquals(
                    200,
                    connection
                            .send("GET /v1/startups?limit=1 HTTP/1.0")
                            .answer()
                            .status());
            assertTrue(connection.ends());
        }
    }

    /** Vert.x rejects these requests without a problem and closes the connection; src/docs/querying.md lists them. */
    @ParameterizedTest
    @CsvSource({
        "'GET /v1/startups HTTP/1.1\r\nHost: atlas\r\nbroken header\r\n\r\n', true",
        "'POST /v1/startups HTTP/1.1\r\nHost: atlas\r\nContent-Length: x\r\n\r\n', true",
        "'POST /v1/startups HTTP/1.1\r\nHost: atlas\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n', false"
    })
    void invalidHttpClosesTheConnection(String bytes, boolean isAnswered) throws IOException {
        String text = bytes.translateEscapes();
        try (RawConnection connection = new RawConnection(server).sendBytes(text)) {
            if (isAnswered) {
                assertEquals(400, connection.answer().status());
            }
            assertTrue(connection.ends());
        }
    }

    private static ProblemAnswer problem(int status, RawConnection.Answer answer) throws IOException {
        assertEquals(status, answer.status(), answer::body);
        assertEquals("application/problem+json", answer.headers().get("content-type"));
        assertEquals("*", answer.headers().get("access-control-allow-origin"));
        assertEquals("no-store", answer.headers().get("cache-control"));
        assertFalse(answer.body().contains("stack"), answer.body());
        ProblemAnswer problem = Atlas.json().readValue(answer.body(), ProblemAnswer.class);
        assertEquals(answer.headers().get("x-request-id"), problem.requestId());
        return problem;
    }
}

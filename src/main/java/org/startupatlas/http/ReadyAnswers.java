package org.startupatlas.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.startupatlas.access.Credentials;
import org.startupatlas.change.RevisionWatch;

/**
 * Answers as they were sent, bytes and headers, to be sent again as long as nothing was written: neither the database
 * nor the resources are asked. An answer is good for the revision that the node had reached when its request came in,
 * so none is older than the revision that the node has reached.
 */
@Singleton
public final class ReadyAnswers {

    private static final int BYTES_IN_A_MEBIBYTE = 1_048_576;

    /** What an entry takes beside its bytes: headers, key, the links of the cache. */
    private static final int FRAME = 1_024;

    private static final List<CharSequence> OF_NOT_MODIFIED =
            List.of("ETag", "Cache-Control", Answer.CDN_CACHE_CONTROL, "Vary");

    /** What the bytes depend on beside the records: the same request gets the same answer. */
    private record Key(String uri, String accept, boolean gzip) {
        static Key of(HttpServerRequest request) {
            return new Key(
                    RequestParameters.canonical(request),
                    request.getHeader(HttpHeaders.ACCEPT),
                    Answer.isCompressed(request));
        }
    }

    private record Header(CharSequence name, CharSequence value) {}

    private record Ready(long revision, EntityTag tag, List<Header> headers, Buffer body) {}

    private final RevisionWatch watch;
    private final Cache<Key, Ready> answers;

    /** A cache without room keeps an answer until it gets round to throwing it out. */
    private final boolean keepsAny;

    ReadyAnswers(RevisionWatch watch, @ConfigProperty(name = "atlas.cache-size") int mebibytes) {
        this.watch = watch;
        this.answers = Caffeine.newBuilder()
                .maximumWeight((long) mebibytes * BYTES_IN_A_MEBIBYTE)
                .weigher((Key key, Ready ready) -> FRAME + key.uri.length() + ready.body.length())
                .build();
        this.keepsAny = mebibytes > 0;
    }

    /** Answers the request, if its answer is ready. */
    boolean send(HttpServerRequest request) {
        if (!isFor(request)) {
            return false;
        }
        Key key = Key.of(request);
        Ready ready = answers.getIfPresent(key);
        if (ready == null) {
            return false;
        }
        if (ready.revision < watch.revision()) {
            answers.invalidate(key);
            return false;
        }
        if (Answer.isKnown(request, ready.tag)) {
            sendNotModified(request.response(), ready);
        } else {
            send(request, ready);
        }
        return true;
    }

    private static void send(HttpServerRequest request, Ready ready) {
        HttpServerResponse response = request.response();
        MultiMap headers = response.headers();
        ready.headers.forEach(header -> headers.set(header.name, header.value));
        if (request.method().equals(HttpMethod.HEAD)) {
            headers.set(HttpHeaders.CONTENT_LENGTH, String.valueOf(ready.body.length()));
            response.end();
        } else {
            response.end(ready.body);
        }
    }

    private static void sendNotModified(HttpServerResponse response, Ready ready) {
        for (Header header : ready.headers) {
            if (OF_NOT_MODIFIED.stream().anyMatch(name -> name.toString().contentEquals(header.name))) {
                response.headers().set(header.name, header.value);
            }
        }
        response.setStatusCode(304).end();
    }

    @ServerResponseFilter
    void keep(ContainerResponseContext response, HttpServerRequest request) {
        if (!keepsAny
                || response.getStatus() != 200
                || !(response.getEntity() instanceof byte[] body)
                || !request.method().equals(HttpMethod.GET)
                || !isFor(request)
                || !String.valueOf(response.getHeaders().getFirst("Cache-Control"))
                        .startsWith("public")) {
            return;
        }
        List<Header> headers = new ArrayList<>();
        for (Map.Entry<String, List<Object>> header : response.getHeaders().entrySet()) {
            for (Object value : header.getValue()) {
                headers.add(new Header(
                        HttpHeaders.createOptimized(header.getKey()), HttpHeaders.createOptimized(value.toString())));
            }
        }
        EntityTag tag = new EntityTag(String.valueOf(response.getHeaders().getFirst("ETag")));
        // The revision that the node had reached before anything was read.
        long revision = Long.parseLong(request.response().headers().get(AtlasHeaders.REVISION));
        answers.put(Key.of(request), new Ready(revision, tag, List.copyOf(headers), Buffer.buffer(body)));
    }

    /** Who sends a key gets an answer of its own; who waits for a revision is answered when it is there. */
    private static boolean isFor(HttpServerRequest request) {
        return request.path().startsWith("/v1/")
                && (request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD))
                && !Credentials.areSent(request)
                && !RequestParameters.asksForMinRevision(request);
    }
}

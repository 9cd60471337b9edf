package org.startupatlas.http.edge;

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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.startupatlas.auth.Credentials;
import org.startupatlas.changelog.RevisionTracker;
import org.startupatlas.http.PagePaths;
import org.startupatlas.http.RequestOrigin;
import org.startupatlas.http.RequestParameters;
import org.startupatlas.http.response.EntityTag;
import org.startupatlas.http.response.Representation;
import org.startupatlas.http.response.ResponseBuilder;
import org.startupatlas.query.expand.Today;

/**
 * Caches responses, bytes and headers, until the next write: neither the database nor a resource is called for them. A
 * response is valid for the revision that the node had reached before its records were read, so none is older than the
 * revision that the node has reached.
 */
@Singleton
public final class ResponseCache {

    private static final int BYTES_IN_A_MEBIBYTE = 1_048_576;

    /** Bytes of an entry in addition to its body: headers, key, the links of the cache. */
    private static final int ENTRY_OVERHEAD = 1_024;

    private static final List<CharSequence> NOT_MODIFIED_HEADERS =
            List.of("ETag", "Cache-Control", ResponseBuilder.CDN_CACHE_CONTROL, "Vary");

    /** What the bytes depend on besides the records. */
    private record Key(String uri, String origin, String accept, boolean gzip) {
        static Key of(HttpServerRequest request) {
            return new Key(
                    RequestParameters.canonical(request),
                    isPage(request) ? RequestOrigin.of(request) : null,
                    request.getHeader(HttpHeaders.ACCEPT),
                    ResponseBuilder.acceptsGzip(request));
        }
    }

    private record Header(CharSequence name, CharSequence value) {}

    private record Stored(long revision, LocalDate day, EntityTag tag, List<Header> headers, Buffer body) {}

    private final RevisionTracker revisions;
    private final Today today;
    private final Cache<Key, Stored> responses;

    /** False for a cache of size 0, which would keep each response until its next eviction. */
    private final boolean isEnabled;

    ResponseCache(RevisionTracker revisions, Today today, @ConfigProperty(name = "atlas.cache-size") int mebibytes) {
        this.revisions = revisions;
        this.today = today;
        this.responses = Caffeine.newBuilder()
                .maximumWeight((long) mebibytes * BYTES_IN_A_MEBIBYTE)
                .weigher((Key key, Stored stored) -> ENTRY_OVERHEAD + key.uri.length() + stored.body.length())
                .build();
        this.isEnabled = mebibytes > 0;
    }

    /** Sends the cached response, if there is one. */
    boolean send(HttpServerRequest request) {
        if (!isFor(request)) {
            return false;
        }
        Key key = Key.of(request);
        Stored stored = responses.getIfPresent(key);
        if (stored == null) {
            return false;
        }
        if (stored.revision < revisions.revision() || isOfAnotherDay(stored)) {
            responses.invalidate(key);
            return false;
        }
        if (ResponseBuilder.isNotModified(request, stored.tag)) {
            sendNotModified(request.response(), stored);
        } else {
            send(request, stored);
        }
        return true;
    }

    private boolean isOfAnotherDay(Stored stored) {
        return stored.day != null && !stored.day.equals(today.day());
    }

    private static void send(HttpServerRequest request, Stored stored) {
        HttpServerResponse response = request.response();
        MultiMap headers = response.headers();
        stored.headers.forEach(header -> headers.set(header.name, header.value));
        if (request.method().equals(HttpMethod.HEAD)) {
            headers.set(HttpHeaders.CONTENT_LENGTH, String.valueOf(stored.body.length()));
            response.end();
        } else {
            response.end(stored.body);
        }
    }

    private static void sendNotModified(HttpServerResponse response, Stored stored) {
        for (Header header : stored.headers) {
            if (NOT_MODIFIED_HEADERS.stream().anyMatch(name -> name.toString().contentEquals(header.name))) {
                response.headers().set(header.name, header.value);
            }
        }
        response.setStatusCode(304).end();
    }

    /** Stores cacheable responses, and replaces each representation by its bytes. */
    @ServerResponseFilter
    void store(ContainerResponseContext response, HttpServerRequest request) {
        if (response.getEntity() instanceof Representation representation) {
            if (isEnabled && response.getStatus() == 200 && request.method().equals(HttpMethod.GET) && isFor(request)) {
                store(response, request, representation);
            }
            response.setEntity(representation.bytes());
        }
    }

    private void store(ContainerResponseContext response, HttpServerRequest request, Representation representation) {
        List<Header> headers = new ArrayList<>();
        for (Map.Entry<String, List<Object>> header : response.getHeaders().entrySet()) {
            for (Object value : header.getValue()) {
                headers.add(new Header(
                        HttpHeaders.createOptimized(header.getKey()), HttpHeaders.createOptimized(value.toString())));
            }
        }
        Buffer body = Buffer.buffer(representation.bytes());
        responses.put(
                Key.of(request),
                new Stored(
                        representation.revision(),
                        representation.day(),
                        representation.tag(),
                        List.copyOf(headers),
                        body));
    }

    /** Pages contain the address by which the client reached this node. */
    private static boolean isPage(HttpServerRequest request) {
        return PagePaths.isPage(request.path());
    }

    /** Requests with a key get responses of their own; {@code min_revision} may have to wait. */
    private static boolean isFor(HttpServerRequest request) {
        return (request.path().startsWith("/v1/") || isPage(request))
                && (request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD))
                && !Credentials.areSent(request)
                && !RequestParameters.hasMinRevision(request);
    }
}

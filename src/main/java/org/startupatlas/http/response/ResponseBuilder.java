package org.startupatlas.http.response;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.jboss.resteasy.reactive.RestResponse;
import org.startupatlas.auth.Credentials;
import org.startupatlas.http.License;
import org.startupatlas.http.RequestParameters;
import org.startupatlas.query.parameter.RejectedException;
import org.startupatlas.schema.Format;
import org.startupatlas.schema.Language;

/**
 * Builds the response of a resource: caching headers, entity tag, languages, and a body that is compressed once if the
 * client accepts gzip.
 */
public final class ResponseBuilder {

    /** The cache policy for CDNs, which takes precedence over {@code Cache-Control} there (RFC 9213). */
    public static final String CDN_CACHE_CONTROL = "CDN-Cache-Control";

    private static final Map<Format, MediaType> CONTENT_TYPES = new EnumMap<>(Format.class);

    static {
        for (Format format : Format.values()) {
            MediaType type = MediaType.valueOf(format.mediaType());
            CONTENT_TYPES.put(format, format == Format.CSV ? type.withCharset("utf-8") : type);
        }
    }

    /** Browsers revalidate each time, at the price of a 304; shared caches keep the response for a minute. */
    private static final String SHARED = "public, max-age=0, s-maxage=60";

    /** CDNs may also serve the old response while they fetch the new one. */
    private static final String CDN_SHARED = "max-age=60, stale-while-revalidate=300";

    private static final String REVALIDATED = "public, no-cache";

    private static final String IMMUTABLE = "public, max-age=31536000, immutable";

    private static final String NO_STORE = "no-store";

    private final HttpServerRequest request;
    private final boolean isCacheable;
    private final long revision;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private EntityTag tag;
    private LocalDate day;

    private ResponseBuilder(HttpServerRequest request, String cacheControl, long revision) {
        this.request = request;
        this.revision = revision;
        // A response to a request with a key belongs to the key's holder; caches get theirs without a key.
        this.isCacheable = !cacheControl.equals(NO_STORE) && !Credentials.areSent(request);
        headers.put("Cache-Control", isCacheable ? cacheControl : NO_STORE);
        headers.put("Vary", "Accept, Accept-Encoding");
    }

    /**
     * Builds a response that shared caches, but not browsers, may keep for a minute.
     *
     * @param revision the revision that the node had reached before the records were read
     */
    public static ResponseBuilder shared(HttpServerRequest request, long revision) {
        ResponseBuilder response = new ResponseBuilder(request, SHARED, revision);
        return response.isCacheable ? response.header(CDN_CACHE_CONTROL, CDN_SHARED) : response;
    }

    /** Builds a response that caches revalidate each time. */
    public static ResponseBuilder revalidated(HttpServerRequest request, long revision) {
        return new ResponseBuilder(request, REVALIDATED, revision);
    }

    /** Builds a response that no cache keeps. */
    public static ResponseBuilder uncached(HttpServerRequest request) {
        return new ResponseBuilder(request, NO_STORE, 0);
    }

    /** Responds 200 to a write, or with data that only the holder of a key may see: JSON that no cache keeps. */
    public static <T> RestResponse<T> unstored(T body) {
        return unstored(RestResponse.ResponseBuilder.ok(body));
    }

    /** Responds 201 with the JSON of the created resource. */
    public static <T> RestResponse<T> created(String location, T body) {
        return unstored(RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, body)
                .header("Location", location));
    }

    /** Responds 202 with the JSON of a job, whose progress is at the location. */
    public static <T> RestResponse<T> accepted(String location, T body) {
        return unstored(RestResponse.ResponseBuilder.create(RestResponse.Status.ACCEPTED, body)
                .header("Location", location));
    }

    private static <T> RestResponse<T> unstored(RestResponse.ResponseBuilder<T> response) {
        return response.type(MediaType.APPLICATION_JSON_TYPE)
                .header("Cache-Control", NO_STORE)
                .build();
    }

    /** Responds 204, which no cache keeps. */
    public static Response noContent() {
        return uncached(Response.noContent()).build();
    }

    /** Responds 200 with a body that is written while it is sent and that no cache keeps. */
    public static Response streamed(Format format, StreamingOutput body) {
        return uncached(Response.ok()).type(format.mediaType()).entity(body).build();
    }

    /** Adds the headers that forbid caching. */
    public static Response.ResponseBuilder uncached(Response.ResponseBuilder response) {
        return response.header("Cache-Control", NO_STORE);
    }

    /**
     * Responds with a text whose entity tag is its hash.
     *
     * @param revision as in {@link Representation}
     * @param languages those of the text; empty unless one was requested
     */
    public static Response text(
            HttpServerRequest request, String mediaType, String text, long revision, List<Language> languages) {
        EntityTag tag = EntityTag.ofContent(text + (acceptsGzip(request) ? "gzip" : ""));
        ResponseBuilder response = shared(request, revision).tag(tag);
        return response.isNotModified()
                ? response.notModified()
                : response.languages(languages.stream().distinct().toList())
                        .ok(MediaType.valueOf(mediaType), () -> text.getBytes(StandardCharsets.UTF_8));
    }

    /** Responds 302 with the page in the language of the client. */
    public static Response seePage(String path) {
        return Response.status(Response.Status.FOUND)
                .header("Location", path)
                .header("Vary", "Accept, Accept-Language")
                .header("Cache-Control", REVALIDATED)
                .build();
    }

    /** Responds with a file whose name contains the hash of its content, so that caches may keep it for ever. */
    public static Response immutable(HttpServerRequest request, String mediaType, byte[] bytes) {
        ResponseBuilder response = new ResponseBuilder(request, IMMUTABLE, Representation.CONSTANT);
        return response.ok(MediaType.valueOf(mediaType), () -> bytes);
    }

    /**
     * Responds with a text that no write changes.
     *
     * @throws RejectedException if the request has parameters
     */
    public static Response constant(HttpServerRequest request, String mediaType, String text) {
        RequestParameters.rejectAll(request);
        return text(request, mediaType, text, Representation.CONSTANT, List.of());
    }

    /** Responds with JSON that no write changes; errors as {@link #constant}. */
    public static Response constant(HttpServerRequest request, JsonNode body) {
        return constant(request, "application/json", body.toString());
    }

    public ResponseBuilder header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** Adds whether there are more, which only an envelope could say otherwise. */
    public ResponseBuilder hasMore(Format format, boolean hasMore) {
        return format.hasEnvelope() ? this : header("Atlas-Has-More", String.valueOf(hasMore));
    }

    /** Adds {@code Link} with these links and the licence. */
    public ResponseBuilder links(Stream<String> links) {
        return header("Link", Stream.concat(links, Stream.of(License.LINK)).collect(Collectors.joining(", ")));
    }

    public ResponseBuilder tag(EntityTag entityTag) {
        tag = entityTag;
        return header("ETag", entityTag.text());
    }

    /**
     * Adds the tag of a body from many records: the revision and the variant. The revision is reached before the records
     * are read, so the tag may state an older one than the body shows, never a newer one.
     */
    public ResponseBuilder tagRevision(String variant) {
        return tag(EntityTag.weak(revision, variant));
    }

    /** Sets the only day on which the response is valid; null if it does not depend on the day. */
    public ResponseBuilder validOn(LocalDate onlyDay) {
        day = onlyDay;
        return this;
    }

    /** Returns the revision that the node had reached before the records were read. */
    public long revision() {
        return revision;
    }

    /** Adds {@code Content-Language}, unless the list is empty. */
    public ResponseBuilder languages(List<Language> languages) {
        return languages.isEmpty()
                ? this
                : header(
                        "Content-Language",
                        languages.stream().map(Language::code).collect(Collectors.joining(", ")));
    }

    /** Sets the headers of a response that is written by Vert.x. */
    public HttpServerResponse putHeaders() {
        headers.forEach(request.response()::putHeader);
        return request.response();
    }

    /** Returns the value of {@code Content-Type} for a format. */
    public static MediaType contentType(Format format) {
        return CONTENT_TYPES.get(format);
    }

    /** Returns whether {@code If-None-Match} contains the tag. */
    public static boolean isNotModified(HttpServerRequest request, EntityTag tag) {
        return request.headers().contains("If-None-Match")
                && tag.isNamedBy(String.join(",", request.headers().getAll("If-None-Match")));
    }

    /** Returns whether {@code If-None-Match} contains the tag of this response. */
    public boolean isNotModified() {
        return tag != null && isNotModified(request, tag);
    }

    /** Returns whether the client accepts gzip. */
    public static boolean acceptsGzip(HttpServerRequest request) {
        return Negotiation.acceptsGzip(request.getHeader("Accept-Encoding"));
    }

    public Response notModified() {
        return withHeaders(Response.status(Response.Status.NOT_MODIFIED)).build();
    }

    /** Responds 200 with this body. */
    public Response ok(Format format, Supplier<byte[]> body) {
        return ok(contentType(format), body, !format.isCompressed());
    }

    /** Responds 200 with this body. */
    public Response ok(MediaType mediaType, Supplier<byte[]> body) {
        return ok(mediaType, body, true);
    }

    private Response ok(MediaType mediaType, Supplier<byte[]> body, boolean isCompressible) {
        byte[] bytes = body.get();
        if (isCompressible && acceptsGzip(request)) {
            headers.put("Content-Encoding", "gzip");
            bytes = compress(bytes);
        }
        Object entity = isCacheable && tag != null ? new Representation(bytes, tag, revision, day) : bytes;
        return withHeaders(Response.ok(entity, mediaType)).build();
    }

    private Response.ResponseBuilder withHeaders(Response.ResponseBuilder builder) {
        headers.forEach(builder::header);
        return builder;
    }

    private static byte[] compress(byte[] bytes) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream(bytes.length / 4 + 64);
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(bytes);
        } catch (IOException unexpected) {
            throw new UncheckedIOException(unexpected);
        }
        return compressed.toByteArray();
    }
}

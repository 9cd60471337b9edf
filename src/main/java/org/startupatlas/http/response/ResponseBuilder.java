package org.startupatlas.http.response;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.startupatlas.auth.Credentials;
import org.startupatlas.schema.Format;
import org.startupatlas.schema.Language;

/**
 * An answer of status 200 under construction, or of 304 where the client has it already. It is compressed once, here,
 * for whoever takes gzip.
 */
public final class ResponseBuilder {

    private static final Map<Format, MediaType> CONTENT_TYPES = new EnumMap<>(Format.class);

    static {
        for (Format format : Format.values()) {
            MediaType type = MediaType.valueOf(format.mediaType());
            CONTENT_TYPES.put(format, format == Format.CSV ? type.withCharset("utf-8") : type);
        }
    }

    /** Browsers ask again each time, at the price of a 304; other shared caches keep it for a minute. */
    private static final String SHARED_FOR_A_MINUTE = "public, max-age=0, s-maxage=60";

    /** CDNs (RFC 9213) may also serve the old answer while they fetch the new one. */
    private static final String CDN_FOR_A_MINUTE = "max-age=60, stale-while-revalidate=300";

    public static final String CDN_CACHE_CONTROL = "CDN-Cache-Control";

    private static final String REVALIDATED = "public, no-cache";
    private static final String UNSTORED = "no-store";

    private final HttpServerRequest request;
    private final Map<String, String> headers = new LinkedHashMap<>();

    private ResponseBuilder(HttpServerRequest request, String caching) {
        this.request = request;
        // What a key was sent for is its holder's, and the same answer without one is there for caches.
        headers.put("Cache-Control", Credentials.areSent(request) ? UNSTORED : caching);
        headers.put("Vary", "Accept, Accept-Encoding");
    }

    /** An answer that shared caches, but not browsers, may keep for a minute. */
    public static ResponseBuilder sharedForAMinute(HttpServerRequest request) {
        ResponseBuilder answer = new ResponseBuilder(request, SHARED_FOR_A_MINUTE);
        return Credentials.areSent(request) ? answer : answer.header(CDN_CACHE_CONTROL, CDN_FOR_A_MINUTE);
    }

    /** An answer that caches ask again about each time. */
    public static ResponseBuilder revalidated(HttpServerRequest request) {
        return new ResponseBuilder(request, REVALIDATED);
    }

    /** An answer that no cache keeps. */
    public static ResponseBuilder unstored(HttpServerRequest request) {
        return new ResponseBuilder(request, UNSTORED);
    }

    /** The answer with this header. */
    public ResponseBuilder header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** The answer with this tag. */
    public ResponseBuilder tag(EntityTag tag) {
        return header("ETag", tag.text());
    }

    /** Says which languages its texts are in, where they were chosen. */
    public ResponseBuilder in(List<Language> languages) {
        return languages.isEmpty()
                ? this
                : header(
                        "Content-Language",
                        languages.stream().map(Language::code).collect(Collectors.joining(", ")));
    }

    /** Its headers so far. */
    Map<String, String> headers() {
        return Map.copyOf(headers);
    }

    /** The media type of a format, as headers say it. */
    static MediaType contentType(Format format) {
        return CONTENT_TYPES.get(format);
    }

    /** Whether the client has what the tag names. */
    public static boolean isKnown(HttpServerRequest request, EntityTag tag) {
        return request.headers().contains("If-None-Match")
                && tag.isNamedBy(String.join(",", request.headers().getAll("If-None-Match")));
    }

    /** Whether the client takes gzip. */
    public static boolean isCompressed(HttpServerRequest request) {
        return Negotiation.acceptsGzip(request.getHeader("Accept-Encoding"));
    }

    /** 304: the client has it already. */
    public Response notModified() {
        return withHeaders(Response.status(Response.Status.NOT_MODIFIED)).build();
    }

    /** 200 with this body. */
    public Response ok(Format format, Supplier<byte[]> body) {
        return ok(contentType(format), body);
    }

    /** 200 with this body. */
    public Response ok(MediaType mediaType, Supplier<byte[]> body) {
        byte[] bytes = body.get();
        if (isCompressed(request)) {
            headers.put("Content-Encoding", "gzip");
            bytes = compress(bytes);
        }
        return withHeaders(Response.ok(bytes, mediaType)).build();
    }

    private Response.ResponseBuilder withHeaders(Response.ResponseBuilder builder) {
        headers.forEach(builder::header);
        return builder;
    }

    private static byte[] compress(byte[] bytes) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream(bytes.length / 4 + 64);
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(bytes);
        } catch (IOException neverInMemory) {
            throw new UncheckedIOException(neverInMemory);
        }
        return compressed.toByteArray();
    }
}

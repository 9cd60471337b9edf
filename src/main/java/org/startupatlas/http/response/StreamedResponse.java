package org.startupatlas.http.response;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;
import java.util.stream.Stream;
import org.startupatlas.http.AtlasHeaders;
import org.startupatlas.schema.Format;
import org.startupatlas.schema.Language;

/** The head of a response whose body is written while it is computed, or a 304. Caches revalidate it each time. */
public final class StreamedResponse {

    private final HttpServerRequest request;
    private final ResponseBuilder response;

    private StreamedResponse(HttpServerRequest request, ResponseBuilder response) {
        this.request = request;
        this.response = response;
    }

    /**
     * Begins a response that changes with every write. That includes records as of the past, from which a redaction
     * removes values.
     *
     * @param reached the revision that the node had reached before the records were read
     * @param variant the hash of everything else that the body depends on
     * @param language of the texts, or null for all three
     */
    public static StreamedResponse of(HttpServerRequest request, long reached, String variant, Language language) {
        ResponseBuilder response = ResponseBuilder.revalidated(request, reached)
                .tag(EntityTag.weak(reached, variant))
                .links(Stream.empty())
                .languages(language == null ? List.of() : List.of(language));
        return new StreamedResponse(request, response);
    }

    /** Returns the value of {@code Content-Type} for a format. */
    public static String contentType(Format format) {
        return ResponseBuilder.contentType(format).toString();
    }

    /** Returns whether {@code If-None-Match} contains the tag of this response. */
    public boolean isNotModified() {
        return response.isNotModified();
    }

    public void sendNotModified() {
        putHeaders().setStatusCode(304).end();
    }

    /**
     * Sets the headers of a 200.
     *
     * @param revision the revision of the body
     * @param isCompressed whether the body is gzip
     */
    public HttpServerResponse begin(String contentType, long revision, boolean isCompressed) {
        HttpServerResponse head = putHeaders()
                .putHeader("Content-Type", contentType)
                .putHeader(AtlasHeaders.REVISION, Long.toString(revision));
        return isCompressed ? head.putHeader("Content-Encoding", "gzip") : head;
    }

    private HttpServerResponse putHeaders() {
        response.headers().forEach(request.response()::putHeader);
        return request.response();
    }
}

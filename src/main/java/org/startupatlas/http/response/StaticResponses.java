package org.startupatlas.http.response;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.startupatlas.http.RequestParameters;
import org.startupatlas.schema.Fingerprint;
import org.startupatlas.schema.Language;

/** Answers with what is known without reading records. */
@Singleton
public final class StaticResponses {

    /** Answers with JSON; a request with parameters is refused, as there are none. */
    public Response json(HttpServerRequest request, JsonNode body) {
        return of(request, "application/json", body.toString());
    }

    /** Answers with a text of that media type; a request with parameters is refused, as there are none. */
    public Response of(HttpServerRequest request, String mediaType, String body) {
        RequestParameters.rejectAll(request);
        return whatever(request, mediaType, body, List.of());
    }

    /**
     * Answers with a text of that media type, whatever the parameters.
     *
     * @param languages those of the text, where one was asked for
     */
    public Response whatever(HttpServerRequest request, String mediaType, String body, List<Language> languages) {
        EntityTag tag = new EntityTag(
                "\"" + Fingerprint.of(body + (ResponseBuilder.isCompressed(request) ? "gzip" : "")) + "\"");
        ResponseBuilder answer = ResponseBuilder.sharedForAMinute(request).tag(tag);
        return ResponseBuilder.isKnown(request, tag)
                ? answer.notModified()
                : answer.in(languages.stream().distinct().toList())
                        .ok(MediaType.valueOf(mediaType), () -> body.getBytes(StandardCharsets.UTF_8));
    }
}

package org.startupatlas.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import org.startupatlas.query.Fingerprint;

/** Answers with what is known without reading records. */
@Singleton
public final class StaticAnswers {

    /** Answers with JSON; a request with parameters is refused, as there are none. */
    public Response json(HttpServerRequest request, JsonNode body) {
        return of(request, "application/json", body.toString());
    }

    /** Answers with a text of that media type; a request with parameters is refused, as there are none. */
    public Response of(HttpServerRequest request, String mediaType, String body) {
        RequestParameters.refuseAll(request);
        return whatever(request, mediaType, body);
    }

    /** Answers with a text of that media type, whatever the parameters. */
    public Response whatever(HttpServerRequest request, String mediaType, String body) {
        EntityTag tag =
                new EntityTag("\"" + Fingerprint.of(body + (Answer.isCompressed(request) ? "gzip" : "")) + "\"");
        Answer answer = Answer.sharedForAMinute(request).tag(tag);
        return Answer.isKnown(request, tag)
                ? answer.notModified()
                : answer.ok(MediaType.valueOf(mediaType), () -> body.getBytes(StandardCharsets.UTF_8));
    }
}

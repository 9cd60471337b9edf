package org.startupatlas.http.response;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.nio.charset.StandardCharsets;
import org.startupatlas.schema.Format;

/** Answers that nobody on the way may keep. */
public final class UncachedResponses {

    private UncachedResponses() {}

    /** 200 with JSON. */
    public static Response ok(JsonNode body) {
        return withBody(Response.ok(), body);
    }

    /** 201 with the JSON of what was made, and where it is. */
    public static Response created(String location, JsonNode body) {
        return withBody(Response.status(Response.Status.CREATED).header("Location", location), body);
    }

    /** 202 with the JSON of what is going to be done, and where it is told how far that is. */
    public static Response accepted(String location, JsonNode body) {
        return withBody(Response.accepted().header("Location", location), body);
    }

    /** 204: done, and nothing to tell. */
    public static Response noContent() {
        return unstored(Response.noContent()).build();
    }

    private static Response withBody(Response.ResponseBuilder answer, JsonNode body) {
        return unstored(answer)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(body.toString().getBytes(StandardCharsets.UTF_8))
                .build();
    }

    /** 200 with what is written while it is sent. */
    public static Response streamed(Format format, StreamingOutput body) {
        return unstored(Response.ok()).type(format.mediaType()).entity(body).build();
    }

    private static Response.ResponseBuilder unstored(Response.ResponseBuilder answer) {
        return answer.header("Cache-Control", "no-store");
    }
}

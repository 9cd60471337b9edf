package org.startupatlas.http;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;

/** Answers that nobody on the way may keep. */
public final class UnstoredAnswers {

    private UnstoredAnswers() {}

    /** 200 with JSON. */
    public static Response ok(JsonNode body) {
        return withBody(Response.ok(), body);
    }

    /** 201 with the JSON of what was made, and where it is. */
    public static Response created(String location, JsonNode body) {
        return withBody(Response.status(Response.Status.CREATED).header("Location", location), body);
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

    private static Response.ResponseBuilder unstored(Response.ResponseBuilder answer) {
        return answer.header("Cache-Control", "no-store");
    }
}

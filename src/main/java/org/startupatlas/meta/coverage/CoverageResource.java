package org.startupatlas.meta.coverage;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.startupatlas.http.RequestParameters;
import org.startupatlas.http.response.ResponseBuilder;
import org.startupatlas.record.RecordJson;

/** What is claimed of the ecosystem, what the registry knows, and what it does not. */
@Tag(name = "About")
@Path("/v1/coverage")
public class CoverageResource {

    private static final String JSON = "application/json";

    private final CoverageDocument document;
    private final ObjectMapper json;

    CoverageResource(CoverageDocument document, ObjectMapper json) {
        this.document = document;
        this.json = json;
    }

    /** Returns the coverage at the revision that this node has reached. */
    @GET
    @Operation(
            operationId = "getCoverage",
            summary = "What is known, and what is missing",
            description = "Each total that sources give, with the records that are known for it and the difference; and"
                    + " for each field of each resource how many records have a value, and why others have none.")
    @APIResponse(
            responseCode = "200",
            description = "What is known, and what is missing.",
            content = @Content(mediaType = JSON, schema = @Schema(implementation = Coverage.class)))
    public Response coverage(@Context HttpServerRequest request) {
        RequestParameters.rejectAll(request);
        Coverage coverage = document.current();
        return ResponseBuilder.text(request, JSON, RecordJson.text(json, coverage), coverage.revision(), List.of());
    }
}

package org.startupatlas.network.match;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirementsSet;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.startupatlas.http.QueryParameters;
import org.startupatlas.network.model.RecordKey;

/** Who has what a request describes. */
@Tag(name = "Network")
@Path("/v1/matches")
public class NeedMatchResource {

    private final MatchHandler matches;

    NeedMatchResource(MatchHandler matches) {
        this.matches = matches;
    }

    /** Responds with a page of matches of the need in the body, which is not stored; no key is required. */
    @POST
    @Operation(
            operationId = "matchNeed",
            summary = "Find who has what is needed",
            description =
                    "Programs, partners, countries or startups (with; programs when absent) that match a described"
                            + " need, each with its reasons. It takes no key, and stores nothing.")
    @SecurityRequirementsSet
    @QueryParameters(NeedParameters.class)
    @APIResponse(responseCode = "200", ref = "Matches")
    public Response match(
            @RequestBody(
                            description = "What is needed.",
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = NeedBody.class)))
                    InputStream body,
            @Context HttpServerRequest request) {
        return matches.ofNeed(body, RecordKey.PROGRAMS, request);
    }
}

package org.startupatlas.network.match;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.startupatlas.http.QueryParameters;
import org.startupatlas.network.model.RecordKey;

/** Whom a startup should meet. */
@Tag(name = "Network")
@Path("/v1/startups/{id}/matches")
public class StartupMatchResource {

    private final MatchHandler matches;

    StartupMatchResource(MatchHandler matches) {
        this.matches = matches;
    }

    /** Responds with a page of matches, the best first. */
    @GET
    @Operation(
            operationId = "listStartupMatches",
            summary = "List whom a startup should meet",
            description =
                    "Programs, partners, countries or startups (with; programs when absent) that match a startup, each with its reasons. What it is in already is marked.")
    @QueryParameters(MatchParameters.class)
    @APIResponse(responseCode = "200", ref = "Matches")
    public Response list(@RestPath @Parameter(ref = "startups.record") String id, @Context HttpServerRequest request) {
        return matches.ofRecord(RecordKey.STARTUPS, id, RecordKey.PROGRAMS, request);
    }
}

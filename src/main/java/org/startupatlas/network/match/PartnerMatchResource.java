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

/** Whom a partner should meet: its deal flow. */
@Tag(name = "Network")
@Path("/v1/partners/{id}/matches")
public class PartnerMatchResource {

    private final MatchHandler matches;

    PartnerMatchResource(MatchHandler matches) {
        this.matches = matches;
    }

    /** Responds with a page of matches, the best first. */
    @GET
    @Operation(
            operationId = "listPartnerMatches",
            summary = "List whom a partner should meet",
            description =
                    "Startups (its deal flow), programs, partners or countries (with; startups when absent) that match a partner, each with its reasons.")
    @QueryParameters(MatchParameters.class)
    @APIResponse(responseCode = "200", ref = "Matches")
    public Response list(@RestPath @Parameter(ref = "partners.record") String id, @Context HttpServerRequest request) {
        return matches.ofRecord(RecordKey.PARTNERS, id, RecordKey.STARTUPS, request);
    }
}

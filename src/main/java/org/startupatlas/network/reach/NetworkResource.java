package org.startupatlas.network.reach;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirementsSet;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.startupatlas.http.Limits;
import org.startupatlas.http.QueryParameters;
import org.startupatlas.http.response.ResponseBuilder;
import org.startupatlas.network.model.NetworkModel;
import org.startupatlas.network.model.RecordKey;
import org.startupatlas.network.route.ChainGraph;
import org.startupatlas.network.route.NetworkMeta;
import org.startupatlas.network.route.NetworkRequest;
import org.startupatlas.network.route.RouteTexts;
import org.startupatlas.network.route.Strengths;
import org.startupatlas.query.parameter.ParameterSet;
import org.startupatlas.record.RecordJson;
import org.startupatlas.schema.Language;

/** What the startups of a country reach, what they do not, and what would change that, at {@code /v1/network}. */
@Tag(name = "Network")
@Path("/v1/network")
public class NetworkResource {

    private static final String FROM = "from";

    /** Whose startups are meant if the request does not say. */
    private static final String MOROCCO = "MA";

    private static final int DEFAULT_BUDGET = 3;

    private static final String JSON = "application/json";

    private final NetworkRequest requests;
    private final NetworkModel model;
    private final SuppositionReader suppositions;
    private final Strengths strengths;
    private final RouteTexts texts;
    private final ObjectMapper json;

    NetworkResource(
            NetworkRequest requests,
            NetworkModel model,
            SuppositionReader suppositions,
            Strengths strengths,
            RouteTexts texts,
            ObjectMapper json) {
        this.requests = requests;
        this.model = model;
        this.suppositions = suppositions;
        this.strengths = strengths;
        this.texts = texts;
        this.json = json;
    }

    /** Computes an answer. */
    private interface Computation {
        Object compute(ChainGraph graph, RecordKey from, NetworkMeta meta, Language language);
    }

    /** Returns every country with the way to it. */
    @GET
    @Path("reach")
    @Operation(
            operationId = "getNetworkReach",
            summary = "Which countries the startups of a country reach",
            description = "Every country, with the least number of steps and the number of independent routes from the"
                    + " startups that have their seat in one.")
    @QueryParameters(ReachParameters.OfStartups.class)
    @APIResponse(
            responseCode = "200",
            description = "Every country.",
            content = @Content(mediaType = JSON, schema = @Schema(implementation = NetworkReach.class)))
    public Response reach(@Context HttpServerRequest request) {
        ParameterSet parameters = requests.parameters(request, ReachParameters.OfStartups.NAMES);
        return respond(
                request, parameters, (graph, from, meta, language) -> NetworkReach.of(graph, from, language, meta));
    }

    /** Returns what no chain reaches. */
    @GET
    @Path("white_spots")
    @Operation(
            operationId = "getWhiteSpots",
            summary = "What no chain reaches",
            description = "The countries that no startup of a country reaches, and the sectors none of whose startups"
                    + " reaches a country that others reach; the nearest first.")
    @QueryParameters(ReachParameters.OfWhiteSpots.class)
    @APIResponse(
            responseCode = "200",
            description = "The white spots.",
            content = @Content(mediaType = JSON, schema = @Schema(implementation = WhiteSpots.class)))
    public Response whiteSpots(@Context HttpServerRequest request) {
        ParameterSet parameters = requests.parameters(request, ReachParameters.OfWhiteSpots.NAMES);
        int limit = parameters.integer("limit", 1, Limits.MAX_NETWORK_ROWS, ReachResource.DEFAULT_LIMIT);
        return respond(request, parameters, (graph, from, meta, language) -> new WhiteSpotFinder(
                        graph, new ReachSets(graph, graph.startupsOf(from)), language)
                .find(from, limit, meta));
    }

    /** Returns the agreements that would add most. */
    @GET
    @Path("next_best")
    @Operation(
            operationId = "getNextBest",
            summary = "Which agreements would add most reach",
            description =
                    "Agreements of two partners, one after another, each the one that adds most pairs of a startup"
                            + " of a country and a country that it reaches. At most 10,000 are compared (422).")
    @QueryParameters(ReachParameters.OfNextBest.class)
    @APIResponse(
            responseCode = "200",
            description = "The agreements.",
            content = @Content(mediaType = JSON, schema = @Schema(implementation = NextBest.class)))
    @APIResponse(responseCode = "422", ref = "422")
    public Response nextBest(@Context HttpServerRequest request) {
        ParameterSet parameters = requests.parameters(request, ReachParameters.OfNextBest.NAMES);
        int budget = parameters.integer("budget", 1, Limits.MAX_NETWORK_BUDGET, DEFAULT_BUDGET);
        return respond(request, parameters, (graph, from, meta, language) -> new NextBestAgreements(language)
                .suggest(graph, from, NextBestFinder.of(graph, from), budget, meta));
    }

    private RecordKey from(ParameterSet parameters) {
        return RecordKey.country(requests.country(parameters, FROM).orElse(MOROCCO));
    }

    private Response respond(HttpServerRequest request, ParameterSet parameters, Computation computation) {
        RecordKey from = from(parameters);
        LocalDate day = requests.day(parameters);
        Language language = requests.language(parameters);
        parameters.rejectIfInvalid();
        return requests.json(
                request,
                parameters,
                language,
                () -> RecordJson.bytes(
                        json,
                        model.read(network -> computation.compute(
                                ChainGraph.of(network, day, strengths),
                                from,
                                NetworkMeta.of(network, language, day),
                                language))));
    }

    /** Returns what startups would newly reach. */
    @POST
    @Path("what_if")
    @Operation(
            operationId = "whatIf",
            summary = "What would be reached if",
            description = "Which startups would newly reach which countries with agreements, presences or programs that"
                    + " do not exist. Nothing is stored, and it takes no key. At most 10,000 links (422).")
    @SecurityRequirement(name = "bearer")
    @SecurityRequirement(name = "header")
    @SecurityRequirementsSet
    @QueryParameters(WhatIfParameters.class)
    @APIResponse(
            responseCode = "200",
            description = "What would be newly reached.",
            content = @Content(mediaType = JSON, schema = @Schema(implementation = WhatIf.class)))
    public RestResponse<WhatIf> whatIf(
            @RequestBody(
                            description = "What is supposed.",
                            content = @Content(mediaType = JSON, schema = @Schema(implementation = Supposition.class)))
                    InputStream body,
            @Context HttpServerRequest request) {
        ParameterSet parameters = requests.parameters(request, WhatIfParameters.NAMES);
        RecordKey from = from(parameters);
        LocalDate day = requests.day(parameters);
        Language language = requests.language(parameters);
        parameters.rejectIfInvalid();
        ObjectNode supposed = suppositions.body(request, body);
        return ResponseBuilder.unstored(model.read(network -> new Suppositions(
                        ChainGraph.of(network, day, strengths), from, suppositions.read(network, supposed))
                .whatIf(texts, language, NetworkMeta.of(network, language, day))));
    }
}

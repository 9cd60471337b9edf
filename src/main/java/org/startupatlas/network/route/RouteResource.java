package org.startupatlas.network.route;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.startupatlas.http.QueryParameters;
import org.startupatlas.http.record.CurrentRecords;
import org.startupatlas.network.model.Network;
import org.startupatlas.network.model.NetworkModel;
import org.startupatlas.network.model.RecordKey;
import org.startupatlas.query.parameter.ParameterSet;
import org.startupatlas.record.RecordJson;
import org.startupatlas.schema.Language;
import org.startupatlas.schema.SchemaRegistry;

/** How a startup gets to a country, a partner or a program, at {@code /v1/startups/{id}/routes}. */
@Tag(name = "Network")
@Path("/v1/startups/{id}/routes")
public class RouteResource {

    /** The resources that routes can lead to. */
    public static final List<String> DESTINATIONS =
            List.of(RecordKey.COUNTRIES, RecordKey.PARTNERS, RecordKey.PROGRAMS);

    private final NetworkRequest requests;
    private final NetworkModel model;
    private final Destinations destinations;
    private final CurrentRecords records;
    private final SchemaRegistry schemas;
    private final Strengths strengths;
    private final RouteTexts texts;
    private final ObjectMapper json;

    RouteResource(
            NetworkRequest requests,
            NetworkModel model,
            Destinations destinations,
            CurrentRecords records,
            SchemaRegistry schemas,
            Strengths strengths,
            RouteTexts texts,
            ObjectMapper json) {
        this.requests = requests;
        this.model = model;
        this.destinations = destinations;
        this.records = records;
        this.schemas = schemas;
        this.strengths = strengths;
        this.texts = texts;
        this.json = json;
    }

    /** Returns at most three routes. */
    @GET
    @Operation(
            operationId = "getRoutes",
            summary = "How a startup gets to a country or an organisation",
            description = "At most three routes of at most " + RoutesTo.MAX_HOPS + " steps, through programs,"
                    + " operators, agreements, networks and presences: the shortest first, the strongest among equals,"
                    + " without an organisation in common as far as possible. Links that are over on the day are left"
                    + " out; where that is not known, the step says so.")
    @QueryParameters(RouteParameters.class)
    @APIResponse(
            responseCode = "200",
            description = "The routes.",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Routes.class)))
    public Response routes(
            @RestPath @Parameter(ref = "network.startup.id") String id, @Context HttpServerRequest request) {
        ParameterSet parameters = requests.parameters(request, RouteParameters.NAMES);
        LocalDate day = requests.day(parameters);
        Language language = requests.language(parameters);
        Optional<RecordKey> to = model.read(network -> destinations.find(network, parameters, "to", DESTINATIONS));
        parameters.rejectIfInvalid();
        RecordKey from = startup(id, request);
        return requests.json(
                request,
                parameters,
                language,
                () -> RecordJson.bytes(
                        json, model.read(network -> routes(network, from, to.orElseThrow(), day, language))));
    }

    private RecordKey startup(String idOrSlug, HttpServerRequest request) {
        String query = request.query() == null ? "" : "?" + request.query();
        return RecordKey.startup(records.find(
                        schemas.get(RecordKey.STARTUPS), idOrSlug, slug -> "/v1/startups/" + slug + "/routes" + query)
                .id()
                .toString());
    }

    private Routes routes(Network network, RecordKey from, RecordKey to, LocalDate day, Language language) {
        if (network.node(from).isEmpty()) {
            throw from.unknownRecord();
        }
        ChainGraph graph = ChainGraph.of(network, day, strengths);
        return new Routes(
                NodeJson.of(graph, from, language),
                NodeJson.of(graph, to, language),
                new RouteFinder(graph)
                        .find(from, to).stream()
                                .map(route -> RouteJson.of(route, graph, texts, language))
                                .toList(),
                NetworkMeta.of(network, language, day));
    }
}

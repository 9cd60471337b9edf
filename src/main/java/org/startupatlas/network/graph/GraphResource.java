package org.startupatlas.network.graph;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.startupatlas.http.Limits;
import org.startupatlas.http.QueryParameters;
import org.startupatlas.network.model.NetworkModel;
import org.startupatlas.network.model.RecordKey;
import org.startupatlas.network.route.Destinations;
import org.startupatlas.network.route.NetworkMeta;
import org.startupatlas.network.route.NetworkRequest;
import org.startupatlas.query.parameter.ParameterSet;
import org.startupatlas.record.RecordJson;
import org.startupatlas.schema.Language;

/** A part of the network for a drawing, at {@code /v1/network/graph}. */
@Tag(name = "Network")
@Path("/v1/network/graph")
public class GraphResource {

    private static final String GRAPHML = "graphml";

    private static final String OF_GRAPHML =
            """
            {"application/graphml+xml":{"schema":{"type":"string","maxLength":2147483647,\
            "description":"GraphML, with the name of a node as its label."}}}""";

    private static final List<String> FORMATS = List.of("json", GRAPHML);

    private static final List<String> CENTERS =
            List.of(RecordKey.COUNTRIES, RecordKey.STARTUPS, RecordKey.PARTNERS, RecordKey.PROGRAMS);

    private final NetworkRequest requests;
    private final NetworkModel model;
    private final Destinations destinations;
    private final ObjectMapper json;

    GraphResource(NetworkRequest requests, NetworkModel model, Destinations destinations, ObjectMapper json) {
        this.requests = requests;
        this.model = model;
        this.destinations = destinations;
        this.json = json;
    }

    /** Returns the nodes around one, and the links between them. */
    @GET
    @Operation(
            operationId = "getNetworkGraph",
            summary = "Draw a part of the network",
            description = "The nodes around one, the nearest first, at most " + Limits.MAX_DRAWN_NODES
                    + ", and all links between them that are not over on the day; as JSON, or as GraphML with"
                    + " format=graphml. It does not go on beyond countries, unless it begins there.")
    @QueryParameters(GraphParameters.class)
    @APIResponse(
            responseCode = "200",
            description = "Nodes and edges.",
            extensions = @Extension(name = "x-content", parseValue = true, value = OF_GRAPHML),
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Drawing.class)))
    public Response graph(@Context HttpServerRequest request) {
        ParameterSet parameters = requests.parameters(request, GraphParameters.NAMES);
        int depth = parameters.integer("depth", 1, Limits.MAX_NETWORK_DEPTH, 1);
        LocalDate day = requests.day(parameters);
        Language language = requests.language(parameters);
        boolean isGraphMl =
                parameters.choice("format", FORMATS).filter(GRAPHML::equals).isPresent();
        Optional<RecordKey> center = model.read(network -> destinations.find(network, parameters, "around", CENTERS));
        parameters.rejectIfInvalid();
        Supplier<Drawing> drawing = () -> model.read(network -> Drawing.of(
                network,
                Neighbourhood.around(network, center.orElseThrow(), depth, day),
                day,
                language,
                NetworkMeta.of(network, language, day)));
        return isGraphMl
                ? requests.other(request, parameters, language, GraphMl.MEDIA_TYPE, () -> GraphMl.bytes(drawing.get()))
                : requests.json(request, parameters, language, () -> RecordJson.bytes(json, drawing.get()));
    }
}

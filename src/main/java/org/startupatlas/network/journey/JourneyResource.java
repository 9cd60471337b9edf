package org.startupatlas.network.journey;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
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
import org.startupatlas.network.model.Startup;
import org.startupatlas.network.route.NetworkMeta;
import org.startupatlas.network.route.NetworkRequest;
import org.startupatlas.query.parameter.ParameterSet;
import org.startupatlas.record.RecordJson;
import org.startupatlas.schema.Language;
import org.startupatlas.schema.SchemaRegistry;

/** What happened to a startup, at {@code /v1/startups/{id}/journey}. */
@Tag(name = "Network")
@Path("/v1/startups/{id}/journey")
public class JourneyResource {

    private final NetworkRequest requests;
    private final NetworkModel model;
    private final CurrentRecords records;
    private final SchemaRegistry schemas;
    private final ObjectMapper json;

    JourneyResource(
            NetworkRequest requests,
            NetworkModel model,
            CurrentRecords records,
            SchemaRegistry schemas,
            ObjectMapper json) {
        this.requests = requests;
        this.model = model;
        this.records = records;
        this.schemas = schemas;
        this.json = json;
    }

    /** Returns the journey. */
    @GET
    @Operation(
            operationId = "getJourney",
            summary = "What happened to a startup",
            description = "Foundation, programs, rounds, markets and end, by date, each with its evidence and what is"
                    + " not known of it.")
    @QueryParameters(JourneyParameters.OfStartup.class)
    @APIResponse(
            responseCode = "200",
            description = "The journey.",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = JourneyJson.class)))
    public Response journey(
            @RestPath @Parameter(ref = "network.startup.id") String id, @Context HttpServerRequest request) {
        ParameterSet parameters = requests.parameters(request, JourneyParameters.OfStartup.NAMES);
        Language language = requests.language(parameters);
        parameters.rejectIfInvalid();
        String found =
                records.find(schemas.get(RecordKey.STARTUPS), id, request).id().toString();
        return requests.json(
                request,
                parameters,
                language,
                () -> RecordJson.bytes(json, model.read(network -> journey(network, found, parameters, language))));
    }

    private JourneyJson journey(Network network, String id, ParameterSet parameters, Language language) {
        Startup startup = network.startup(id).orElseThrow(RecordKey.startup(id)::unknownRecord);
        return JourneyJson.of(
                Journey.of(network, startup),
                network,
                language,
                NetworkMeta.of(network, language, requests.day(parameters)));
    }
}

package org.startupatlas.network.reach;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.startupatlas.http.Limits;
import org.startupatlas.http.QueryParameters;
import org.startupatlas.http.record.CurrentRecords;
import org.startupatlas.network.model.NetworkModel;
import org.startupatlas.network.model.RecordKey;
import org.startupatlas.network.route.ChainGraph;
import org.startupatlas.network.route.NetworkMeta;
import org.startupatlas.network.route.NetworkRequest;
import org.startupatlas.network.route.Strengths;
import org.startupatlas.query.parameter.ParameterSet;
import org.startupatlas.record.RecordJson;
import org.startupatlas.schema.Language;
import org.startupatlas.schema.SchemaRegistry;

/** Who reaches a country, at {@code /v1/countries/{id}/reach}. */
@Tag(name = "Network")
@Path("/v1/countries/{id}/reach")
public class ReachResource {

    static final int DEFAULT_LIMIT = 100;

    private final NetworkRequest requests;
    private final NetworkModel model;
    private final CurrentRecords records;
    private final SchemaRegistry schemas;
    private final Strengths strengths;
    private final ObjectMapper json;

    ReachResource(
            NetworkRequest requests,
            NetworkModel model,
            CurrentRecords records,
            SchemaRegistry schemas,
            Strengths strengths,
            ObjectMapper json) {
        this.requests = requests;
        this.model = model;
        this.records = records;
        this.schemas = schemas;
        this.strengths = strengths;
        this.json = json;
    }

    /** Returns the records that reach a country. */
    @GET
    @Operation(
            operationId = "getCountryReach",
            summary = "Who reaches a country",
            description = "The startups, programs and partners from which a chain leads to the country, with the least"
                    + " number of steps and through whom.")
    @QueryParameters(ReachParameters.OfCountry.class)
    @APIResponse(
            responseCode = "200",
            description = "Who reaches it.",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = CountryReach.class)))
    public Response reach(
            @RestPath @Parameter(ref = "network.country.id") String id, @Context HttpServerRequest request) {
        ParameterSet parameters = requests.parameters(request, ReachParameters.OfCountry.NAMES);
        int limit = parameters.integer("limit", 1, Limits.MAX_NETWORK_ROWS, DEFAULT_LIMIT);
        LocalDate day = requests.day(parameters);
        Language language = requests.language(parameters);
        parameters.rejectIfInvalid();
        RecordKey country = RecordKey.country(
                records.get(schemas.get(RecordKey.COUNTRIES), id).id().toString());
        return requests.json(
                request,
                parameters,
                language,
                () -> RecordJson.bytes(
                        json,
                        model.read(network -> CountryReach.of(
                                ChainGraph.of(network, day, strengths),
                                country,
                                limit,
                                language,
                                NetworkMeta.of(network, language, day)))));
    }
}

package org.startupatlas.network.journey;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.startupatlas.http.QueryParameters;
import org.startupatlas.http.RequestParameters;
import org.startupatlas.http.response.Negotiation;
import org.startupatlas.network.model.Network;
import org.startupatlas.network.model.NetworkModel;
import org.startupatlas.network.model.Program;
import org.startupatlas.network.model.RecordKey;
import org.startupatlas.network.route.Destinations;
import org.startupatlas.network.route.NetworkMeta;
import org.startupatlas.network.route.NetworkRequest;
import org.startupatlas.query.aggregate.AggregationQuery;
import org.startupatlas.query.parameter.ParameterSet;
import org.startupatlas.record.RecordJson;
import org.startupatlas.schema.Format;
import org.startupatlas.schema.Language;

/** How many startups of a program reached what, and when, at {@code /v1/stats/journeys}. */
@Tag(name = "Statistics")
@Path("/v1/stats/journeys")
public class CohortResource {

    private static final String TABLES =
            """
            {"text/csv":{"$ref":"#/x-formats/csv"},\
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet":{"$ref":"#/x-formats/xlsx"}}""";

    private static final List<String> PROGRAMS = List.of(RecordKey.PROGRAMS);

    private final NetworkRequest requests;
    private final NetworkModel model;
    private final Destinations destinations;
    private final ObjectMapper json;

    CohortResource(NetworkRequest requests, NetworkModel model, Destinations destinations, ObjectMapper json) {
        this.requests = requests;
        this.model = model;
        this.destinations = destinations;
        this.json = json;
    }

    /** Returns the figures of the cohort. */
    @GET
    @Operation(
            operationId = "getJourneyStats",
            summary = "What became of a program's startups",
            description = "How many reached a second country, raised or closed within 12, 24 and 36 months, and of how"
                    + " many that is not known.")
    @QueryParameters(JourneyParameters.OfCohort.class)
    @APIResponse(
            responseCode = "200",
            description = "The figures.",
            extensions = @Extension(name = "x-content", parseValue = true, value = TABLES),
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = CohortJson.class)))
    public Response cohort(@Context HttpServerRequest request) {
        Format accepted = Negotiation.accepted(request, RequestParameters.of(request), AggregationQuery.FORMATS);
        ParameterSet parameters = RequestParameters.only(request, JourneyParameters.OfCohort.NAMES);
        Format format = parameters.format(AggregationQuery.FORMATS, accepted);
        LocalDate day = requests.day(parameters);
        Language language = requests.language(parameters);
        Optional<RecordKey> program =
                model.read(network -> destinations.find(network, parameters, JourneyParameters.COHORT, PROGRAMS));
        Optional<String> edition = program.flatMap(key -> edition(key, parameters));
        parameters.rejectIfInvalid();
        Function<Network, CohortJson> figures = network -> CohortJson.of(
                Cohort.of(network, program(network, program.orElseThrow()), edition.orElse(null), day),
                day,
                network,
                language,
                NetworkMeta.of(network, language, day));
        return requests.format(
                request,
                parameters,
                language,
                format,
                () -> format.isTable()
                        ? CohortTable.write(format, model.read(figures), language, json)
                        : RecordJson.bytes(json, model.read(figures)));
    }

    private Optional<String> edition(RecordKey key, ParameterSet parameters) {
        return parameters.choice(JourneyParameters.EDITION, model.read(network -> network.program(key.id())
                .map(program -> Cohort.editions(network, program))
                .orElse(List.of())));
    }

    private static Program program(Network network, RecordKey key) {
        return network.program(key.id()).orElseThrow(key::unknownRecord);
    }
}

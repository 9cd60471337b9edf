package org.startupatlas.network.opportunity;

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
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirementsSet;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.startupatlas.http.Limits;
import org.startupatlas.http.QueryParameters;
import org.startupatlas.http.response.ResponseBuilder;
import org.startupatlas.network.match.criterion.VocabularyHierarchy;
import org.startupatlas.network.model.Network;
import org.startupatlas.network.model.NetworkModel;
import org.startupatlas.network.model.RecordKey;
import org.startupatlas.network.opportunity.eligibility.Applicant;
import org.startupatlas.network.opportunity.eligibility.DescribedReader;
import org.startupatlas.network.opportunity.eligibility.DescribedStartup;
import org.startupatlas.network.opportunity.eligibility.Opportunity;
import org.startupatlas.network.opportunity.eligibility.Verdict;
import org.startupatlas.network.route.Destinations;
import org.startupatlas.network.route.NetworkMeta;
import org.startupatlas.network.route.NetworkRequest;
import org.startupatlas.query.parameter.ParameterSet;
import org.startupatlas.query.parameter.Violation;
import org.startupatlas.record.RecordJson;
import org.startupatlas.schema.Language;
import org.startupatlas.schema.Vocabularies;

/** What a startup can apply for, at {@code /v1/opportunities}. */
@Tag(name = "Network")
@Path("/v1/opportunities")
public class OpportunityResource {

    static final int DEFAULT_LIMIT = 100;

    private static final String JSON = "json";

    private static final List<String> FORMATS = List.of(JSON, "ics", "atom");

    private static final String OTHER_FORMATS =
            """
            {"text/calendar":{"schema":{"type":"string","maxLength":2147483647,"description":"RFC 5545."}},\
            "application/atom+xml":{"schema":{"type":"string","maxLength":2147483647,"description":"RFC 4287."}}}""";

    private static final List<String> LISTS = List.of(OpportunityParameters.VERDICT);

    private static final List<String> STARTUPS = List.of(RecordKey.STARTUPS);

    private final NetworkRequest requests;
    private final NetworkModel model;
    private final Destinations destinations;
    private final VocabularyHierarchy hierarchy;
    private final Vocabularies vocabularies;
    private final OpportunityJson opportunityJson;
    private final Feeds feeds;
    private final ObjectMapper json;

    OpportunityResource(
            NetworkRequest requests,
            NetworkModel model,
            Destinations destinations,
            VocabularyHierarchy hierarchy,
            Vocabularies vocabularies,
            OpportunityJson opportunityJson,
            Feeds feeds,
            ObjectMapper json) {
        this.requests = requests;
        this.model = model;
        this.destinations = destinations;
        this.hierarchy = hierarchy;
        this.vocabularies = vocabularies;
        this.opportunityJson = opportunityJson;
        this.feeds = feeds;
        this.json = json;
    }

    /** Returns the editions that are open, or open soon. */
    @GET
    @Operation(
            operationId = "listOpportunities",
            summary = "List what a startup can apply for",
            description = "Editions of programs whose applications are open or open soon; with for, whether the startup"
                    + " meets each criterion. Without it, the calendar of all.")
    @QueryParameters(OpportunityParameters.OfStartup.class)
    @APIResponse(
            responseCode = "200",
            description = "The opportunities.",
            extensions = @Extension(name = "x-content", parseValue = true, value = OTHER_FORMATS),
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = OpportunityPage.class)))
    public Response list(@Context HttpServerRequest request) {
        ParameterSet parameters = requests.parameters(request, OpportunityParameters.OfStartup.NAMES, LISTS);
        Selection selection = selection(parameters);
        LocalDate day = selection.day();
        Language language = selection.language();
        Optional<RecordKey> startup = parameters.text(OpportunityParameters.FOR).isEmpty()
                ? Optional.empty()
                : model.read(network -> destinations.find(network, parameters, OpportunityParameters.FOR, STARTUPS));
        List<String> verdicts = verdicts(parameters);
        if (!verdicts.isEmpty() && parameters.text(OpportunityParameters.FOR).isEmpty()) {
            parameters.reject(Violation.of(OpportunityParameters.VERDICT, "only-together", OpportunityParameters.FOR));
        }
        String format = parameters.choice("format", FORMATS).orElse(JSON);
        parameters.rejectIfInvalid();
        Function<Network, OpportunityPage> page = network ->
                page(network, startup.map(key -> applicant(network, key, day)).orElse(null), selection, verdicts);
        return switch (format) {
            case "ics" -> requests.other(
                    request,
                    parameters,
                    language,
                    Calendar.MEDIA_TYPE,
                    () -> feeds.calendar(model.read(page), day, language));
            case "atom" -> requests.other(
                    request,
                    parameters,
                    language,
                    AtomFeed.MEDIA_TYPE,
                    () -> model.read(network ->
                            feeds.atom(page.apply(network), startup, network, day, language, request.uri())));
            default -> requests.json(request, parameters, language, () -> RecordJson.bytes(json, model.read(page)));
        };
    }

    /** Returns the editions for a startup that the body describes; nothing is stored, and no key is required. */
    @POST
    @Operation(
            operationId = "findOpportunities",
            summary = "Find what a described startup can apply for",
            description = "As for one of the registry. It takes no key, and stores nothing.")
    @SecurityRequirementsSet
    @QueryParameters(OpportunityParameters.OfDescribed.class)
    @APIResponse(
            responseCode = "200",
            description = "The opportunities.",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = OpportunityPage.class)))
    public RestResponse<OpportunityPage> find(
            @RequestBody(
                            description = "The startup.",
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = DescribedStartup.class)))
                    InputStream body,
            @Context HttpServerRequest request) {
        ParameterSet parameters = requests.parameters(request, OpportunityParameters.OfDescribed.NAMES, LISTS);
        Selection selection = selection(parameters);
        List<String> verdicts = verdicts(parameters);
        parameters.rejectIfInvalid();
        ObjectNode described = DescribedReader.body(request, body);
        return ResponseBuilder.unstored(model.read(
                network -> page(network, DescribedReader.read(described, vocabularies, network), selection, verdicts)));
    }

    /**
     * What a request asks for.
     *
     * @param within the number of days in which opportunities ahead open
     * @param language null for all languages
     */
    private record Selection(int within, int limit, LocalDate day, Language language) {}

    private Selection selection(ParameterSet parameters) {
        return new Selection(
                parameters.integer("within", 0, Limits.MAX_DAYS_AHEAD, Limits.DAYS_AHEAD),
                parameters.integer("limit", 1, Limits.MAX_NETWORK_ROWS, DEFAULT_LIMIT),
                requests.day(parameters),
                requests.language(parameters));
    }

    private static List<String> verdicts(ParameterSet parameters) {
        return parameters.choices(OpportunityParameters.VERDICT, "unknown-value", Verdict.CODES);
    }

    /**
     * Returns the opportunities that a request asks for.
     *
     * @param applicant null if the request names none
     * @param verdicts those that opportunities may have; empty for all
     */
    private OpportunityPage page(Network network, Applicant applicant, Selection selection, List<String> verdicts) {
        List<Opportunity> selected =
                Opportunity.find(network, applicant, hierarchy, selection.day(), selection.within()).stream()
                        .filter(opportunity -> verdicts.isEmpty()
                                || verdicts.contains(opportunity.verdict().code()))
                        .toList();
        return opportunityJson.page(
                selected,
                selection.limit(),
                network,
                selection.language(),
                NetworkMeta.of(network, selection.language(), selection.day()));
    }

    /** Returns what the registry knows of a startup on a day. */
    private static Applicant applicant(Network network, RecordKey key, LocalDate day) {
        return network.startup(key.id())
                .map(startup -> Applicant.of(startup, network, day))
                .orElseThrow(key::unknownRecord);
    }
}

package org.startupatlas.search;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.startupatlas.http.QueryParameters;
import org.startupatlas.http.RequestParameters;
import org.startupatlas.http.response.DerivedResponses;
import org.startupatlas.http.response.Negotiation;
import org.startupatlas.query.SearchQuery;
import org.startupatlas.query.parameter.Parameter;
import org.startupatlas.query.parameter.QueryLimits;
import org.startupatlas.query.parse.SearchQueryParser;
import org.startupatlas.schema.Format;

/** The search across resources at {@code /v1/search}. */
@Tag(name = "Search")
@Path("/v1/search")
public class SearchResource {

    private final DerivedResponses responses;
    private final SearchQueryParser parser;
    private final SearchService search;
    private final SearchJson json;

    SearchResource(DerivedResponses responses, SearchQueryParser parser, SearchService search, SearchJson json) {
        this.responses = responses;
        this.parser = parser;
        this.search = search;
        this.json = json;
    }

    /** Returns the records of all resources that match the words, best first. */
    @GET
    @Operation(
            operationId = "search",
            summary = "Search everything",
            description = "Records of all resources that have the words, the best first: names that equal the words,"
                    + " then names that begin with them, then all others. Case, accents, Arabic letter"
                    + " forms, inflections and typing mistakes do not matter. If no record has enough of the words,"
                    + " those that have any of them are found. Ends at " + QueryLimits.MAX_HITS + " hits.")
    @QueryParameters(SearchParameters.class)
    @APIResponse(
            responseCode = "200",
            description = "A page of hits.",
            headers = @Header(name = "Link", ref = "Link"),
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = HitPage.class)))
    public Response search(@Context HttpServerRequest request) {
        List<Parameter> parameters = RequestParameters.of(request);
        Format format = Negotiation.accepted(request, parameters, List.of(Format.JSON));
        SearchQuery query = parser.search(parameters, SearchParameters.NAMES);
        return responses.of(
                request,
                "search with langs",
                query.language(),
                format,
                (revision, projection) -> json.page(query, search.find(query), revision, projection));
    }
}

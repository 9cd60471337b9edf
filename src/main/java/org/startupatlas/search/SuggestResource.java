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
import org.startupatlas.query.parse.SearchQueryParser;
import org.startupatlas.schema.Format;

/** The suggestion of names at {@code /v1/suggest}. */
@Tag(name = "Search")
@Path("/v1/suggest")
public class SuggestResource {

    private final DerivedResponses responses;
    private final SearchQueryParser parser;
    private final SuggestService suggestions;
    private final SearchJson json;

    SuggestResource(DerivedResponses responses, SearchQueryParser parser, SuggestService suggestions, SearchJson json) {
        this.responses = responses;
        this.parser = parser;
        this.suggestions = suggestions;
        this.json = json;
    }

    /** Returns the names that complete the typed text. */
    @GET
    @Operation(
            operationId = "suggest",
            summary = "Complete what is being typed",
            description = "Names of records of all resources that begin with the typed text, or have a word that does;"
                    + " if there are none, similar names. Codes of vocabularies and countries come with the"
                    + " filters that they stand for.")
    @QueryParameters(SuggestParameters.class)
    @APIResponse(
            responseCode = "200",
            description = "The likeliest names.",
            headers = @Header(name = "Link", ref = "Link"),
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Suggestions.class)))
    public Response suggest(@Context HttpServerRequest request) {
        List<Parameter> parameters = RequestParameters.of(request);
        Format format = Negotiation.accepted(request, parameters, List.of(Format.JSON));
        SearchQuery query = parser.suggest(parameters, SuggestParameters.NAMES);
        return responses.of(
                request,
                "suggest with filters",
                query.language(),
                format,
                (revision, projection) -> json.suggestions(query, suggestions.of(query), revision, projection));
    }
}

package org.startupatlas.search;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.startupatlas.http.RequestParameters;
import org.startupatlas.http.response.DerivedResponses;
import org.startupatlas.http.response.Negotiation;
import org.startupatlas.query.SearchQuery;
import org.startupatlas.query.parameter.Parameter;
import org.startupatlas.query.parse.SearchQueryParser;
import org.startupatlas.schema.Format;

/** Completion of names, over HTTP. */
@Path("/v1/suggest")
public class SuggestResource {

    private final DerivedResponses responses;
    private final SearchQueryParser grammar;
    private final SuggestService suggestions;
    private final SearchJson json;

    SuggestResource(
            DerivedResponses responses, SearchQueryParser grammar, SuggestService suggestions, SearchJson json) {
        this.responses = responses;
        this.grammar = grammar;
        this.suggestions = suggestions;
        this.json = json;
    }

    /** Names that what is being typed can become. */
    @GET
    public Response suggest(@Context HttpServerRequest request) {
        List<Parameter> parameters = RequestParameters.of(request);
        Format format = Negotiation.accepted(request, parameters, List.of(Format.JSON));
        SearchQuery query = grammar.suggest(parameters);
        return responses.of(
                request,
                "suggest with filters",
                query.language(),
                format,
                (reached, projection) -> json.suggestions(query, suggestions.of(query), reached, projection));
    }
}

package org.startupatlas.search;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.startupatlas.query.parse.SearchQueryParser;

/** Completion of names, over HTTP. */
@Path("/v1/suggest")
public class SuggestResource {

    private final SearchResponses answers;
    private final SearchQueryParser grammar;
    private final SuggestService suggestions;
    private final SearchJson json;

    SuggestResource(SearchResponses answers, SearchQueryParser grammar, SuggestService suggestions, SearchJson json) {
        this.answers = answers;
        this.grammar = grammar;
        this.suggestions = suggestions;
        this.json = json;
    }

    /** Names that what is being typed can become. */
    @GET
    public Response suggest(@Context HttpServerRequest request) {
        return answers.of(
                request,
                "suggest with filters",
                grammar::suggest,
                (query, revision, projection) -> json.suggestions(query, suggestions.of(query), revision, projection));
    }
}

package org.startupatlas.search;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.startupatlas.query.parse.SearchQueryParser;

/** The suggestion of names at {@code /v1/suggest}. */
@Path("/v1/suggest")
public class SuggestResource {

    private final SearchResponses responses;
    private final SearchQueryParser parser;
    private final SuggestService suggestions;
    private final SearchJson json;

    SuggestResource(SearchResponses responses, SearchQueryParser parser, SuggestService suggestions, SearchJson json) {
        this.responses = responses;
        this.parser = parser;
        this.suggestions = suggestions;
        this.json = json;
    }

    /** Returns the names that complete the typed text. */
    @GET
    public Response suggest(@Context HttpServerRequest request) {
        return responses.of(
                request,
                "suggest with filters",
                parser::suggest,
                (query, revision, projection) -> json.suggestions(query, suggestions.of(query), revision, projection));
    }
}

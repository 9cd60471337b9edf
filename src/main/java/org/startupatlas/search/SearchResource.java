package org.startupatlas.search;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.startupatlas.query.parse.SearchQueryParser;

/** The search across resources at {@code /v1/search}. */
@Path("/v1/search")
public class SearchResource {

    private final SearchResponses responses;
    private final SearchQueryParser parser;
    private final SearchService search;
    private final SearchJson json;

    SearchResource(SearchResponses responses, SearchQueryParser parser, SearchService search, SearchJson json) {
        this.responses = responses;
        this.parser = parser;
        this.search = search;
        this.json = json;
    }

    /** Returns the records of all resources that match the words, best first. */
    @GET
    public Response search(@Context HttpServerRequest request) {
        return responses.of(
                request,
                "search with langs",
                parser::search,
                (query, revision, projection) -> json.page(query, search.find(query), revision, projection));
    }
}

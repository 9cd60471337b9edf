package org.startupatlas.search;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.startupatlas.query.parse.SearchQueryParser;

/** Search across resources, over HTTP. */
@Path("/v1/search")
public class SearchResource {

    private final SearchResponses answers;
    private final SearchQueryParser grammar;
    private final SearchService search;
    private final SearchJson json;

    SearchResource(SearchResponses answers, SearchQueryParser grammar, SearchService search, SearchJson json) {
        this.answers = answers;
        this.grammar = grammar;
        this.search = search;
        this.json = json;
    }

    /** Records of all resources that have the words, the best first. */
    @GET
    public Response search(@Context HttpServerRequest request) {
        return answers.of(
                request,
                "search with langs",
                grammar::search,
                (query, revision, projection) -> json.page(query, search.find(query), revision, projection));
    }
}

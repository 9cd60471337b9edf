package org.startupatlas.search;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.startupatlas.query.SearchGrammar;

/** Search across resources, over HTTP. */
@Path("/v1/search")
public class SearchResource {

    private final SearchAnswers answers;
    private final SearchGrammar grammar;
    private final Search search;
    private final SearchJson json;

    SearchResource(SearchAnswers answers, SearchGrammar grammar, Search search, SearchJson json) {
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

package org.startupatlas.search;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.startupatlas.change.RevisionWatch;
import org.startupatlas.http.DerivedAnswers;
import org.startupatlas.http.RequestParameters;
import org.startupatlas.query.Format;
import org.startupatlas.query.Parameter;
import org.startupatlas.query.SearchGrammar;
import org.startupatlas.query.SearchQuery;

/** Search across resources, over HTTP. */
@Path("/v1/search")
public class SearchResource {

    private final SearchGrammar grammar;
    private final Search search;
    private final SearchJson json;
    private final DerivedAnswers answers;
    private final RevisionWatch watch;

    SearchResource(SearchGrammar grammar, Search search, SearchJson json, DerivedAnswers answers, RevisionWatch watch) {
        this.grammar = grammar;
        this.search = search;
        this.json = json;
        this.answers = answers;
        this.watch = watch;
    }

    /** Records of all resources that have the words, the best first. */
    @GET
    public Response search(@Context HttpServerRequest request) {
        List<Parameter> parameters = RequestParameters.of(request);
        Format format = DerivedAnswers.accepted(request, parameters, List.of(Format.JSON));
        SearchQuery query = grammar.search(parameters);
        long reached = watch.revision();
        return answers.of(
                request,
                "search",
                query.language(),
                format,
                projection -> json.page(query, search.find(query), reached, projection));
    }
}

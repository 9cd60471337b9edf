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

/** Completion of names, over HTTP. */
@Path("/v1/suggest")
public class SuggestResource {

    private final SearchGrammar grammar;
    private final Suggestions suggestions;
    private final SearchJson json;
    private final DerivedAnswers answers;
    private final RevisionWatch watch;

    SuggestResource(
            SearchGrammar grammar,
            Suggestions suggestions,
            SearchJson json,
            DerivedAnswers answers,
            RevisionWatch watch) {
        this.grammar = grammar;
        this.suggestions = suggestions;
        this.json = json;
        this.answers = answers;
        this.watch = watch;
    }

    /** Names that what is being typed can become. */
    @GET
    public Response suggest(@Context HttpServerRequest request) {
        List<Parameter> parameters = RequestParameters.of(request);
        Format format = DerivedAnswers.accepted(request, parameters, List.of(Format.JSON));
        SearchQuery query = grammar.suggest(parameters);
        long reached = watch.revision();
        return answers.of(
                request, "suggest", null, format, projection -> json.suggestions(suggestions.of(query), reached));
    }
}
